"""What the three kinds of sheets are made of: pieces of HTML for the placeholders of their prose."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ui.components.markup import Safe, fill, joined

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
    """Return what throws the numbers of a sheet: the same for the same seed, another time and elsewhere."""
    return random.Random(f"{kind} {seed}")  # noqa: S311


def html_table(
    header: Sequence[Safe | str], rows: Sequence[Sequence[Safe | str]], wide: int | None = None
) -> Safe:
    """Return a table; an empty cell is one to write in, and the column `wide` has the most room."""
    names = [_name(name, is_wide=column == wide) for column, name in enumerate(header)]
    body = [
        fill("<tr>$cells</tr>", cells=joined([fill("<td>$cell</td>", cell=cell) for cell in row]))
        for row in rows
    ]
    return fill(
        "<table><thead><tr>$names</tr></thead><tbody>$body</tbody></table>",
        names=joined(names),
        body=joined(body),
    )


def _name(name: Safe | str, *, is_wide: bool) -> Safe:
    return fill('<th class="wide">$name</th>', name=name) if is_wide else fill("<th>$name</th>", name=name)


def side_by_side(*parts: Safe) -> Safe:
    """Return pieces beside each other."""
    return fill('<div class="row">$parts</div>', parts=joined(parts))


def with_caption(words: Safe | str, part: Safe) -> Safe:
    """Return a piece under a few words of its own."""
    return fill('<div class="piece"><p>$words</p>$part</div>', words=words, part=part)
