"""A paper of 28×28 pixels for the keyboard: the same drawing as on the canvas."""

import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import streamlit as st

from nncore import CANVAS, Array
from ui.components.report import reported
from ui.language import N_, _
from ui.session import state_of
from ui.state.drawing import Sheet, current_drawing, pixel_sheet, pixels_of

HERE = Path(__file__)
KEY = "by_keys"
HELP = N_(
    "Arrow keys move, Space fills or clears, Shift with an arrow draws, Delete clears, "
    "Ctrl+Z takes back what was drawn without a pause, Escape leaves."
)
HTML = (
    '<div class="paper" role="grid" tabindex="0" aria-describedby="help"></div>'
    '<span class="help" id="help"></span><span class="said" role="status"></span>'
)
GREYS = re.compile(r"(?:[0-9a-f]{2}){784}")

_mount = st.components.v2.component(
    "gates_to_digits.pixel_paper",
    html=HTML,
    css=HERE.with_suffix(".css").read_text(encoding="utf-8"),
    js=HERE.with_suffix(".js").read_text(encoding="utf-8"),
)


@dataclass
class PixelState:
    """Which versions of the drawing come from the pixel paper.

    Attributes
    ----------
    since : int
        The last version that came from elsewhere: an undo, an example, the canvas.
    now : int
        The last version that it reported.
    """

    since: int = -1
    now: int = -1


def drawn_by_keys() -> bool:
    """Whether this visitor draws by keyboard."""
    return bool(st.session_state.get(KEY, False))


def keys_switch() -> None:
    """Show the switch between the canvas and the paper for the keys."""
    st.toggle(
        _("Draw with the keys"),
        key=KEY,
        persist_state="session",
        on_change=lambda: current_drawing().restart(),
    )
    if drawn_by_keys():
        st.caption(_(HELP))


def pixel_paper(key: str) -> Sheet:
    """Show the paper and return what is on it.

    Parameters
    ----------
    key : str
        Its key, unique to the page.
    """
    drawing, state = current_drawing(), state_of("pixels", PixelState)
    if state.now != drawing.version:
        state.since = state.now = drawing.version

    def take() -> None:
        image = read_pixels(reported(key, "drawn"), state.since)
        if image is not None and state.now == drawing.version:
            drawing.put(pixel_sheet(image[np.newaxis]))
            state.now = drawing.version

    data = {
        "since": state.since,
        "pixels": pixels_of(drawing.sheet).tobytes().hex(),
        "name": _("Paper of 28 by 28 pixels"),
        "place": _("row {row}, column {column}"),
        "row": _("row {row}"),
        "greys": [_("paper"), _("grey"), _("ink")],
        "help": _(HELP),
        "way_out": f".st-key-{KEY} input",
    }
    _mount(key=key, data=data, width=CANVAS + 2, on_drawn_change=take, on_undo_change=undo_a_picture)
    return drawing.sheet


def undo_a_picture() -> None:
    """Go back to a sheet with a picture: for some strokes only the canvas could make one."""
    drawing = current_drawing()
    drawing.undo()
    while drawing.past and not drawing.sheet.is_blank and not drawing.sheet.picture:
        drawing.undo()


def read_pixels(report: object, since: int) -> Array | None:
    """Return the 28×28 greys of a report, or None if it is not about this version.

    A client that is not our page can report anything.
    """
    if not isinstance(report, dict) or type(report.get("since")) is not int or report["since"] != since:
        return None
    pixels = report.get("pixels")
    if not isinstance(pixels, str) or not GREYS.fullmatch(pixels):
        return None
    return np.frombuffer(bytes.fromhex(pixels), np.uint8).reshape(28, 28)
