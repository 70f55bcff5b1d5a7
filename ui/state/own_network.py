"""Whose weights are in use: the course's own, or those that this visitor has brought along.

A visitor's network lives in their session only, never in a shared cache.
"""

import io
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO
from weakref import WeakSet

import numpy as np
import streamlit as st

from nncore import (
    Network,
    WeightsError,
    WeightsFile,
    best_scores,
    fit_bar,
    read_weights_file,
    save_network,
    with_bar,
)
from ui.address import put, value_of
from ui.address.settings import EVERYWHERE
from ui.language import N_, _, said
from ui.limits import NETWORKS_BYTES
from ui.log import log_refusal, log_upload
from ui.plain import plain
from ui.resources import Tested, ours, validation_input
from ui.session import state_of

OUR_NAME, YOUR_NAME = N_("our network"), N_("your network")


class OwnNetwork(Tested):
    """A network that a visitor uploaded, with the results that were computed with it.

    Attributes
    ----------
    file : str
        The name of the file on the visitor's computer.
    source : WeightsFile
    network : Network
        The network, with its bar once that is measured.
    """

    def __init__(self, file: str, source: WeightsFile) -> None:
        super().__init__(source.network)
        self.file, self.source = file, source

    @property
    def name(self) -> str:
        """Its name in Markdown."""
        name = plain(self.file)
        return _(YOUR_NAME) if name in ("", OUR_NAME, _(OUR_NAME)) else name

    @property
    def sizes(self) -> str:
        """Its inputs and neurons: 784-50-100-10."""
        return "-".join(map(str, self.network.sizes))

    @property
    def nbytes(self) -> int:
        """How many bytes its weights take."""
        return sum(array.nbytes for array in self.network.values())

    def measure_bar(self) -> Iterator[None]:
        """Measure its bar on validation images, a slice at each step."""
        best = []
        for x in validation_input():
            best.append(best_scores(self.network, x))
            yield
        self.network = with_bar(self.network, fit_bar([np.concatenate(best)]))


@dataclass(eq=False)
class NetworkState:
    """Which network is in use, and what came of the last upload.

    Attributes
    ----------
    own : OwnNetwork, optional
        The visitor's own, if it is in use.
    error : str, optional
        What was wrong with the last file, in one sentence of Markdown.
    uploads : int
        How often this visitor went back to ours, which is the version of the uploader.
    """

    own: OwnNetwork | None = None
    error: str | None = None
    uploads: int = 0


VISITORS: WeakSet[NetworkState] = WeakSet()
"""The states of visitors who have brought a network, until their visit ends."""
_counting = threading.Lock()


def network_state() -> NetworkState:
    """Return which network this visitor uses."""
    return state_of("own network", NetworkState)


def own_network() -> OwnNetwork | None:
    """Return the network that this visitor brought, if it is in use."""
    return network_state().own


def in_use() -> Tested:
    """Return the network in use with the results that were computed with it."""
    return own_network() or ours()


def network_in_use() -> Network:
    """Return the digit network in use."""
    return in_use().network


def tested(network: Network) -> Tested:
    """Return the shared results of our network, or the results of this visitor's own.

    Any other network, such as one just put away, gets results of its own.
    """
    known = [each for each in (ours(), own_network()) if each and each.network is network]
    return known[0] if known else Tested(network)


def name_in_use() -> str:
    """Return the name of the network in use, in Markdown."""
    own = own_network()
    return own.name if own else _(OUR_NAME)


def bring_network(name: str, file: IO[bytes]) -> None:
    """Use the network in a file; if it holds none, keep the one in use and note why."""
    network_state().error = None
    try:
        _use(OwnNetwork(name, read_weights_file(file)))
    except WeightsError as error:
        log_refusal("weights", error)
        network_state().error = plain(said(error), 300)
    else:
        log_upload("weights", file.tell())


def network_file(network: Network) -> bytes:
    """Return a network as a file that `bring_network` takes."""
    file = io.BytesIO()
    save_network(network, file)
    return file.getvalue()


def _use(own: OwnNetwork) -> None:
    """Use a network in place of the one that this visitor had.

    Raises
    ------
    WeightsError
        If the networks of all visitors together would be too large.
    """
    with _counting:
        state = network_state()
        others = sum(each.own.nbytes for each in VISITORS if each.own and each is not state)
        if others + own.nbytes > NETWORKS_BYTES:
            raise WeightsError(
                "The networks that other visitors have brought fill the memory for them: "
                "close a tab that you need no longer, or bring yours later."
            )
        state.own = own
        VISITORS.add(state)


def keep_in_address() -> None:
    """Note in the address that an own network is in use, and say so if it is gone."""
    if value_of(EVERYWHERE, "own") and not own_network():
        words = _(
            "This page used a network that somebody had brought or trained. Only they have it, "
            "until they close the page or the course restarts. Our network stands in for it."
        )
        st.toast(words, icon=":material/history:", duration="long")
    put(EVERYWHERE, own=bool(own_network()))


def back_to_ours() -> None:
    """Use the course's own network again."""
    state = network_state()
    state.own = state.error = None
    put(EVERYWHERE, own=False)
    state.uploads += 1  # a new uploader, without the old file
