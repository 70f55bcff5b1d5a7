"""The interactive diagram: pointing at a part shows its numbers, a click chooses it.

Python describes its shapes (`ui.figures.diagram_base`); diagram.js draws them as SVG in the page's font.
*Save* makes a file of it that needs no other.
"""

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from ui.components.report import reported
from ui.figures.diagram_base import Diagram
from ui.language import _

HERE = Path(__file__).parent
HTML = """
<div class="diagram">
<svg role="group"></svg><div class="tip" role="tooltip" hidden></div>
<button class="save" type="button"><span aria-hidden="true">↓</span></button>
</div>
"""

_mount = st.components.v2.component(
    "gates_to_digits.diagram",
    html=HTML,
    css=(HERE / "diagram.css").read_text(encoding="utf-8"),
    js=(HERE / "diagram.js").read_text(encoding="utf-8"),
)


def show_diagram(
    diagram: Diagram, key: str, on_pick: Callable[[str], None] | None = None, most: float | None = None
) -> None:
    """Show a diagram.

    Parameters
    ----------
    diagram : Diagram
    key : str
        The same from step to step, so that what stays is not drawn again.
    on_pick : callable, optional
        Called with the name of each part that was picked or painted over, if the diagram has it.
    most : float, optional
        Its largest height in rem; a phone shows it in the full width of the column.
    """

    def picked() -> None:
        name = reported(key, "picked")
        if on_pick and isinstance(name, str):
            names = dict.fromkeys(name.split(" ") if diagram.paints else [name])
            if names.keys() <= diagram.picks:
                for each in names:
                    on_pick(each)

    _mount(
        key=key,
        data=diagram.described()
        | {"save": _("Save"), "place": _("row {row}, column {column}")}
        | {"most": most},
        on_picked_change=picked,
    )
