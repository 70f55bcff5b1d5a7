"""A warning beside an uploader if the browser blocks the cookie that uploads need."""

import streamlit as st

from ui.language import _

COOKIE = "_streamlit_xsrf"
"""Streamlit takes a file only together with this cookie, so that no other site's page can send one."""


def warn_without_cookies(otherwise: str = "") -> None:
    """Warn if this browser keeps no cookies: its uploads would end in a bare "403".

    The cookie comes with the page, before any of this runs.

    Parameters
    ----------
    otherwise : str
        What one can do instead, as the end of the sentence.
    """
    headers = st.context.headers
    if headers and COOKIE not in st.context.cookies and st.get_option("server.enableXsrfProtection"):
        st.info(
            _(
                "Your browser blocks this page's cookies, which an upload needs: "
                "allow them for this address and reload the page{otherwise}."
            ).format(otherwise=otherwise),
            icon=":material/cookie_off:",
        )
