"""A lesson on the screen: what `lessons/en/<page>.md` says, with the page's instruments in its beats.

A page hands over a callable for each beat that has an instrument, and `show_lesson` does the rest::

    def neuron() -> Live:
        ...  # widgets; asks `predict("four-answers", …)` before it shows what that is about
        return Live(values={"live_sum": total}, done={"make-nand": solved or "three-right"})

    show_lesson("gates", {"three-numbers": neuron, "one-line": line})
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial

import streamlit as st

from ui.address import only_beat, settings_now
from ui.brand import tab_title
from ui.components.follow import redraws_alone
from ui.components.inside import COLUMN, MENU
from ui.components.markup import css, style
from ui.course import stop_at
from ui.lessons import Beat, Part
from ui.page import ensure_router, footer, header
from ui.resources import lesson
from ui.theme import current_theme
from ui.widgets.check import show_check, show_marks
from ui.widgets.join import join_button
from ui.widgets.links import address_of, fresh_link, link
from ui.widgets.live import UNKNOWN as UNKNOWN
from ui.widgets.live import Live as Live
from ui.widgets.live import complain, seen
from ui.widgets.prose import READING, label, lesson_style, prose
from ui.widgets.reset import Undo, reset_button, resettable

PICTURE_FIRST = {
    "weigh-and-decide",
    "after-the-sum",
    "three-at-once",
    "your-digit",
    "kept-apart",
    "how-wrong",
}
"""The beats that a page opens with: their idea stands below the picture, which would be out of sight else."""

BY_ITSELF = """
$menu {display: none}
$column {padding-top: 4rem}
.st-key-by-itself h1 {font-size: 1.1rem; padding: 0 0 .75rem}
"""
"""How a beat by itself looks: it may stand in somebody else's page, so its headline is small."""


Instrument = Callable[[], Live | None] | Live | None
"""What a beat shows: a callable that shows it, or, without an instrument, what the prose needs."""


def show_lesson(
    page: str,
    instruments: Mapping[str, Instrument],
    *,
    alone: Collection[str] = (),
    start: Mapping[str, object] | None = None,
) -> None:
    """Show a whole page: headline, opening, every beat, the way on.

    Parameters
    ----------
    page : str
        The name of the lesson's file, and the page's address.
    instruments : mapping
        By the names of the beats. A beat that is not named has only prose.
    alone : collection of str
        The beats that redraw by themselves, with their checks: those that no other beat depends on.
    start : mapping, optional
        What its widgets hold at first, by their keys, where the table of settings does not say it all.
    """
    begin(page, start)
    show_beats(page, {beat.name: None for beat in lesson(page).beats} | dict(instruments), alone=alone)
    end(page)


def begin(
    page: str, start: Mapping[str, object] | None = None, clear: Callable[[], Undo] | None = None
) -> None:
    """Show the headline and the opening; of a beat by itself a small headline and the way to the whole page.

    It opens in a tab of its own: a beat by itself may stand within somebody else's page.

    Parameters
    ----------
    page : str
    start, clear : optional
        How the page is reset besides: see `resettable`.
    """
    ensure_router()
    resettable(page, start, clear)
    style(lesson_style(current_theme(), PICTURE_FIRST))
    if name := only_beat(page):
        st.set_page_config(page_title=f"{lesson(page)[name].heading} · {tab_title(stop_at(page))}")
        style(css(BY_ITSELF, menu=MENU, column=COLUMN))
        with st.container(horizontal=True, vertical_alignment="center", key="by-itself"):
            st.markdown(f"# {lesson(page).question}", width="content", anchors=False)
            fresh_link(address_of(page, settings_now(page)), "The whole page")
            join_button(page, "beat")
            reset_button(page, "beat")
        if name in PICTURE_FIRST and not any(lesson(page)[name].of("play")):
            prose(lesson(page).opening)  # which says what to do with the picture
        return
    header(page)
    prose(lesson(page).opening)


def end(page: str) -> None:
    """Show the way on."""
    if not only_beat(page):
        footer(page)


def show_beats(
    page: str,
    beats: Mapping[str, Instrument],
    *,
    alone: Collection[str] = (),
    follows: Mapping[str, Collection[str]] | None = None,
) -> None:
    """Show some beats of a page, in the order of the lesson; see `show_lesson`.

    Of those that redraw alone, `follows` names the beats whose widgets each is about, if it is about others':
    when one of these was redrawn, it is too, as soon as somebody looks at it.
    """
    only = only_beat(page)
    for name in beats:
        lesson(page)[name]  # a name that is not in the lesson is a mistake
    for beat in lesson(page).beats:
        if beat.name in beats and only in (None, beat.name):
            show = partial(_show_live, beat, beats[beat.name], by_itself=only is not None)
            if beat.name in alone:
                leaders = [f"{page} {leader}" for leader in (follows or {}).get(beat.name, ())]
                show = partial(redraws_alone, f"{page} {beat.name}", show, leaders)
            _show_beat(beat, show, by_itself=only is not None)


def show_together(page: str, beats: Mapping[str, Instrument]) -> None:
    """Show some beats of a page that redraw together, apart from the others: their first one's name leads."""
    redraws_alone(f"{page} {next(iter(beats))}", partial(show_beats, page, beats))


def _show_beat(beat: Beat, show_live: Callable[[], None], *, by_itself: bool) -> None:
    """Show a beat: around what may redraw alone lies what always says the same, and costs that nothing."""
    above, _, below = _in_order(beat, by_itself=by_itself)
    with st.container(key=f"beat-{beat.name}"):
        st.header(beat.heading, anchor=beat.name)
        if not any(map(_is_live, above)):
            for part in above:
                prose(part.text)
        show_live()
        for part in below[_count_to_last_live(below) :]:
            _show_part(part, Live())


def _show_live(beat: Beat, instrument: Instrument, *, by_itself: bool) -> None:
    """Show an instrument and what hangs on it; what stands above it needs what it tells."""
    above, between, below = _in_order(beat, by_itself=by_itself)
    place = st.container() if any(map(_is_live, above)) else None
    live = (instrument() if callable(instrument) else instrument) or Live()
    complain(beat, live)
    if place:
        with place:
            for part in above:
                prose(part.text, live.values)
    for part in between:
        prose(part.text, live.values)
    if live.revealed:
        for part in seen(beat, live.seen):
            prose(part.text, live.values)
    for part in below[: _count_to_last_live(below)]:
        if live.revealed or part.kind != "takeaway" or not part.placeholders:
            _show_part(part, live)
    show_marks()


def _in_order(beat: Beat, *, by_itself: bool) -> tuple[list[Part], list[Part], list[Part]]:
    """Return what stands above the instrument, between it and what was seen, and below that."""
    if by_itself:
        return list(beat.of("play")), [], list(beat.of("check"))
    below = list(beat.of("check", "more", "try", "takeaway", "go"))
    if beat.name in PICTURE_FIRST:
        return list(beat.of("play")), list(beat.of("idea")), below
    return list(beat.of("idea", "play")), [], below


def _is_live(part: Part) -> bool:
    """Whether a part hangs on what the instrument tells."""
    question = part.question
    return bool(part.placeholders or (question and (question.kind == "do" or question.hints)))


def _count_to_last_live(parts: Sequence[Part]) -> int:
    """Return how many parts there are up to the last one that hangs on the instrument, it included."""
    return max((number for number, part in enumerate(parts, 1) if _is_live(part)), default=0)


def _show_part(part: Part, live: Live) -> None:
    if part.kind == "check" and part.question:
        name = part.question.name
        state = live.done.get(name, False) if live.revealed else False
        show_check(part.question, live.values, state, live.mistakes.get(name))
    elif part.kind in ("more", "try"):
        icon = ":material/menu_book:" if part.kind == "more" else ":material/lightbulb:"
        with st.expander(label(part.title, live.values), icon=icon, width=READING):
            prose(part.text, live.values)
    elif part.kind == "takeaway":
        prose("> " + " ".join(part.text.split()), live.values)
    else:
        address, _, words = part.title.partition(": ")
        link(address, words)
