"""How well the digits of handwriting typefaces are read: ``python -m benchmarks.typefaces``.

Each is a hand of somebody who has nothing to do with this course, among them those that some twenty countries
teach in school. Their letters tell how often a letter is presented as sure. The typefaces are free ones of
Google Fonts, the npm packages in `typefaces.txt`; training has others (`assets/typefaces.txt`):
``npm install --prefix .cache/typefaces $(cat benchmarks/typefaces.txt)`` brings them, 95 MB.
"""

from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from benchmarks.reading import options_of, print_table, share
from nncore import CANVAS, Array, Network, is_sure, predict, prepare

FOLDER = Path(__file__).parents[1] / ".cache" / "typefaces"
LIST = Path(__file__).with_name("typefaces.txt")
DIGITS = "0123456789"
LETTERS = "AEFHKLMNPRTVWXYadefhkmnprtuvwx"
"""Those that training knows as no digits: an O, an l, a Z or a g looks like one in many a hand."""
HEIGHT = 150
"""The longer side of a character on the canvas, in pixels."""
OFTEN = 0.1
"""Letters that are sure more often than this have a row of their own."""


def typefaces() -> list[Path]:
    """Return the files of the typefaces in our list that npm has put there, one each."""
    names = [line.split("@")[1].removeprefix("fontsource/") for line in LIST.read_text().split()]
    packages = FOLDER / "node_modules/@fontsource"
    files = [packages / name / "files" / f"{name}-latin-400-normal.woff" for name in names]
    return [file for file in files if file.exists()]


def written(typeface: Path, character: str) -> Array:
    """Return a character of a typeface as it is read from the canvas, (784,)."""
    large = ImageFont.truetype(typeface, HEIGHT)
    left, top, right, bottom = large.getbbox(character)
    font = ImageFont.truetype(typeface, HEIGHT * HEIGHT / max(right - left, bottom - top))
    left, top, right, bottom = font.getbbox(character)
    paper = Image.new("RGB", (CANVAS, CANVAS), "white")
    corner = (CANVAS - left - right) / 2, (CANVAS - top - bottom) / 2
    ImageDraw.Draw(paper).text(corner, character, "black", font)
    return prepare(np.asarray(paper)).pixels.ravel()


def taken_for(network: Network, files: list[Path], characters: str) -> tuple[Array, Array]:
    """Return what each character of each typeface is taken for, and whether surely: (characters, files)."""
    x = np.array([written(file, character) for character in characters for file in files])
    shape = len(characters), len(files)
    return predict(network, x).argmax(axis=1).reshape(shape), is_sure(network, x).reshape(shape)


def main() -> None:
    """Print the tables."""
    network, files = options_of(__doc__)[0], typefaces()
    if not files:
        print("Handwriting typefaces: not installed (benchmarks/typefaces.py says how)")
        return
    answers, sure = taken_for(network, files, DIGITS)
    right = answers == np.arange(len(DIGITS))[:, np.newaxis]
    rows = [[name, share(r)] for name, r in zip([*DIGITS, "**All**"], [*right, right], strict=True)]
    print_table(
        f"Digits of {len(files)} typefaces, {sure.mean():.1%} of them sure", ["", "Read rightly"], rows
    )
    misread = [f"{files[f].parts[-3]} {d}→{answers[d, f]}" for d, f in np.argwhere(~right)]
    print(f"\nMisread: {', '.join(misread)}")

    answers, sure = taken_for(network, files, LETTERS)
    rows = [
        [name, share(each), str(np.bincount(taken[each]).argmax())]
        for name, each, taken in zip(LETTERS, sure, answers, strict=True)
        if each.mean() > OFTEN
    ]
    rows.append(["**All**", share(sure), ""])
    print_table(f"Their letters, {sure.size}", ["", "Presented as sure", "Mostly taken for"], rows)


if __name__ == "__main__":
    main()
