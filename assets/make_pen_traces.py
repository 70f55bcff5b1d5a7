"""Make ``pen_traces.npz`` from the UCI file ``pendigits-orig.tra``.

    python -m assets.make_pen_traces pendigits-orig.tra

The file is the text of the UNIPEN format: ``.SEGMENT DIGIT n ? "8"`` opens a digit and gives
its label, ``.COMMENT 8 12 224`` repeats the label and names the writer, ``.PEN_DOWN`` and
``.PEN_UP`` bound a stroke, and a line of two numbers is a point of a 500×500 tablet with y
growing upward. Here y grows downward, as on a screen.
"""

import re
import sys
from pathlib import Path

import numpy as np

from nncore.base.assets import note_checksums
from nncore.base.whole_file import whole_file

TABLET = 500
OUTPUT = Path(__file__).resolve().parent / "pen_traces.npz"


def read_digits(text: str) -> list[tuple[int, int, list[np.ndarray]]]:
    """Return the label, the writer and the strokes, each (points, 2) int16, of every digit."""
    return [read_digit(segment) for segment in text.split(".SEGMENT")[1:]]


def read_digit(segment: str) -> tuple[int, int, list[np.ndarray]]:
    """Return one digit's label, writer and strokes."""
    label = re.search(r'\? "(\d)"', segment)
    comment = re.search(r"\.COMMENT\s+(\d+)\s+(\d+)", segment)
    if not (label and comment and label[1] == comment[1]):
        raise ValueError(f"This segment does not name its digit and writer: {segment[:60]!r}")
    strokes = []
    for stroke in re.findall(r"\.PEN_DOWN(.*?)\.PEN_UP", segment, re.DOTALL):
        points = np.array(stroke.split(), np.int16).reshape(-1, 2)
        strokes.append(points * [1, -1] + [0, TABLET])
    return int(label[1]), int(comment[2]), strokes


def main(source: str) -> None:
    """Write all digits as five flat arrays; see `training.strokes.load_traces`."""
    digits = read_digits(Path(source).read_text(encoding="latin-1"))
    strokes = [stroke for _, _, parts in digits for stroke in parts]
    arrays = {
        "points": np.concatenate(strokes).astype(np.int16),
        "stroke_ends": np.cumsum([len(stroke) for stroke in strokes]).astype(np.int32),
        "digit_ends": np.cumsum([len(parts) for _, _, parts in digits]).astype(np.int32),
        "labels": np.array([label for label, _, _ in digits], np.uint8),
        "writers": np.array([writer for _, writer, _ in digits], np.uint8),
    }
    with whole_file(OUTPUT) as file:
        np.savez_compressed(file, **arrays)
    note_checksums(OUTPUT.name)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Give the path of pendigits-orig.tra.")
    main(sys.argv[1])
