"""Numbers that a learner types, and their verdict: right, a known mistake, rounded too early, or wrong.

All ways to write a number count alike: 0.3, .3, 3e-1, 0,3, 30 %, a true minus, spaces between thousands.
"""

import math
import re
from collections.abc import Iterable, Mapping

from ui.numbers import PLAIN

MOST_CHARACTERS = 40
"""The longest number that may be typed."""
NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?", re.ASCII)
THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d*)?", re.ASCII)
RIGHT, ROUNDED, WRONG = "right", "rounded", "wrong"
CLOSE = 0.02
"""The relative error up to which an answer counts as rounded too early."""
EXACT = 1e-9


def readings(text: str, unit: str = "") -> tuple[float, ...]:
    """Return the numbers that a text can mean: none, one, or two if its comma can be read in two ways.

    Parameters
    ----------
    text : str
    unit : str
        The unit asked for. If it is %, a percent sign changes nothing; else it divides by 100.
    """
    bare = "".join(text[: MOST_CHARACTERS + 1].split()).translate(PLAIN).replace("–", "-").lower()
    if len(text) > MOST_CHARACTERS:
        return ()
    scale = 100 if bare.endswith("%") and unit != "%" else 1
    bare = bare.removesuffix("%")
    written = [bare.replace(",", ".")] if bare.count(",") <= 1 else []
    if THOUSANDS.fullmatch(bare):
        written.append(bare.replace(",", ""))
    numbers = [float(number) / scale for number in written if NUMBER.fullmatch(number)]
    return tuple(filter(math.isfinite, numbers))


def tolerance(value: float, shown: str) -> float:
    """Return how far off an answer may be: half a unit of the last place shown.

    A number that is shown whole must be met exactly.
    """
    read = readings(shown, "%")
    if not read or math.isclose(read[0], value, rel_tol=EXACT):
        return EXACT * max(1.0, abs(value))
    decimals = len(shown.rstrip("%\u202f ").partition(".")[2])
    return 0.5 * 10.0**-decimals * (1 + EXACT)


def judge(
    said: Iterable[float], value: float, shown: str, mistakes: Mapping[str, Iterable[float]] | None = None
) -> str:
    """Return the verdict on an answer: `RIGHT`, the name of a known mistake, `ROUNDED` or `WRONG`.

    Parameters
    ----------
    said : numbers
        The readings of what was typed.
    value : float
        The answer.
    shown : str
        The answer as it is shown, perhaps rounded, which is right too.
    mistakes : mapping, optional
        The wrong numbers by the names of their hints. A number that is right, or that two mistakes
        share, gets no hint.
    """
    said, room = tuple(said), tolerance(value, shown)

    def near(number: float) -> bool:
        return any(abs(each - number) <= room for each in said)

    if near(value):
        return RIGHT
    made = [
        name
        for name, numbers in (mistakes or {}).items()
        if any(near(number) and abs(number - value) > room for number in numbers)
    ]
    if len(made) == 1:
        return made[0]
    cut = value != round(value) and any(abs(number - value) <= CLOSE * abs(value) for number in said)
    return ROUNDED if cut else WRONG
