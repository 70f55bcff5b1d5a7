"""Make the virtual environment and install into it: ``python3 tools/install.py .venv requirements.lock``.

It runs before anything is installed, by whatever Python there is: the standard library alone.
"""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

LOG = "pip.log"
"""Where pip's own words go, in the environment's folder."""
NO_VENV = "Python could not make a virtual environment: install its venv package (on Debian python3-venv)."
NO_NETWORK = (
    "Nothing could be fetched: connect to the internet, which only the first start needs, and try again."
)


def make_environment(folder: Path) -> None:
    """Make a virtual environment, whole or not at all."""
    if not os.access(folder.parent, os.W_OK):
        raise SystemExit(f"{folder.parent} cannot be written to: copy the course into a folder of your own.")
    if not all(map(importlib.util.find_spec, ("venv", "ensurepip"))):
        raise SystemExit(NO_VENV)
    try:
        done = subprocess.run([sys.executable, "-m", "venv", str(folder)], capture_output=True, text=True)
        if done.returncode:
            raise SystemExit(f"{NO_VENV[:-1]}; it said: {(done.stdout + done.stderr).strip()[-200:]}")
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def install(folder: Path, requirements: Path) -> None:
    """Install what a file of requirements lists; a .lock only as its hashes say."""
    hashes = ["--require-hashes"] if requirements.suffix == ".lock" else []
    command = [
        str(folder / "bin/python"),
        "-m",
        "pip",
        "install",
        "--disable-pip-version-check",
        "--retries=2",
    ]
    with (folder / LOG).open("w", encoding="utf-8") as log:
        done = subprocess.run([*command, *hashes, "-r", str(requirements)], stdout=log, stderr=log)
    if done.returncode:
        raise SystemExit(_why(folder / LOG, requirements))


def _why(log: Path, requirements: Path) -> str:
    """Return in one sentence why pip failed, as far as its words tell."""
    output = log.read_text(encoding="utf-8", errors="replace")
    if "Retrying (" in output or "Max retries exceeded" in output:
        return NO_NETWORK
    if "DO NOT MATCH THE HASHES" in output:
        return f"A package is not the one that {requirements} names, so it was not installed: see {log}."
    return f"{requirements} could not be installed: read the end of {log}, run `make clean`, then try again."


def main() -> None:
    """Make the environment if there is none, and install."""
    folder, requirements = Path(sys.argv[1]).absolute(), Path(sys.argv[2])
    if not (folder / "bin/python").exists():
        make_environment(folder)
    if not os.access(folder, os.W_OK):
        raise SystemExit(f"{folder} cannot be written to: ask its owner to run `make run` once.")
    sys.stderr.write(f"Installing {requirements} (the first time only) …\n")
    install(folder, requirements)


if __name__ == "__main__":
    main()
