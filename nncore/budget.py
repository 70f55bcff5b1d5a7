"""What one visitor may bring, in one table: the most of each thing, and why no more.

Everything that comes from outside (a file, a link, a report of the canvas) is held against a line
of this table before anything is made of it. What a header tells is refused without unpacking; what
only the content tells is refused as soon as it is counted. The worst that is still allowed costs at
most three seconds of one core and 400 MB, and a test feeds it.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limit:
    """The most that is taken of one thing.

    Attributes
    ----------
    most : int
        So much is still taken.
    unit : str
        Of what, as a sentence calls it.
    reason : str
        Why no more.
    """

    most: int
    unit: str
    reason: str


CANVAS_BYTES = Limit(
    100_000, "bytes", "a picture of the paper: a scribble all over it has 30 000, and undo keeps a hundred"
)
CANVAS_STROKES = Limit(300, "strokes", "the paper is black by then, and each report tells all of them anew")
CANVAS_POINTS = Limit(
    20_000,
    "points",
    "the strokes on the paper in all: ten minutes of drawing without a pause, 1.5 MB of text",
)
UNDO_BYTES = Limit(2_000_000, "bytes", "what undo keeps for a visitor: of larger sheets it keeps fewer")
