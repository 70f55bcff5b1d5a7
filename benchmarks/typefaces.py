"""How well the digits of handwriting typefaces are read: ``python -m benchmarks.typefaces``.

Each is a hand of somebody who has nothing to do with this course, among them those that some twenty countries
teach in school. Their letters tell how often a letter is presented as sure. The typefaces are free ones of
Google Fonts, the npm packages in `typefaces.txt`; training has others (`assets/typefaces.txt`):
``npm install --prefix .cache/typefaces $(cat benchmarks/typefaces.txt)`` brings them, 95 MB.
"""

import argparse
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from benchmarks.drawn_digits import interval, print_table
from nncore import CANVAS, Array, is_sure, load_network, predict, prepare

FOLDER = Path(__file__).parents[1] / ".cache" / "typefaces"
LIST = Path(__file__).with_name("typefaces.txt")
DIGITS = 10
LETTERS = "AEFHKLMNPRTVWXYadefhkmnprtuvwx"
"""Those that training knows as no digits: an O, an l, a Z or a g looks like one in many a hand."""
HEIGHT = 150
"""The longer side of a character on the canvas, in pixels."""
OFTEN = 0.1
"""Letters that are sure more often than this have a row of their own."""


def typefaces(folder: Path) -> list[Path]:
    """Return the files of the typefaces in our list that npm has put there, one each."""
    names = [line.split("@")[1].removeprefix("fontsource/") for line in LIST.read_text().split()]
    packages = folder / "node_modules/@fontsource"
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


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?", default=FOLDER, help="where npm has installed them")
    parser.add_argument("--weights", help="another weights file instead of ours")
    options = parser.parse_args()
    files = typefaces(options.folder)
    if not files:
        print("Handwriting typefaces: not installed (benchmarks/typefaces.py says how)")
        return
    network = load_network(options.weights) if options.weights else load_network()

    rows, wrong, right, sure = [], [], 0, 0
    for digit in range(DIGITS):
        x = np.array([written(file, str(digit)) for file in files])
        answers = predict(network, x).argmax(axis=1)
        right, sure = right + int((answers == digit).sum()), sure + int(is_sure(network, x).sum())
        rows.append([str(digit), str(len(x)), interval(int((answers == digit).sum()), len(x))])
        wrong += [
            f"{file.parts[-3]} {digit}→{a}" for file, a in zip(files, answers, strict=True) if a != digit
        ]
    total = DIGITS * len(files)
    rows.append(["**All**", str(total), interval(right, total)])
    print_table(f"Digits of {len(files)} typefaces", ["Digit", "How many", "Read rightly"], rows)
    print(f"\nPresented as sure: {interval(sure, total)}\nMisread: {', '.join(wrong)}")

    rows, through = [], 0
    for letter in LETTERS:
        x = np.array([written(file, letter) for file in files])
        certain = is_sure(network, x)
        through += int(certain.sum())
        if certain.mean() > OFTEN:
            taken = np.bincount(predict(network, x[certain]).argmax(axis=1)).argmax()
            rows.append([letter, interval(int(certain.sum()), len(x)), str(taken)])
    total = len(LETTERS) * len(files)
    rows.append(["**All**", interval(through, total), ""])
    print_table(f"Their letters, {total}", ["Letter", "Presented as sure", "Mostly taken for"], rows)


if __name__ == "__main__":
    main()
