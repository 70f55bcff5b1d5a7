"""The course as static files, for a browser by itself: ``python deploy/stlite/build.py dist/stlite``.

stlite runs Streamlit in the browser, by Pyodide. The folder has the course, and fetches stlite, Python and
packages from their public addresses. For a school without a network give it an unpacked `@stlite/browser` by
``--stlite``, and ``--pyodide-url`` says where Pyodide's own distribution lies. Not tried in a browser.
"""

import argparse
import json
import shutil
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SUMS = "assets/SHA256SUMS"
FILES = Path(__file__).with_name("files.txt")
STLITE = "https://cdn.jsdelivr.net/npm/@stlite/browser@1.9.2/build"
REQUIREMENTS = ["altair", "markupsafe", "matplotlib", "numpy", "pillow", "segno", "streamlit-drawable-canvas"]
PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Gates to Digits</title>
<link rel="stylesheet" href="{stlite}/stlite.css">
</head>
<body>
<div id="root"></div>
<noscript>This course runs in your browser: allow JavaScript for it.</noscript>
<script type="module">
import {{ mount }} from "{stlite}/stlite.js";
mount({options}, document.getElementById("root"));
</script>
</body>
</html>
"""


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


def settings(table: dict[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """Go through the settings of a configuration by their whole names."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from settings(value, f"{above}{name}.")
        else:
            yield above + name, value


def build(to: Path, stlite: str = STLITE, pyodide_url: str = "") -> None:
    """Write the folder."""
    to.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(to / "course.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        names = [path.relative_to(ROOT).as_posix() for path in listed(ROOT)]
        for name in names:
            if name != SUMS:
                archive.write(ROOT / name, name)
        archive.writestr(SUMS, checksums(names))
    configuration = tomllib.loads((ROOT / ".streamlit/config.toml").read_text(encoding="utf-8"))
    kept = {key: value for key, value in settings(configuration) if key.split(".")[0] in ("client", "theme")}
    options = {
        "entrypoint": "app.py",
        "requirements": REQUIREMENTS,
        "archives": [{"url": "./course.zip", "format": "zip", "options": {}}],
        "streamlitConfig": kept,
    }
    if pyodide_url:
        options["pyodideUrl"] = pyodide_url
    page = PAGE.format(stlite=stlite, options=json.dumps(options, indent=1))
    (to / "index.html").write_text(page, encoding="utf-8")


def main() -> None:
    """Build, and say how large it is."""
    parser = argparse.ArgumentParser(prog="python deploy/stlite/build.py", description=__doc__)
    parser.add_argument("to", type=Path)
    parser.add_argument("--stlite", type=Path, help="an unpacked npm package @stlite/browser to take along")
    parser.add_argument("--pyodide-url", default="", help="where pyodide.mjs of one's own lies")
    arguments = parser.parse_args()
    address = STLITE
    if arguments.stlite:
        ignored = shutil.ignore_patterns("*.map", "*.d.ts")
        shutil.copytree(
            arguments.stlite / "build", arguments.to / "stlite", ignore=ignored, dirs_exist_ok=True
        )
        address = "./stlite"
    build(arguments.to, address, arguments.pyodide_url)
    size = sum(path.stat().st_size for path in arguments.to.rglob("*") if path.is_file())
    sys.stdout.write(f"{arguments.to}: {size / 1e6:.1f} MB\n")


if __name__ == "__main__":
    main()
