"""Links within the course, as the lessons write them: /gates?gate=AND&predict=true."""

from collections.abc import Sequence
from urllib.parse import urlencode, urlsplit

import streamlit as st

from ui.address import page_link
from ui.course import BESIDE, COURSE, page_at
from ui.language import in_address

PAGES = {page.url for page in (*COURSE, *BESIDE)}


def link(address: str, label: str) -> None:
    """Show a link to a page within this visit."""
    page_link(page_at(address.strip("/")).file, label=label, icon=":material/arrow_forward:")


def fresh_link(address: str, label: str) -> None:
    """Show a link that opens a page in a new tab, in exactly the state of the address.

    Within a visit a page keeps its settings, whatever a link says; a new tab is a new visit.
    """
    parts = urlsplit(address)
    page = page_at(parts.path.strip("/") or COURSE[0].url)
    place = "./" if page is COURSE[0] else page.url
    query = "&".join(filter(None, (parts.query, urlencode(in_address()))))
    st.markdown(f":material/open_in_new: [{label}]({place}{'?' if query else ''}{query})")


def address_of(page: str, settings: Sequence[tuple[str, str]]) -> str:
    """Return the address of a page with settings; matrices stay as short as 1,2;3,4.

    It names the language, too.
    """
    return f"/{page}?{urlencode([*settings, *in_address()], safe=',;')}".rstrip("?")


def home_address() -> str:
    """Return the address of the first page as the browser knows it: behind a proxy the public one."""
    try:
        parts = urlsplit((st.context.url or "").partition("?")[0])
    except ValueError:  # a bracket that is never closed
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return "http://localhost:8501/"
    last = parts.path.rstrip("/").rpartition("/")[2]
    folder = parts.path.rstrip("/").removesuffix(last) if last in PAGES else parts.path
    return f"{parts.scheme}://{parts.netloc}{folder.rstrip('/')}/"
