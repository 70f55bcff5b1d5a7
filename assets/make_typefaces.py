"""Make ``typefaces.npz``: digits and letters of free typefaces, each as a drawing of it is prepared.

    npm install --prefix .cache/hands $(grep -o '^@[^ ]*' assets/typefaces.txt)
    python -m assets.make_typefaces .cache/hands

``typefaces.txt`` names the typefaces, which imitate handwriting, and who made them. None is among those of
``benchmarks/typefaces.txt``, nor of the same family; one, Just Me Again Down Here, is by a designer of some
of those.
"""

import sys
from pathlib import Path

import numpy as np

from benchmarks.typefaces import written
from nncore.base.assets import note_checksums
from nncore.base.whole_file import whole_file

ASSETS = Path(__file__).resolve().parent
OUTPUT = ASSETS / "typefaces.npz"
CHARACTERS = "0123456789AEFHKLMNPRTVWXYadefhkmnprtuvwx&@#%"
"""The digits, and letters and signs in which nobody sees one."""


def listed() -> list[str]:
    """Return the names of the typefaces in ``typefaces.txt``."""
    lines = (ASSETS / "typefaces.txt").read_text(encoding="utf-8").splitlines()
    return [line.split("@")[1].removeprefix("fontsource/") for line in lines]


def main(folder: Path) -> None:
    """Write pictures (n, 28, 28) uint8, and the character of each."""
    files = [
        folder / "node_modules/@fontsource" / name / f"files/{name}-latin-400-normal.woff"
        for name in listed()
    ]
    missing = [file for file in files if not file.exists()]
    if missing:
        sys.exit(f"{missing[0]} is missing: install the packages in assets/typefaces.txt there.")
    made = [(character, written(file, character)) for file in files for character in CHARACTERS]
    characters, images = zip(*made, strict=True)
    arrays = {
        "images": np.round(np.array(images) * 255).astype(np.uint8).reshape(-1, 28, 28),
        "characters": np.array(characters),
    }
    with whole_file(OUTPUT) as file:
        np.savez_compressed(file, **arrays)  # type: ignore[arg-type]
    note_checksums(OUTPUT.name)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Give the folder that npm has installed the typefaces in.")
    main(Path(sys.argv[1]))
