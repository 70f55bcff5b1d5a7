"""Formulas as MathML, which browsers set and print by themselves: no script, no pictures.

Brackets of matrices are drawn by the paper's CSS: without a font made for mathematics, which few machines
have, a bracket of MathML would be as low as one line.
"""

import re

import numpy as np

from nncore import Array
from ui.components.markup import Safe, fill, joined
from ui.numbers import number

TOKEN = re.compile(r"(?P<name>[A-Za-z]+)(?P<index>\d*)|(?P<number>−?\d+(\.\d+)?)|(?P<sign>\S)")
"""A minus right before a digit is the number's own; one with a space after it subtracts."""
BLANK = float("nan")
"""A number to be filled in."""


def maths(*parts: str | Array) -> Safe:
    """Return a formula of texts such as ``a1 = w1·x1 − 0.5`` and arrays, in which nan is a number to fill in.

    An array of one axis is a row.
    """
    inner = [_text(part) if isinstance(part, str) else _matrix(part) for part in parts]
    return fill("<math>$inner</math>", inner=joined(inner))


def _text(text: str) -> Safe:
    return joined([_token(token) for token in TOKEN.finditer(text)])


def _token(token: re.Match[str]) -> Safe:
    if token["number"]:
        return fill("<mn>$number</mn>", number=token["number"])
    if token["sign"]:
        return fill("<mo>$sign</mo>", sign=token["sign"])
    name = fill("<mi>$name</mi>", name=token["name"])
    if not token["index"]:
        return name
    return fill("<msub>$name<mn>$index</mn></msub>", name=name, index=token["index"])


def _matrix(array: Array) -> Safe:
    rows = [
        fill("<mtr>$cells</mtr>", cells=joined([_cell(value) for value in row]))
        for row in np.atleast_2d(array)
    ]
    return fill("<mtable>$rows</mtable>", rows=joined(rows))


def _cell(value: float) -> Safe:
    if np.isnan(value):
        return fill('<mtd><mspace width="2.6em" height="1.1em" depth="0.4em"></mspace></mtd>')
    return fill("<mtd><mn>$value</mn></mtd>", value=number(float(value)))
