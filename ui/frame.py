"""One section a screen: the rail, a heading and its sentence, the instrument beside the words, the way on.

A page is a list of functions, one for each section that has an instrument, named as in the lesson::

    def three_numbers() -> Live:
        neuron = neuron_sliders()
        show_diagram(neuron_diagram(neuron), "neuron")
        return Live(values={"live_sum": total}, done={"make-nand": solved or "three-right"})

    show_page("gates", [weigh_and_decide, three_numbers, one_line])

The function of the section that is shown draws its instrument on the left. What `lessons/en/<page>.md` says
stands on the right: the rest of the idea, what to do, what was seen, and one check at a time.
"""

from collections.abc import Callable, Collection, Sequence
from typing import Any

import streamlit as st

from ui.address import PLACE
from ui.brand import tab_title
from ui.components.fragment import fragment
from ui.components.look import style_section
from ui.components.markup import css, style
from ui.components.page import arrive
from ui.course import COURSE, page_at
from ui.inside import MENU
from ui.language import _, in_address
from ui.lessons import Lesson, Part, Section
from ui.page import LAST_PAGE, ensure_router
from ui.source import offer_code
from ui.state.marks import marks
from ui.state.own_network import own_network
from ui.texts import lesson
from ui.widgets.check import show_checks
from ui.widgets.live import Live, nothing_known, seen
from ui.widgets.prose import headed, label, prose
from ui.widgets.reset import Undo, resettable

SEEN = "sections seen"
LEAVE = "page to go to"
BACK: dict[str, Any] = {"key": "back", "icon": ":material/chevron_left:", "shortcut": "Alt+P"}
ON: dict[str, Any] = {"key": "next", "icon": ":material/chevron_right:", "shortcut": "Alt+N"}
ON |= {"type": "primary", "icon_position": "right"}
"""The buttons at the foot: their keys, looks and shortcuts."""
Instrument = Callable[[], Live | None]


def show_page(
    page: str,
    sections: Sequence[Instrument],
    *,
    wide: Collection[Instrument] = (),
    clear: Callable[[], Undo] | None = None,
) -> None:
    """Show the section of a page that the address names.

    Parameters
    ----------
    page : str
        The name of the lesson's file, and the page's address.
    sections : sequence of callable
        Each draws the instrument of the section whose name it has, and returns what it tells the prose.
    wide : collection of callable
        The sections whose instrument takes two thirds of the width.
    clear : callable, optional
        Resets what no widget holds, such as the paper, and returns what undoes that.
    """
    ensure_router()
    if LEAVE in st.session_state:
        st.switch_page(st.session_state.pop(LEAVE), query_params=in_address())
    resettable(page, clear)
    course, instruments = lesson(page), {each.__name__.replace("_", "-"): each for each in sections}
    for name in instruments:
        course[name]  # a function that no section is named as is a mistake
    section = course[section_now(page)]
    st.session_state.setdefault(SEEN, set()).add(section.name)
    st.set_page_config(page_title=f"{section.heading} · {tab_title(page_at(page))}")
    style_section()
    if st.context.is_embedded:  # within somebody else's page, the section stands alone
        style(css("$menu {display: none}", menu=MENU))
    _rail(page, course, section)
    instrument = instruments.get(section.name, Live)
    live = _screen(page, section.name, instrument, wide=instrument in wide, around=_around()) or Live()
    _foot(page, course, section, live)
    arrive(f"{page} {section.name}")


def _around() -> object:
    """Return what the rest of the page shows of what one does in a section."""
    return st.query_params.get(PLACE), marks(), id(own_network())


@fragment
def _screen(page: str, name: str, instrument: Instrument, *, wide: bool, around: object) -> Live:
    """Show the heading, the instrument and the words beside it.

    The rest of the page stays as it is meanwhile: a slider on /gates takes 45 ms so, and 69 without.
    """
    section = lesson(page)[name]
    head = st.container(key="head")  # its sentence may tell a live value
    with st.container(key="spread"):
        left, right = st.columns([2, 1] if wide else [5, 4], gap="medium")
    with left:
        live = instrument() or nothing_known(section)
    with head:
        _head(lesson(page), section, live)
    with right:
        _words(section, live)
        show_checks(section, live)
        _folds(section, live)
    if _around() != around:
        st.rerun()
    return live


def section_now(page: str) -> str:
    """Return the name of the section that the address names, else of the first.

    Who comes back from another page finds the section where this visit left: Streamlit empties the address
    then, even if the browser's Back was used.
    """
    names = [section.name for section in lesson(page).sections]
    before = st.session_state.get(LAST_PAGE)
    at = st.query_params.get(PLACE)
    if at not in names:
        at = st.session_state.get(f"section of {page}", names[0]) if before != page else names[0]
        if at != names[0]:
            st.query_params[PLACE] = at
    st.session_state[f"section of {page}"] = at
    return str(at)


def go_to(name: str) -> None:
    """Show another section of this page: one entry in the browser's history."""
    st.query_params[PLACE] = name


def _leave(number: int) -> None:
    """Go to another page in the run that follows.

    A button that itself returned the click would take one on *Next* of the section before for its own.
    """
    st.session_state[LEAVE] = COURSE[number].file


def _rail(page: str, course: Lesson, section: Section) -> None:
    """Show where one is: the page's name, and its sections, ticked when they are done."""
    names = [each.name for each in course.sections]
    st.session_state.rail = section.name
    st.segmented_control(
        page_at(page).title,
        names,
        key="rail",
        required=True,
        format_func=lambda name: _on_rail(course, name, names.index(name) + 1),
        on_change=lambda: go_to(st.session_state.rail),
        wrap=False,
    )


def _on_rail(course: Lesson, name: str, number: int) -> str:
    checks = {check.name for check in course[name].checks}
    done = checks <= marks() if checks else name in st.session_state.get(SEEN, ())
    return f"{':material/check: ' if done else ''}{number} {course[name].short}"


def _head(course: Lesson, section: Section, live: Live) -> None:
    """Show the heading, and the sentence that names the thing; above the first, the page's question."""
    question = course.question if section is course.sections[0] else ""
    headed(question, section.heading, section.sentence, live.values)


def _words(section: Section, live: Live) -> None:
    """Show the rest of the idea, what to do, and after the play what was seen."""
    parts = [section.rest, *(part.text for part in section.of("play"))]
    if live.revealed:
        parts += [part.text for part in seen(section, live.seen)]
    prose("\n\n".join(filter(None, parts)), live.values)


def _folds(section: Section, live: Live) -> None:
    """Offer what need not be read to go on."""
    parts = list(section.of("more", "try"))
    if parts or live.code:
        with st.container(horizontal=True, gap="small", key="folds"):
            for part in parts:
                _fold(part, live)
            if live.code:
                offer_code(*live.code)


def _fold(part: Part, live: Live) -> None:
    icon = ":material/menu_book:" if part.kind == "more" else ":material/lightbulb:"
    with st.popover(label(part.title, live.values), icon=icon, type="tertiary", wrap=True):
        prose(part.text, live.values)


def _foot(page: str, course: Lesson, section: Section, live: Live) -> None:
    """Show the way back, the sentence to take away, and the way on."""
    names = [each.name for each in course.sections]
    place, number = names.index(section.name), COURSE.index(page_at(page))
    with st.container(horizontal=True, vertical_alignment="center", wrap=False, key="foot"):
        if place:
            st.button(_("Back"), on_click=go_to, args=(names[place - 1],), **BACK)
        elif number:
            st.button(_("Back"), on_click=_leave, args=(number - 1,), **BACK)
        takeaway = next(section.of("takeaway"), None)
        words = takeaway.text if takeaway and (live.revealed or not takeaway.placeholders) else ""
        with st.container(key="takeaway"):
            prose(words, live.values, "stretch")
        if place + 1 < len(names):
            st.button(_("Next"), on_click=go_to, args=(names[place + 1],), **ON)
        elif number + 1 < len(COURSE):
            name = _("Next: {page}").format(page=COURSE[number + 1].title)
            st.button(name, on_click=_leave, args=(number + 1,), **ON)
