"""Join by phone: the address of the page as a QR code that the last row can scan."""

import re
from urllib.parse import urlsplit

import numpy as np
import segno
import streamlit as st

from nncore import Array
from ui.address import here, settings_now
from ui.components.markup import css, fill, linked, show
from ui.course import COURSE
from ui.figures.pixels import show_pixels
from ui.language import N_, _
from ui.own_address import own_address
from ui.state.own_network import own_network
from ui.widgets.links import address_of, home_address

HERE = ("localhost", "127.0.0.1", "::1")
"""Names by which a computer calls itself: on a phone each would mean the phone."""
LARGE = 60
"""Longer addresses are written small."""
NO_NETWORK = N_(
    "Phones cannot reach this computer, which is in no network. Connect it to one, then try again."
)
HERE_ALONE = N_("The course answers this computer alone. Start it with `make run`, and phones reach it too.")
ELSEWHERE = N_(
    "The course runs in a container or on another computer, which does not know how phones reach it. "
    "Open this page by its address in your network, not by localhost, then try again."
)
TOO_LONG = N_("This page’s settings are too long for a code: a shorter drawing, or shorter numbers, will do.")
ADDRESS = '<p class="join $size">$address</p>'


class NotForPhones(ValueError):
    """Phones cannot reach this page; the message says what to do."""


def join_button(page: str) -> None:
    """Show the button that shows the code of a page."""
    words = _("Show a code that opens this page on phones, with all its settings")
    if st.button(_("Join by phone"), key="join", icon=":material/qr_code_2:", help=words):
        st.dialog(_("Join on a phone"), width="large")(_show_code)(page)


def _show_code(page: str) -> None:
    """Show the code, and below it the address to type."""
    try:
        address = address_for_phones(page)
        code = code_of(address)
    except NotForPhones as error:
        st.error(_(str(error)), icon=":material/wifi_off:")
        return
    with st.container(key="code"):
        show_pixels(code, _("The address below as a QR code"), "stretch")
    words = in_short(address)
    size = css("$size", size="small" if len(words) > LARGE else "large")
    show(fill(ADDRESS, address=linked(address, words), size=size))
    told = _("It opens this page with these settings.")
    if own_network():
        told += " " + _("Phones compute with our network; yours stays with you.")
    st.caption(told, text_alignment="center")


def in_short(address: str) -> str:
    """Return an address to read: without http://, and with “…” in place of a drawing."""
    return re.sub(r"([?&]ink=)[^&]+", r"\1…", address.partition("://")[2])


def address_for_phones(page: str) -> str:
    """Return the address of a page as it is now, as phones reach it.

    The browser's address is right, behind a proxy too, unless it is localhost.

    Raises
    ------
    NotForPhones
        If phones cannot reach it, or the way is unknown.
    """
    home = urlsplit(home_address())
    host = home.netloc
    if home.hostname in HERE:
        host = f"{_own_host()}:{home.port or st.get_option('server.port')}"
    settings = [*here(), *(setting for setting in settings_now(page) if setting[0] != "own")]
    place = address_of("" if page == COURSE[0].url else page, settings)
    return f"{home.scheme}://{host}{home.path.rstrip('/')}{place}"


def _own_host() -> str:
    proxied = "X-Forwarded-For" in st.context.headers  # then the server itself may well answer it alone
    if st.get_option("server.address") in HERE and not proxied:
        raise NotForPhones(HERE_ALONE)
    if st.context.ip_address is not None:  # a visitor from elsewhere, to whom it is "localhost" all the same
        raise NotForPhones(ELSEWHERE)
    own = own_address()
    if own is None:
        raise NotForPhones(NO_NETWORK)
    return own


def code_of(address: str) -> Array:
    """Return an address as a QR code of black and white pixels (n, n) uint8, a white border around it.

    Raises
    ------
    NotForPhones
        If it is too long for a code.
    """
    try:
        code = segno.make_qr(address, error="l")
    except segno.DataOverflowError:
        raise NotForPhones(TOO_LONG) from None
    return np.where(list(map(list, code.matrix_iter(border=4))), 0, 255).astype(np.uint8)
