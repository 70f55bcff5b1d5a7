"""The address and the session: a link is read when a page is entered, and from then on the address follows.

What a visitor sets lives in the session, under the name of the setting, where its widget keeps it
(``persist_state``): there it stays when the widget is not on the screen. After each run `mirror` writes what
differs from the start values into `st.query_params`, whether its widget is shown or not.

Not by Streamlit's own ``bind="query-params"``: as of 1.67 that takes a setting out of the address as soon as
its widget is not on the screen, and writes what ``format_func`` shows, in the language of whoever copies the
link.
"""

from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from ui.address.kinds import Parameter
from ui.address.settings import EVERYWHERE, PARAMETERS
from ui.language import _, in_address
from ui.session import state_of

PLACE = "at"
"""What the address calls the section that is shown, by default the first; only the frame writes it."""


@dataclass
class AddressState:
    """What is remembered of the address.

    Attributes
    ----------
    page : str, optional
        The page that was entered last.
    link : dict of str to Any
        What its link said.
    """

    page: str | None = None
    link: dict[str, Any] = field(default_factory=dict)


def _state() -> AddressState:
    return state_of("address", AddressState)


def enter(page: str) -> None:
    """When a page is entered, take over what its link says; what was set before stays, else the start values.

    Whoever stays on the page chooses by widgets, and the address follows them.
    """
    state = _state()
    if state.page == page:
        return
    rows = [row for row in parameters_of(page) if row.page != EVERYWHERE or state.page is None]
    said = {row.name: st.query_params.get_all(row.name) for row in rows}
    state.page = page
    state.link = {row.name: row.kind.read(said[row.name]) for row in rows if said[row.name]}
    for row in rows:
        linked = state.link.get(row.name)
        if linked is not None:
            st.session_state[row.key] = linked
        elif row.key not in st.session_state:
            st.session_state[row.key] = row.start
    fell(*(name for name, value in state.link.items() if value is None))


def fell(*names: str) -> None:
    """Say quietly which settings did not fit."""
    if names:
        listed = ", ".join(f"`{name}`" for name in names)
        words = _("Did not fit, so the usual stands instead: {settings}").format(settings=listed)
        st.toast(words, icon=":material/link_off:", duration="long")


def drop_unless(page: str, name: str, allowed: Container[Any]) -> None:
    """Let a setting that is none of these fall to its start value, before its widget is there, and say so."""
    value = value_of(page, name)
    if value is not None and value not in allowed:
        put(page, **{name: parameter(page, name).start})
        fell(name)


def value_of(page: str, name: str) -> Any:
    """Return what is set now."""
    row = parameter(page, name)
    return st.session_state.get(row.key, row.start)


def put(page: str, **values: object) -> None:
    """Set something, before its widget is there or as a callback; None is what nobody has chosen."""
    for name, value in values.items():
        st.session_state[parameter(page, name).key] = value


def linked_with(page: str, name: str) -> Any | None:
    """Return what the link by which the page was entered said of a setting, whatever was chosen since."""
    return _state().link.get(name) if _state().page == page else None


def settings_now(page: str) -> list[tuple[str, str]]:
    """Return all settings of a page that differ from its start values, as an address holds them."""
    held = ((row, st.session_state.get(row.key, row.start)) for row in parameters_of(page))
    texts = ((row, row.kind.write(value)) for row, value in held if value is not None)
    return [
        (row.name, text)
        for row, written in texts
        if row.start is None or written != row.kind.write(row.start)
        for text in written
    ]


def here() -> list[tuple[str, str]]:
    """Return what the address says of where one is on its page."""
    return [(PLACE, st.query_params[PLACE])] if PLACE in st.query_params else []


def mirror() -> None:
    """Let the address hold what is set on this page, and nothing else."""
    page = _state().page
    if page is None:
        return
    wanted: dict[str, list[str]] = {}
    for name, text in [*here(), *settings_now(page), *in_address()]:
        wanted.setdefault(name, []).append(text)
    if wanted != {name: st.query_params.get_all(name) for name in st.query_params}:
        st.query_params.from_dict(wanted)


def page_link(
    file: str, *, label: str, icon: str | None = None, query_params: Iterable[tuple[str, str]] = ()
) -> None:
    """Show a link to a page as `st.page_link` does, which says the language, too: for a tab of its own."""
    st.page_link(file, label=label, icon=icon, query_params=[*query_params, *in_address()])


def settings_of(page: str, **values: object) -> list[tuple[str, str]]:
    """Return settings in the order in which an address holds them; one of several is named several times."""
    texts = {name: parameter(page, name).kind.write(value) for name, value in values.items()}
    return [(name, text) for name in values for text in texts[name]]


def parameter(page: str, name: str) -> Parameter:
    """Return a setting of a page, or one that all pages have."""
    return PARAMETERS.get((EVERYWHERE, name)) or PARAMETERS[page, name]


def parameters_of(page: str) -> list[Parameter]:
    """Return the settings that a page has, with those that all have."""
    return [row for row in PARAMETERS.values() if row.page in (page, EVERYWHERE)]


def own_settings(page: str) -> list[Parameter]:
    """Return the settings that a page has for itself."""
    return [row for row in PARAMETERS.values() if row.page == page]


def bare(page: str, name: str) -> dict[str, Any]:
    """Return the arguments by which a widget of Streamlit keeps a setting."""
    return {"key": parameter(page, name).key, "persist_state": "session"}


def bound(page: str, name: str) -> dict[str, Any]:
    """Return the arguments of a widget that the address remembers: its options or ends, too."""
    return bare(page, name) | parameter(page, name).kind.widget()
