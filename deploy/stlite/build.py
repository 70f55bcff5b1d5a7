"""The course as static files, for a browser by itself: ``python deploy/stlite/build.py dist/stlite``.

stlite runs Streamlit in the browser, by Pyodide. The folder has the course, and fetches stlite, Python and
packages from their public addresses. Not tried in a browser.
"""

import json
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path
from string import Template
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SUMS = "assets/SHA256SUMS"
FILES = Path(__file__).with_name("files.txt")
PAGE = Template(Path(__file__).with_name("index.html").read_text(encoding="utf-8"))


def listed(root: Path) -> list[Path]:
    """Return the files that the list names."""
    lines = [line for line in FILES.read_text(encoding="utf-8").splitlines() if line[:1] not in ("", "#")]
    found = {path for line in lines if line[0] != "-" for path in root.glob(line) if path.is_file()}
    for line in lines:
        if line[0] == "-":
            found -= set(root.glob(line[1:]))
    return sorted(found)


def checksums(names: list[str]) -> str:
    """Return the checksums of these files alone: what they do not name is left out by design."""
    lines = (ROOT / SUMS).read_text(encoding="ascii").splitlines(keepends=True)
    return "".join(line for line in lines if f"assets/{line.split()[1]}" in names)


def settings(configuration: dict[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """Yield the settings of what a browser shows by their whole names."""
    for name, value in configuration.items():
        if isinstance(value, dict):
            yield from settings(value, f"{above}{name}.")
        elif above.startswith(("client.", "theme.")):
            yield above + name, value


def build(to: Path) -> None:
    """Write the folder."""
    to.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(to / "course.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        names = [path.relative_to(ROOT).as_posix() for path in listed(ROOT)]
        for name in names:
            if name != SUMS:
                archive.write(ROOT / name, name)
        archive.writestr(SUMS, checksums(names))
    configuration = tomllib.loads((ROOT / ".streamlit/config.toml").read_text(encoding="utf-8"))
    page = PAGE.substitute(settings=json.dumps(dict(settings(configuration))))
    (to / "index.html").write_text(page, encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Give the folder to write.")
    build(Path(sys.argv[1]))
    size = sum(path.stat().st_size for path in Path(sys.argv[1]).iterdir())
    sys.stdout.write(f"{sys.argv[1]}: {size / 1e6:.1f} MB\n")
