"""Draw a digit: what the network sees of it, and what it answers."""

import streamlit as st

from nncore import Network, NothingDrawn, Preparation, predict, prepare, shrink
from ui.answer import show_answer
from ui.canvas import canvas_buttons, canvas_tools, current_drawing, draw_canvas
from ui.drawing import Sheet, picture_of
from ui.figures.bars import percent, probability_bars
from ui.figures.pixels import activation_picture, ink_picture, placed_picture, scaled_picture
from ui.own_network import network_in_use
from ui.page import footer, header, try_this
from ui.resources import test_set
from ui.sidebar import predict_first
from ui.source import show_code
from ui.theme import Theme, current_theme


def show_seen(theme: Theme, preparation: Preparation) -> None:
    """Show the picture that the network reads."""
    alt = "Your digit as the network sees it: 28 by 28 grey pixels."
    st.image(activation_picture(theme, preparation.pixels), width=200, alt=alt)
    st.caption("What the network sees: 28×28 pixels, its 784 inputs")


def show_stages(theme: Theme, preparation: Preparation) -> None:
    """Show how the drawing became that picture, stage by stage."""
    st.subheader("From your drawing to its 784 inputs", anchor=False)
    height, width = preparation.scaled.shape
    row, column = preparation.origin
    stages = (
        (ink_picture, "**1. Find the ink** and the box around it.", "The ink with its box"),
        (
            scaled_picture,
            f"**2. Scale the box** in proportion into 20×20: here {width}×{height}.",
            "The digit scaled into 20 by 20 pixels",
        ),
        (
            placed_picture,
            f"**3. Centre its mass** in 28×28: its corner lands in row {row}, column {column}.",
            "The digit centred by its mass in 28 by 28 pixels",
        ),
    )
    for place, (draw, caption, alt) in zip(st.columns(3), stages, strict=True):
        place.image(draw(theme, preparation), width=240, alt=alt)
        place.markdown(caption)


def show_contrast(theme: Theme, network: Network, sheet: Sheet, answer: int) -> None:
    """Show the plainly shrunk drawing and the answer that it would have got."""
    shrunk = shrink(picture_of(sheet))
    y = predict(network, shrunk.ravel())
    naive = int(y.argmax())
    picture, words = st.columns([1, 2], vertical_alignment="center")
    alt = "The whole canvas shrunk to 28 by 28 pixels without preparation."
    picture.image(activation_picture(theme, shrunk), width=240, alt=alt)
    words.subheader("Without the preparation", anchor=False)
    verdict = "the same answer, this time" if naive == answer else "another answer"
    words.markdown(
        f"The whole canvas, just shrunk to 28×28, would be read as **{naive}** "
        f"({percent(float(y[naive]))}): {verdict}. The network learned from digits that fill 20×20 pixels "
        "and are centred by their mass; a digit that is small or in a corner is nothing it has ever seen."
    )


def show_label(sheet: Sheet) -> None:
    """Say what an example from the test set truly is."""
    if sheet.example is not None:
        label = test_set()[1][sheet.example]
        st.markdown(f"Test image {sheet.example}; its writer meant **{label}**. Draw on it if you like.")


def may_reveal() -> bool:
    """Whether to show the answer: always, unless the learner wants to guess first and has not yet."""
    if not predict_first():
        return True
    drawing = current_drawing()
    turn = f"guess-{drawing.version}-{len(drawing.past)}"
    guess = st.pills("What will it answer? Guess, then see.", range(10), key=turn)
    return guess is not None


@st.fragment
def desk() -> None:
    """The canvas, what is seen, and the answer; a stroke redraws this part alone."""
    theme, network = current_theme(), network_in_use()
    with st.container(horizontal=True, gap="medium"):
        paper, answer, tools = (st.container(width=width) for width in (282, "stretch", 200))
    with paper:
        sheet = draw_canvas()
        canvas_buttons()
        show_label(sheet)
    with tools:
        seen = st.container()
        canvas_tools()
    try:
        preparation = prepare(picture_of(sheet))
    except NothingDrawn:
        with answer, st.container(key="prediction"):
            st.info(
                "Draw a digit on the white paper, as large or small as you like: the answer comes here.",
                icon=":material/draw:",
            )
        return
    y = predict(network, preparation.pixels.ravel())
    with seen:
        show_seen(theme, preparation)
    show_stages(theme, preparation)
    with answer:
        if not may_reveal():
            return
        with st.container(key="prediction"):
            show_answer(theme, y)
        st.altair_chart(probability_bars(theme, y), alt="The probability of each digit, as bars")
        way = {"net": "digit", "of": "drawing", "step": "X"}
        label, icon = "Step through my drawing", ":material/footprint:"
        st.page_link("pages/forward.py", label=label, icon=icon, query_params=way)
    show_contrast(theme, network, sheet, int(y.argmax()))


header("draw")
desk()
show_code(prepare, predict)
try_this(
    "Draw a tiny digit in a corner: the answer stays, while the unprepared one goes astray.",
    "Draw a 7 with a bar, a 1 with a flag, a 9 with a curly tail. Which of them makes it doubt?",
    "Draw something that is no digit: how sure is it, and should it be?",
)
footer("draw")
