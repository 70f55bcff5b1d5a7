"""Install a package of Debian or Ubuntu where that can be done."""

import os
import shutil
import subprocess
import sys


def install(package: str) -> bool:
    """Try to install a package, and say so on stderr; return whether it is there now."""
    if not shutil.which("apt-get"):
        return False
    sys.stderr.write(f"Installing Debian's {package} …\n")
    command = [*([] if os.geteuid() == 0 else ["sudo", "-n"]), "apt-get", "-qq"]
    options = ["install", "-y", "--no-install-recommends", package]
    return all(
        subprocess.run([*command, *words], check=False).returncode == 0 for words in (["update"], options)
    )
