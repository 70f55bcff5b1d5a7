"""The address itself: what it says is settled once, when a page is entered, before any widget reads it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from ui.address.kinds import Kind
from ui.address.settings import EVERYWHERE, Parameter, of_page, parameter
from ui.state.of_page import state_of


@dataclass
class AddressState:
    """What is remembered of the address.

    Attributes
    ----------
    page : str, optional
        The page that was entered last.
    settings : dict of str to Any
        What its link said, by the names of the settings.
    to_say : sequence of str
        The refusals of the next run.
    said : sequence of str
        Those of the last one.
    """

    page: str | None = None
    settings: dict[str, Any] = field(default_factory=dict)
    to_say: Sequence[str] = ()
    said: Sequence[str] = ()


def _state() -> AddressState:
    return state_of("address", AddressState)


def settle(page: str) -> None:
    """Mend the address of a page that is entered, and say what of it does not fit.

    What does not fit is taken out, before a widget of Streamlit reads it and drops it without a word.
    Whoever stays on the page chooses by widgets, which have their own limits.
    """
    state = _state()
    came_from = state.page
    if came_from != page:
        state.page = page
        rows = [row for row in of_page(page) if row.page != EVERYWHERE or came_from is None]
        state.settings = {row.name: told(page, row.name) for row in rows}
        state.to_say, mended = _checked(rows)
        if mended:
            rewrite(page, mended)
            st.rerun()
    state.said, state.to_say = state.to_say, ()
    for sentence in state.said:
        st.error(sentence, icon=":material/link_off:")


def say_again() -> None:
    """Say in the next run what was said in the last one: for a run that no visitor has asked for."""
    state = _state()
    state.to_say = state.said


def _checked(rows: Sequence[Parameter]) -> tuple[list[str], dict[str, list[str]]]:
    """Return a sentence for each setting that does not fit, and what settings are to be instead."""
    refusals, mended = [], {}
    for row in rows:
        texts = st.query_params.get_all(row.name)
        if not texts:
            continue
        value = row.kind.read(texts)
        if value is None:
            refusals.append(row.refusal(texts))
        settled = [] if value is None else row.kind.write(value)
        if settled != texts:
            mended[row.name] = settled
    return refusals, mended


def rewrite(page: str, settings: Mapping[str, Sequence[str]]) -> None:
    """Write settings into the address, and take out those without a text; widgets read it in the next run.

    All at once: each writing is a step in the browser's history.
    """
    said = {name: st.query_params.get_all(parameter(page, name).name) for name in settings}
    changed = {name: texts for name, texts in settings.items() if said[name] != list(texts)}
    if changed:
        st.query_params.update(changed)


def told(page: str, name: str) -> Any | None:
    """Return what the address says of a setting, or None if it says nothing or what does not fit."""
    return parameter(page, name).kind.read(st.query_params.get_all(name))


def entered_with(page: str, name: str) -> Any | None:
    """Return what the link by which the page was entered said of a setting, whatever was chosen since."""
    return _state().settings.get(parameter(page, name).name)


def settings_but(page: str, left_out: str) -> list[tuple[str, str]]:
    """Return all settings that the address of a page holds but one, as its address would hold them."""
    names = [row.name for row in of_page(page) if row.name != left_out]
    said = [(name, told(page, name)) for name in names]
    return [(name, text) for name, value in said if value is not None for text in _texts(page, name, value)]


def _texts(page: str, name: str, value: object) -> list[str]:
    return parameter(page, name).kind.write(value)


def written(page: str, **values: object) -> dict[str, str]:
    """Return settings as a link to a page holds them."""
    return {name: "".join(_texts(page, name, value)) for name, value in values.items()}


def settings_of(page: str, **values: object) -> list[tuple[str, str]]:
    """Return settings in the order in which an address holds them; one of several is named several times."""
    return [(name, text) for name, value in values.items() for text in _texts(page, name, value)]


def narrow(page: str, name: str, kind: Kind) -> None:
    """Take a setting that is not of a narrower kind out of the address, and say so.

    For what only the page knows, such as how many rows there are. Before its widget is there.
    """
    texts = st.query_params.get_all(name)
    if texts and kind.read(texts) is None:
        rewrite(page, {name: []})
        st.error(parameter(page, name).refusal(texts, kind), icon=":material/link_off:")
