"""Whose weights are in use: the course's own, or those that this visitor has brought along.

A visitor's network lives in their session and nowhere else: no cache that others share ever
sees it.
"""

from dataclasses import dataclass, field
from typing import IO

import streamlit as st

from nncore import Network, WeightsError, load_network
from ui.resources import digit_network

OUR_NAME = "our network"


@dataclass(eq=False)
class OwnNetwork:
    """A network that a visitor uploaded: what it is called, its file, and curves measured on it."""

    name: str
    network: Network
    file: str
    curves: dict[object, tuple[float, ...]] = field(default_factory=dict)


def own_network() -> OwnNetwork | None:
    """Return the network that this visitor brought, if it is in use."""
    own: OwnNetwork | None = st.session_state.get("own_network")
    return own


def network_in_use() -> Network:
    """Return the digit network that this visitor's pages compute with."""
    own = own_network()
    return own.network if own else digit_network()


def name_in_use() -> str:
    """Return what to call it in a sentence."""
    own = own_network()
    return own.name if own else OUR_NAME


def take(name: str, file: IO[bytes]) -> None:
    """Use the network in a file from now on; if there is none in it, keep the one in use and say why."""
    try:
        network = load_network(file)
    except WeightsError as error:
        st.session_state.own_network_error = str(error)
    else:
        st.session_state.own_network = OwnNetwork(plain(name), network, name)


def upload_error() -> str | None:
    """Return what was wrong with the last file, in one sentence, or None."""
    error: str | None = st.session_state.get("own_network_error")
    return error


def forget_error() -> None:
    """Say no longer what was wrong with the last file."""
    st.session_state.own_network_error = None


def back_to_ours() -> None:
    """Use the course's own network again."""
    forget_error()
    st.session_state.own_network = None
    st.session_state.uploads = uploads() + 1  # a new uploader, without the old file


def uploads() -> int:
    """Return how often this visitor went back to ours: the uploader's version."""
    return int(st.session_state.get("uploads", 0))


def plain(name: str) -> str:
    """Return a file's name without what Markdown would take for its own, and not too long."""
    kept = "".join(c if c.isalnum() or c in " .-_()" else "-" for c in name)
    if kept.strip() in ("", OUR_NAME):
        return "your network"
    return kept if len(kept) <= 40 else f"{kept[:28]}…{kept[-11:]}"
