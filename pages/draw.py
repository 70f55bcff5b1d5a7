"""Draw a digit: what the network sees of it, and what it answers."""

import streamlit as st

from nncore import NothingDrawn, Preparation, predict, prepare
from ui.answer import show_answer
from ui.canvas import canvas_buttons, canvas_tools, current_drawing, draw_canvas
from ui.drawing import Sheet, picture_of, preparation_of
from ui.drawn.link import arrive, follow
from ui.drawn.nearest import show_nearest
from ui.drawn.stages import show_contrast, show_seen, show_stages
from ui.drawn.take import show_take
from ui.figures.bars import probability_bars
from ui.own_network import network_in_use
from ui.page import footer, header, try_this
from ui.resources import test_set
from ui.sidebar import predict_first
from ui.source import show_code
from ui.theme import Array, Theme, current_theme


def show_origin(sheet: Sheet) -> None:
    """Say where the picture on the paper comes from, if it was not drawn here."""
    if sheet.example is not None:
        label = test_set()[1][sheet.example]
        st.markdown(f"Test image {sheet.example}; its writer meant **{label}**. Draw on it if you like.")
    elif sheet.greys:
        st.markdown("This drawing came with the link. Draw on it, or clear it for your own.")


def may_reveal() -> bool:
    """Whether to show the answer: always, unless the learner wants to guess first and has not yet."""
    if not predict_first():
        return True
    drawing = current_drawing()
    turn = f"guess-{drawing.version}-{len(drawing.past)}"
    guess = st.pills("What will it answer? Guess, then see.", range(10), key=turn)
    return guess is not None


def prepared(sheet: Sheet) -> Preparation | None:
    """Return what the network reads of the paper, None while it is blank."""
    try:
        return preparation_of(sheet)
    except NothingDrawn:
        return None


def invite() -> None:
    """Say what to do before there is anything to read."""
    with st.container(key="prediction"):
        st.info(
            "Draw a digit on the white paper, as large or small as you like: the answer comes here.",
            icon=":material/draw:",
        )


def show_reading(theme: Theme, y: Array) -> None:
    """Show the answer, how sure it is, and the way to its computation."""
    with st.container(key="prediction"):
        show_answer(theme, y)
    st.altair_chart(probability_bars(theme, y), alt="The probability of each digit, as bars")
    way = {"net": "digit", "of": "drawing", "step": "X"}
    label, icon = "Step through my drawing", ":material/footprint:"
    st.page_link("pages/forward.py", label=label, icon=icon, query_params=way)


@st.fragment
def desk() -> None:
    """The canvas, what is seen, and the answer; a stroke redraws this part alone."""
    theme, network = current_theme(), network_in_use()
    with st.container(horizontal=True, gap="medium"):
        paper, answer, tools = (st.container(width=width) for width in (282, "stretch", 200))
    with paper:
        sheet = draw_canvas()
        canvas_buttons()
        show_origin(sheet)
        preparation = prepared(sheet)
        follow(preparation)
    if preparation is None:
        with answer:
            invite()
        with tools:
            canvas_tools()
        return
    y = predict(network, preparation.pixels.ravel())
    with answer:
        revealed = may_reveal()
        if revealed:
            show_reading(theme, y)
    with tools:
        show_seen(theme, preparation)
        canvas_tools()
        show_take(preparation)
    show_stages(theme, preparation)
    if revealed:
        show_contrast(theme, network, picture_of(sheet), int(y.argmax()))
        show_nearest(theme, preparation, int(y.argmax()))


header("draw")
arrive()
desk()
show_code(prepare, predict)
try_this(
    "Draw a tiny digit in a corner: the answer stays, while the unprepared one goes astray.",
    "Draw a 7 with a bar, a 1 with a flag, a 9 with a curly tail. Which of them makes it doubt?",
    "Draw something that is no digit: how sure is it, and should it be?",
)
footer("draw")
