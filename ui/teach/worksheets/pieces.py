"""What worksheets are made of: the exercises of a sheet, and pieces of HTML for the placeholders of prose."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ui.components.markup import Safe, css, fill, joined

EMPTY = fill("")
LINE = fill('<p class="line"></p>')
"""A line to write on."""
GAP = fill('<span class="gap"></span>')
"""A gap for a few words."""


@dataclass(frozen=True)
class Exercises:
    """The exercises of one sheet with their answers.

    Attributes
    ----------
    values : mapping
        HTML for each placeholder of the prose.
    links : mapping
        For each task the address that shows it in the app: /gates?gate=OR.
    """

    values: Mapping[str, Safe]
    links: Mapping[str, str]


def dice(kind: str, seed: int) -> random.Random:
    """Return what draws the numbers of a sheet: the same for the same seed, at any time and anywhere."""
    return random.Random(f"{kind} {seed}")  # noqa: S311


def html_table(
    header: Sequence[Safe | str], rows: Sequence[Sequence[Safe | str | int]], wide: Safe | str = ""
) -> Safe:
    """Return a table; an empty cell is one to write in, and the column headed `wide` has the most room."""
    names = [
        fill(
            '<th class="$room">$name</th>',
            room=css("$room", room="wide" if name == wide else "th"),
            name=name,
        )
        for name in header
    ]
    return fill(
        "<table><thead><tr>$names</tr></thead><tbody>$body</tbody></table>",
        names=joined(names),
        body=joined([_row(row) for row in rows]),
    )


def _row(row: Sequence[Safe | str | int]) -> Safe:
    cells = [cell if isinstance(cell, Safe) else str(cell) for cell in row]
    return fill("<tr>$cells</tr>", cells=joined([fill("<td>$cell</td>", cell=cell) for cell in cells]))


def side_by_side(*parts: Safe) -> Safe:
    """Return pieces beside each other."""
    return fill('<div class="row">$parts</div>', parts=joined(parts))


def with_caption(words: str, part: Safe) -> Safe:
    """Return a piece under a few words of its own."""
    return fill('<div class="piece"><p>$words</p>$part</div>', words=words, part=part)
