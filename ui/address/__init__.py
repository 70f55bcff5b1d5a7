"""The address and the session: a link is read when a page is entered; then the address follows the session.

A setting lives in the session under its name, where its widget keeps it (``persist_state``), even while the
widget is not on the screen. After each run `mirror` writes what differs from the start values into
`st.query_params`.

Streamlit's own ``bind="query-params"`` (1.67) removes a setting from the address while its widget is not on
the screen, and writes what ``format_func`` shows, in the language of whoever copies the link.
"""

from collections.abc import Container, Iterable
from typing import Any

import streamlit as st

from ui.address.kinds import Parameter
from ui.address.settings import EVERYWHERE, PARAMETERS
from ui.language import _, in_address

PLACE = "at"
"""What the address calls the section that is shown, by default the first; only the frame writes it."""


ENTERED, LINK = "page entered", "what its link said"
"""The keys of the page that was entered last, and of the settings in its link."""


def enter(page: str) -> None:
    """Read the link when a page is entered; other settings keep their values or get their start values.

    On the same page widgets change settings, and the address follows them.
    """
    before = st.session_state.get(ENTERED)
    if before == page:
        return
    rows = [row for row in parameters_of(page) if row.page != EVERYWHERE or before is None]
    said = {row.name: st.query_params.get_all(row.name) for row in rows}
    link = {row.name: row.kind.read(said[row.name]) for row in rows if said[row.name]}
    st.session_state[ENTERED], st.session_state[LINK] = page, link
    for row in rows:
        linked = link.get(row.name)
        if linked is not None:
            st.session_state[row.key] = linked
        elif row.key not in st.session_state:
            st.session_state[row.key] = row.start
    fell(*(name for name, value in link.items() if value is None))


def fell(*names: str) -> None:
    """Name the settings that did not fit in a quiet notice."""
    if names:
        listed = ", ".join(f"`{name}`" for name in names)
        words = _("Did not fit, so the usual stands instead: {settings}").format(settings=listed)
        st.toast(words, icon=":material/link_off:", duration="long")


def drop_unless(page: str, name: str, allowed: Container[Any]) -> None:
    """Put a setting that is none of these back to its start value, before its widget is shown, and say so."""
    value = value_of(page, name)
    if value is not None and value not in allowed:
        put(page, **{name: parameter(page, name).start})
        fell(name)


def value_of(page: str, name: str) -> Any:
    """Return the value of a setting."""
    row = parameter(page, name)
    return st.session_state.get(row.key, row.start)


def put(page: str, **values: object) -> None:
    """Set values, before their widgets are shown or in a callback; None means that nothing is chosen."""
    for name, value in values.items():
        st.session_state[parameter(page, name).key] = value


def linked_with(page: str, name: str) -> Any | None:
    """Return what the link that opened the page said of a setting, whatever was chosen since."""
    return st.session_state[LINK].get(name) if st.session_state.get(ENTERED) == page else None


def settings_now(page: str) -> list[tuple[str, str]]:
    """Return the settings of a page that differ from their start values, as texts of an address."""
    held = ((row, st.session_state.get(row.key, row.start)) for row in parameters_of(page))
    texts = ((row, row.kind.write(value)) for row, value in held if value is not None)
    return [
        (row.name, text)
        for row, written in texts
        if row.start is None or written != row.kind.write(row.start)
        for text in written
    ]


def here() -> list[tuple[str, str]]:
    """Return the section in the address."""
    return [(PLACE, st.query_params[PLACE])] if PLACE in st.query_params else []


def mirror() -> None:
    """Write the settings of this page into the address, and nothing else."""
    page = st.session_state.get(ENTERED)
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
    """Show a link to a page, like `st.page_link`, that also names the language, for a new tab."""
    st.page_link(file, label=label, icon=icon, query_params=[*query_params, *in_address()])


def settings_of(page: str, **values: object) -> list[tuple[str, str]]:
    """Return settings as an address holds them; a list repeats its name."""
    texts = {name: parameter(page, name).kind.write(value) for name, value in values.items()}
    return [(name, text) for name in values for text in texts[name]]


def parameter(page: str, name: str) -> Parameter:
    """Return a setting of a page, or one of all pages."""
    return PARAMETERS.get((EVERYWHERE, name)) or PARAMETERS[page, name]


def parameters_of(page: str) -> list[Parameter]:
    """Return the settings that a page has, with those that all have."""
    return [row for row in PARAMETERS.values() if row.page in (page, EVERYWHERE)]


def own_settings(page: str) -> list[Parameter]:
    """Return the settings that a page has for itself."""
    return [row for row in PARAMETERS.values() if row.page == page]


def bare(page: str, name: str) -> dict[str, Any]:
    """Return the arguments by which a Streamlit widget keeps a setting."""
    return {"key": parameter(page, name).key, "persist_state": "session"}


def bound(page: str, name: str) -> dict[str, Any]:
    """Return those arguments together with the options or the range of the setting."""
    return bare(page, name) | parameter(page, name).kind.widget()
