"""The confusion matrix, whose cells can be chosen."""

import numpy as np
import numpy.typing as npt

from nncore import Array, accuracy_by_class
from ui.figures.diagram_base import Columns, Diagram
from ui.language import _
from ui.numbers import share
from ui.theme import Theme, readable_on, rgb, sequential

ALL_WRONG = 10
"""The column of error rates, after those of the ten digits."""
LEFT, TOP, WIDE, HIGH, LAST = 44.0, 46.0, 34.0, 27.0, 58.0
"""Where the cells begin, the size of one, and the width of those with error rates."""


def confusion_diagram(theme: Theme, confusion: Array, chosen: npt.NDArray[np.bool_], alt: str) -> Diagram:
    """Draw how often each digit (row) got each answer (column), and the error rate of each row.

    Mistakes (10, 10) take the sequential palette; what is `chosen` (10, 11) bool has the highlighter
    around it. A cell is picked under its row and column: ``"4 9"``; `ALL_WRONG` is the column of error rates.
    """
    wrong, plain = confusion - np.diag(np.diag(confusion)), rgb(theme.second)
    colours = sequential(theme, np.sqrt(wrong / max(1, int(wrong.max()))))
    colours[np.diag_indices(10)] = plain
    diagram = Diagram(theme, TOP + 10 * HIGH + 2, alt, columns=_columns(confusion))
    diagram.text("answered", (LEFT + 5 * WIDE, 10), _("It answered"), theme.muted)
    diagram.text("written", (0, 10), _("Written"), theme.muted, anchor="start")
    diagram.text("wrong", (LEFT + 10 * WIDE + LAST / 2, TOP - 12), _("wrong"), theme.muted)
    shares = [share(float(each), 1) for each in 1 - accuracy_by_class(confusion)]
    for truth, row in enumerate(confusion):
        diagram.text(f"head {truth}", (LEFT + WIDE * (truth + 0.5), TOP - 12), str(truth), theme.muted)
        diagram.text(f"row {truth}", (LEFT - 12, TOP + HIGH * (truth + 0.5)), str(truth), theme.muted)
        for answer, count in enumerate(row.tolist()):
            _cell(diagram, (truth, answer), str(count or ""), colours[truth, answer], str(answer), count)
        _cell(diagram, (truth, ALL_WRONG), shares[truth], plain, _("a wrong one"), int(wrong[truth].sum()))
    for truth, answer in np.argwhere(chosen).tolist():
        corner = LEFT + WIDE * answer, TOP + HIGH * truth
        wide = LAST if answer == ALL_WRONG else WIDE
        look = {"fill": "none", "line": theme.highlight, "thickness": 4, "round": 0}
        diagram.box(f"chosen {truth} {answer}", corner, wide, HIGH, **look)  # type: ignore[arg-type]
    return diagram


def _cell(
    diagram: Diagram, place: tuple[int, int], text: str, colour: Array, answered: str, count: int
) -> None:
    """Draw a cell with its number and its tip."""
    (truth, answer), wide = place, LAST if place[1] == ALL_WRONG else WIDE
    corner, name = (LEFT + WIDE * answer, TOP + HIGH * truth), f"{truth} {answer}"
    said = {_("Written"): truth, _("Answered"): answered, _("Images"): count}
    diagram.cell(
        name, corner, wide, HIGH, colour, "\n".join(f"{key}: {value}" for key, value in said.items())
    )
    ink = readable_on(diagram.theme, colour)
    diagram.text(f"count {name}", (corner[0] + wide / 2, corner[1] + HIGH / 2), text, ink)


def _columns(confusion: Array) -> Columns:
    answered = {_("answered {digit}").format(digit=k): confusion[:, k] for k in range(10)}
    return {_("written"): np.arange(10)} | answered
