"""Bring your own network: upload weights, and take ours with you."""

from functools import partial
from itertools import pairwise

import streamlit as st

from nncore import NEURONS_A_LAYER, Network, load_network, pickle_network
from ui.language import _
from ui.numbers import grouped, share
from ui.resources import digit_network
from ui.state.own_network import (
    OUR_NAME,
    YOUR_NAME,
    OwnNetwork,
    back_to_ours,
    bring_network,
    network_file,
    network_in_use,
    network_state,
)
from ui.state.own_network import own_network as network_brought
from ui.widgets.cookies import warn_without_cookies
from ui.widgets.live import Live
from ui.widgets.table import show_table


def own_network() -> Live:
    """Show the numbers of the network in use, the uploader, what came of it, and the downloads."""
    _count_numbers(network_in_use())
    warn_without_cookies()
    key = f"upload-{network_state().uploads}"
    most = grouped(NEURONS_A_LAYER)
    label = _("A .npz file or the book's pickle, W1 b1 … Wn bn, up to {most} neurons a layer")
    st.file_uploader(label.format(most=most), key=key, on_change=_uploaded, args=(key,))
    if error := network_state().error:
        st.error(error, icon=":material/block:")
    if own := network_brought():
        _show_own(own)
    _downloads()
    ours = sum(array.size for array in digit_network().values())
    return Live(values={"parameters": grouped(ours)}, code=[load_network])


def _count_numbers(network: Network) -> None:
    """Show how many numbers each layer of a network has, and all of them together."""
    rows = [
        (f"W{n}, b{n}", f"{into} · {neurons} + {neurons}", grouped(into * neurons + neurons))
        for n, (into, neurons) in enumerate(pairwise(network.sizes), 1)
    ]
    total = sum(array.size for array in network.values())
    name = _(YOUR_NAME) if network_brought() else _(OUR_NAME)
    header = name, _("weights + biases"), _("numbers")
    show_table(header, [*rows, (_("together"), "", grouped(total))])


def _show_own(own: OwnNetwork) -> None:
    """Say how good the network in use is, beside a refusal too, which is not about it."""
    text = _("In use: **{name}** ({sizes}), which reads **{share}** of the test images correctly.")
    values = {"name": own.name, "sizes": own.sizes, "share": share(own.reading.accuracy)}
    st.success(text.format(**values), icon=":material/check:")
    label, icon = _("Back to our network"), ":material/undo:"
    st.button(label, key="back_to_ours", on_click=back_to_ours, icon=icon)


def _uploaded(key: str) -> None:
    """Take a file; without one (taken out again, or too large for the browser) all stays as it is."""
    network_state().error = None
    if file := st.session_state[key]:
        bring_network(file.name, file)


def _downloads() -> None:
    icon = ":material/download:"
    with st.container(horizontal=True):
        npz = partial(network_file, digit_network())
        st.download_button(_("Ours as .npz"), npz, "gates_to_digits.npz", icon=icon, on_click="ignore")
        name, words = _("Ours as a pickle"), _("For the book's listings.")
        file = "sample_weight.pkl"
        pickled = partial(pickle_network, digit_network())
        st.download_button(name, pickled, file, icon=icon, on_click="ignore", help=words)
