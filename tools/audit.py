"""Look every package of a lock up among the known faults, and name those that have one.

pip-audit asks the package index, and passes over in silence what that cannot tell of: here it counts
as a failure, since nothing has been checked then.
"""

import json
import subprocess
import sys
from typing import Any


def main() -> None:
    """Say in a sentence that all is well, or what is not."""
    command = [sys.executable, "-m", "pip_audit", "--progress-spinner=off", "--format=json"]
    command += ["--disable-pip", "--require-hashes", "-r", sys.argv[1]]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        packages = json.loads(done.stdout)["dependencies"]
    except ValueError:
        raise SystemExit("The list of known faults could not be asked: is there a network?") from None
    if faults := [line for package in packages for line in _faults(package)]:
        raise SystemExit("\n".join(faults))
    if unknown := [package["name"] for package in packages if "skip_reason" in package]:
        raise SystemExit(
            f"The list of known faults does not answer for {len(unknown)} of {len(packages)} packages "
            f"({', '.join(unknown[:3])}, …): they are not checked; try again on another network."
        )
    sys.stdout.write(f"None of {len(packages)} packages has a known fault.\n")


def _faults(package: dict[str, Any]) -> list[str]:
    """Return a sentence for each known fault of a package."""
    return [
        f"{package['name']} {package['version']} has the known fault {fault['id']}: "
        f"take {' or '.join(fault['fix_versions']) or 'another package'} instead."
        for fault in package.get("vulns", [])
    ]


if __name__ == "__main__":
    main()
