"""The one way to HTML, CSS and JavaScript of our own: constants, with values that cannot break out.

A template is a literal of the code, which a test checks; values in its ``$places`` are escaped, so that
whatever they are, they stay words, colours or numbers.
"""

import html
import json
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from string import Template
from typing import Literal

import streamlit as st
from markupsafe import Markup, escape

from ui import inside
from ui.language import LANGUAGES
from ui.lessons import BOLD, fill_in

WORD = re.compile(r"[\w#.-]+", re.ASCII)
ESCAPED_TWICE = re.compile(r"(?<!\\)((?:\\\\)*)\\(&(?:amp|lt|gt);)")
SELECTORS = {name.lower(): value for name, value in vars(inside).items() if name.isupper()}
"""Selectors of Streamlit's parts by the names that CSS files have for them."""
LOOKS = [look for each in LANGUAGES.values() for look in (each.fonts, each.breaks) if look]
OURS = {*SELECTORS.values(), *LOOKS}
"""Constants that are CSS: selectors, and how the lines of a language look."""
SPOKEN = re.compile(r' (aria-label|title|lang)="\$\w+"')
"""What is only read out: escaped text may stand there."""
TERM = re.compile(BOLD.pattern + r"([,.;:!?)’”、。」]*[가-힣]*)", re.S)
"""A bold word, and the sign or the Korean ending behind it."""
FORMULA = re.compile(r"(?<!\\)(\$[^$\n]{1,24}\$)([,.;:!?)]*[가-힣]*)")
"""A short formula, and the sign or the Korean ending behind it."""
PLACE_IN_TAG = re.compile(r"<[^<>]*\$\{?(\w+)[^<>]*>")


Safe = Markup
"""Text that is HTML or CSS already, made here and nowhere else."""


def css(template: str, **values: str) -> Safe:
    """Return CSS; a value is CSS that was made here, one of `OURS`, or a word: a colour, a size, a name."""
    for value in values.values():
        if not (isinstance(value, Safe) or value in OURS or WORD.fullmatch(value)):
            raise ValueError(f"not one word of CSS: {value!r}")
    return Safe(Template(template).substitute(values))


def css_of(file: Path, **values: str) -> Safe:
    """Return the CSS of a file of ours; see `css`."""
    return css(file.read_text(encoding="utf-8"), **values)


def fill(template: str, **values: str) -> Safe:
    """Return HTML; a value is HTML or CSS that was made here, or text, which may not stand within a tag."""
    for name in PLACE_IN_TAG.findall(SPOKEN.sub("", template)):
        if not isinstance(values[name], Safe):
            raise ValueError(f"text within a tag: {name}")
    return Safe(Template(template).substitute({name: escape(value) for name, value in values.items()}))


def joined(parts: Sequence[Safe]) -> Safe:
    """Return parts one after the other."""
    return Safe().join(parts)


def linked(address: str, words: str = "") -> Safe:
    """Return a link with these words, or else with its address without http://."""
    scheme, found, rest = address.partition("://")
    if scheme not in ("http", "https") or not found:
        raise ValueError(f"no address of a page: {address!r}")
    return Safe('<a href="{}">{}</a>').format(address, words or rest)


def marked_up(text: str, values: Mapping[str, str], bold: Callable[[str], Safe]) -> Safe:
    """Return a text of a lesson, whose files are ours, as Markdown with HTML in it.

    Values are Markdown without HTML; `bold` makes HTML of each bold word. No line breaks before an ending.
    """
    escaped = {name: v if isinstance(v, Safe) else _without_html(v) for name, v in values.items()}
    marked = TERM.sub(lambda match: _whole(bold(match[1]), match[2]), fill_in(text, escaped))
    return Safe(FORMULA.sub(lambda match: _whole(Safe(match[1]), match[2]), marked))


def _whole(word: Safe, ending: str) -> Safe:
    return fill('<span class="whole">$word$ending</span>', word=word, ending=ending) if ending else word


def _without_html(markdown: str) -> str:
    """Return Markdown whose <, > and & are text; a backslash before one of them would show its entity."""
    return ESCAPED_TWICE.sub(r"\1\2", html.escape(markdown, quote=False))


def show_written(markup: Safe, width: int | Literal["stretch"] = "stretch") -> None:
    """Show Markdown with HTML in it."""
    st.markdown(markup, unsafe_allow_html=True, width=width)


def show(markup: Safe) -> None:
    """Show HTML."""
    st.html(markup)


def style(rules: Safe) -> None:
    """Give the page rules of CSS."""
    st.html(f"<style>{rules}</style>")


def run_script(file: Path, **data: int | str | Sequence[str] | Mapping[str, str]) -> None:
    """Run a file of JavaScript in the page, once for each `data`, which it finds under that name.

    As of 1.67 Streamlit drops a script with a ``<`` that could begin a tag, without a word.
    """
    literal = json.dumps(data).replace("<", r"\u003c")
    code = file.read_text(encoding="utf-8")
    st.html(f"<script>(data => {{\n{code}}})({literal})</script>", unsafe_allow_javascript=True)
