"""The answer to one digit or to several in a row; before it the learner's guess, or what to do for one."""

import streamlit as st

from nncore import is_wide
from ui.address import bare, settings_of
from ui.address.settings import MOST_LINKED
from ui.components.canvas import ask_to_draw
from ui.draw.paper import turn
from ui.draw.read import Read
from ui.figures.pixels import activation_picture, show_pixels
from ui.language import _
from ui.numbers import ordinal, percent
from ui.state.picture import current_picture
from ui.theme import current_theme
from ui.widgets.answer import big_lines, doubt, tell_answer
from ui.widgets.bars import show_bars
from ui.widgets.guess import ask_guess
from ui.widgets.ink_link import too_many
from ui.work import forget, show_work, work_of

SIDE = 56
"""Width of a digit's picture on the screen: 2 pixels for each of its 28."""


def ask_for_answer(read: Read) -> bool:
    """Ask what the network will answer; return whether the answer may be shown."""
    question = "your-guess" if len(read.y) == 1 else "your-row"
    return ask_guess(question, turn(), {"answer": read.answer, "row": read.row})


def show_answers(read: Read) -> None:
    """Show the answers and which of them are not sure; of several digits one is chosen."""
    count = len(read.y)
    if count == 1:
        tell_answer(read.y[0], sure=bool(read.sure[0]))
    else:
        _show_row(read)
    if any(map(is_wide, read.shown.digits)):
        st.markdown(_("This is wide for one digit, but no cut makes two that look better."))
    if count > MOST_LINKED:
        st.caption(too_many(count))
    if count > 1:
        _choose_one(count)


def _show_row(read: Read) -> None:
    """Show the digits' answers line by line, and each with its picture."""
    shown, y = read.shown, read.y
    answers = y.argmax(axis=1).tolist()
    places = [ordinal(place) for place in range(1, len(answers) + 1)]
    text = _("The {place}: {doubt}")
    rows = zip(places, y, read.sure, strict=True)
    doubts = [text.format(place=place, doubt=doubt(row)) for place, row, sure in rows if not sure]
    big_lines([digit.box for digit in shown.digits], answers, doubts)
    pictures = [activation_picture(current_theme(), digit.pixels, 4) for digit in shown.digits]
    alt = _("The {place} digit, read as {answer}")
    alts = [alt.format(place=place, answer=k) for place, k in zip(places, answers, strict=True)]
    show_pixels(pictures, alts, SIDE, [percent(float(row.max())) for row in y])
    for each in doubts:
        st.markdown(each)


def _choose_one(count: int) -> None:
    """Let the learner choose one of the digits for all that follows.

    They are named by their places: Streamlit tells options apart by their names, and a year may
    hold the same digit twice.
    """
    if st.session_state.which not in range(count):
        st.session_state.which = 0
    st.segmented_control(
        _("In detail"),
        range(count),
        required=True,
        format_func=lambda number: ordinal(number + 1),
        **bare("draw", "which"),
    )


def show_details(read: Read) -> None:
    """Show the ten probabilities of the chosen digit, and the way to its computation."""
    show_bars(read.y[read.shown.number])
    way = [("at", "digit-network"), *settings_of("forward", of="drawing", step="X")]
    drawn = read.shown.name == "drawing"
    label = _("Step through my drawing") if drawn else _("Step through my picture")
    st.page_link("pages/forward.py", label=label, icon=":material/footprint:", query_params=way)


def what_to_do() -> None:
    """Say what to do while there is nothing to read: draw, wait, or drag a box around a digit."""
    picture = current_picture()
    with st.container(key="prediction"):
        if picture is None:
            ask_to_draw()
        elif picture.digits is None:
            _show_search()
        else:
            text = _("There is no digit in this box: drag another, close around one.")
            if picture.box is None:
                text = _("No digit stands out in this picture: drag a box close around one.")
            st.info(picture.refusal or text, icon=":material/crop_free:")


def _show_search() -> None:
    """Show how far the search for digits in the picture is, and the ways to end it and to begin anew."""
    search = work_of("picture")
    if search.running:
        text = _("Looking for the digit … {seconds} s").format(seconds=f"{search.spent:.1f}")
        st.info(text, icon=":material/search:")
    show_work(search, "picture")
    if not search.running:
        label, icon = _("Look again"), ":material/search:"
        st.button(label, key="look_again", icon=icon, on_click=forget, args=("picture",))
