"""Draw a digit: what the network sees of it, and what it answers."""

import numpy as np
import streamlit as st

from nncore import predict, prepare_steps
from nncore.images.preprocess import prepare_ink
from ui.components.canvas import canvas_tools
from ui.draw.bring import bring_button
from ui.draw.link import arrive, follow
from ui.draw.nearest import show_nearest
from ui.draw.paper import show_paper, what_to_do
from ui.draw.reading import may_reveal, show_reading
from ui.draw.stages import show_contrast, show_seen, show_stages
from ui.draw.take import show_take
from ui.page import footer, header, try_this
from ui.source import show_code
from ui.state.on_screen import Shown
from ui.state.own_network import network_in_use
from ui.state.picture import current_picture
from ui.theme import Theme, current_theme


def show_tools(theme: Theme, shown: Shown | None) -> None:
    """Show what the network sees, and what one needs less often."""
    if shown is not None:
        show_seen(theme, shown.digit)
    if current_picture() is None:
        canvas_tools()
    bring_button()
    if shown is not None:
        show_take(shown)


@st.fragment
def desk() -> None:
    """The paper, what is seen, and the answer; a stroke redraws this part alone."""
    theme, network = current_theme(), network_in_use()
    with st.container(horizontal=True, gap="medium"):
        paper, answer, tools = (st.container(width=width) for width in (282, "stretch", 200))
    with paper:
        shown = show_paper()
        follow(shown)
    if shown is None:
        with answer:
            what_to_do()
        with tools:
            show_tools(theme, None)
        return
    y = predict(network, np.stack([digit.pixels.ravel() for digit in shown.digits]))
    with answer:
        revealed = may_reveal(shown)
        if revealed:
            show_reading(theme, shown, y)
    with tools:
        show_tools(theme, shown)
    show_stages(theme, shown)
    if revealed:
        best = int(y[shown.number].argmax())
        show_contrast(theme, network, shown, best)
        show_nearest(theme, shown.digit, best)


header("draw")
arrive()
desk()
show_code(prepare_steps, prepare_ink, predict)
try_this(
    "Draw a tiny digit in a corner: the answer stays, while the unprepared one goes astray.",
    "Draw a 7 with a bar, a 1 with a flag, a 9 with a curly tail. Which of them makes it doubt?",
    "Write a year, or photograph one from paper. What happens when two digits touch?",
    "Draw something that is no digit: how sure is it, and should it be?",
)
footer("draw")
