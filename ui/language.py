"""The visitor's language, and the words of the interface in it.

English is the source: ``_("Your own number")`` returns what the catalogue in ``lessons/<language>/`` has
for it, by gettext. Each visitor has a language of their own, kept in the session. Where no page is made for
anybody, as in a thread that computes, words are English unless `speaking` says otherwise.
"""

import gettext as standard
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, wraps
from typing import Concatenate, ParamSpec, TypeVar

import streamlit as st

from nncore import Refused
from ui.inside import makes_a_page
from ui.lessons import FOLDER

COOKIE = "gates_language"
"""The cookie that keeps the choice of this browser."""
CHOICE = "language"
"""The key of the choice in the session, and of its widget."""
PARAMETER = "lang"
"""The parameter of the address that names the language, if it is not English."""
SPOKEN: ContextVar[str] = ContextVar("spoken", default="")
"""The language of `speaking`."""
P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True)
class Language:
    """What a language needs besides its words.

    Attributes
    ----------
    name : str
        Its own name for itself.
    thousands : str
        What stands between groups of three digits.
    fonts : str
        The typefaces of its script, as CSS lists them.
    breaks : str
        How its lines break, as CSS.
    """

    name: str
    thousands: str = ","
    fonts: str = ""
    breaks: str = ""


LANGUAGES = {
    "en": Language("English", "\u202f"),
    "ko": Language(
        "한국어",
        fonts='Pretendard, "Noto Sans KR", "Noto Sans CJK KR", "Apple SD Gothic Neo", "Malgun Gothic"',
        breaks="word-break: keep-all",
    ),
    "ja": Language(
        "日本語",
        fonts='"Hiragino Sans", "Yu Gothic", "Noto Sans JP", "Noto Sans CJK JP", Meiryo',
        breaks="line-break: strict",
    ),
}
ENGLISH = next(iter(LANGUAGES))


def preferred(*wishes: str | None) -> str:
    """Return the first supported language of some wishes, such as "ko" or "ko-KR"; else English."""
    codes = (wish.lower().partition("-")[0] for wish in wishes if wish)
    return next((code for code in codes if code in LANGUAGES), ENGLISH)


def language() -> str:
    """Return the language of `speaking`, else of the visitor whose page is being made, else English.

    A visit begins with the language of its link, else with an earlier choice in this browser, else with the
    browser's own. Then only the choice in the sidebar changes it; Back does not.
    """
    if SPOKEN.get() or not makes_a_page():
        return SPOKEN.get() or ENGLISH
    try:
        chosen = st.session_state.get(CHOICE)
        if chosen is None:
            link, cookie = st.query_params.get(PARAMETER), st.context.cookies.get(COOKIE)
            chosen = st.session_state[CHOICE] = preferred(link, cookie, st.context.locale)
    except (TypeError, ValueError):  # a forged message says of the widget what it cannot be
        return ENGLISH
    return chosen if chosen in LANGUAGES else ENGLISH


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Use a language for all words within the block, as for work done for a visitor."""
    before = SPOKEN.set(code)
    try:
        yield
    finally:
        SPOKEN.reset(before)


def in_address() -> list[tuple[str, str]]:
    """Return the language as an address holds it: nothing for English."""
    return [] if language() == ENGLISH else [(PARAMETER, language())]


def said(error: Refused) -> str:
    """Return why something was refused, in the visitor's language."""
    return _(error.template).format(**error.values)


@cache
def catalogue(code: str) -> standard.NullTranslations:
    """Return the words of a language."""
    return standard.translation("messages", FOLDER, [code], fallback=True)


def _(message: str) -> str:
    """Return a text of the interface in the visitor's language."""
    return catalogue(language()).gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """Return a text about a count of things in the visitor's language."""
    return catalogue(language()).ngettext(one, many, count)


def N_(message: str) -> str:
    """Mark a text that is translated later, where it is shown."""
    return message


def by_language(read: Callable[Concatenate[str, P], R]) -> Callable[P, R]:
    """Cache a function for each language, which is passed as its first argument."""
    kept = cache(read)

    @wraps(read)
    def reader(*args: P.args, **kwargs: P.kwargs) -> R:
        return kept(language(), *args, **kwargs)  # type: ignore[arg-type]

    return reader
