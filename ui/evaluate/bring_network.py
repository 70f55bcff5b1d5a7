"""Bring your own network: upload weights, and take ours with you."""

import io

import streamlit as st

from nncore import NEURONS_A_LAYER, load_network, pickle_network, save_network
from ui.evaluate.summary import accuracy_is_told
from ui.numbers import grouped, share
from ui.resources import digit_network
from ui.source import show_code
from ui.state.own_network import (
    OwnNetwork,
    back_to_ours,
    bring_network,
    forget_error,
    own_network,
    upload_error,
    uploads,
)
from ui.widgets.cookies import warn_without_cookies
from ui.widgets.lesson import Live


def bring_your_own() -> Live:
    """Show the uploader, what came of it, and the downloads."""
    st.caption(f"Up to {grouped(NEURONS_A_LAYER.most)} neurons a hidden layer.")
    warn_without_cookies()
    key = f"upload-{uploads()}"
    label = "A .npz file or the book's pickle, with W1 b1 … Wn bn"
    st.file_uploader(label, key=key, on_change=_uploaded, args=(key,))
    if error := upload_error():
        st.error(error, icon=":material/block:")
    if mine := own_network():
        _show_own(mine, just_refused=bool(error))
    _downloads()
    show_code(load_network)
    return Live()


def _show_own(own: OwnNetwork, *, just_refused: bool) -> None:
    """Say how good the network in use is; beside a refusal, which is not about it, only that it stays."""
    if just_refused:
        st.markdown(f"**{own.name}** ({own.sizes}), which you brought before, stays in use.")
    else:
        how_good = f"reads **{share(own.reading.accuracy)}** of the test images correctly"
        st.success(
            f"**{own.name}** ({own.sizes}) {how_good if accuracy_is_told() else 'is in use now'}.",
            icon=":material/check:",
        )
    st.button("Back to our network", key="back", on_click=back_to_ours, icon=":material/undo:")


def _uploaded(key: str) -> None:
    """Take a file; without one (taken out again, or too large for the browser) all stays as it is."""
    forget_error()
    if file := st.session_state[key]:
        bring_network(file.name, file)


def _downloads() -> None:
    st.subheader("Take ours with you", anchor=False)
    with st.container(horizontal=True):
        st.download_button(
            "Ours as .npz", _npz, "gates_to_digits.npz", icon=":material/download:", on_click="ignore"
        )
        st.download_button(
            "Ours as a pickle, for the book's listings",
            lambda: pickle_network(digit_network()),
            "sample_weight.pkl",
            icon=":material/download:",
            on_click="ignore",
        )


def _npz() -> bytes:
    file = io.BytesIO()
    save_network(digit_network(), file)
    return file.getvalue()
