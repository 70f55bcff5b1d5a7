"""The checks that a learner has done, as one HTML file without scripts to save or print."""

import re
from collections.abc import Set
from datetime import UTC, datetime, timedelta

import streamlit as st

from ui.brand import NAME
from ui.components.markup import Safe, fill, joined
from ui.course import COURSE
from ui.language import _
from ui.lessons import PLACEHOLDER, VERBATIM
from ui.state.marks import checks_of
from ui.texts import check_names
from ui.widgets.html_file import paper

CONTENT = """<main class="done"><h1>$title</h1>
<dl><dt>$name</dt><dd>$who</dd><dt>$date</dt><dd>$today</dd><dt>$done</dt><dd>$count</dd></dl>
$pages</main>
"""
SIGNS = {r"\theta": "θ", r"\max": "max", "-": "−", "{": "", "}": "", "$": "", "_1": "₁", "_2": "₂", "_k": "ₖ"}
"""The signs of formulas in questions, as plain text."""


def checks_done(name: str, done: Set[str], date: str) -> str:
    """Return the file, which needs no other."""
    title = _("{course}: checks done").format(course=NAME)
    pages = [_page(page.title, page.url, done) for page in COURSE]
    body = fill(
        CONTENT,
        title=title,
        name=_("Name"),
        who=name or "________________",
        date=_("Date"),
        today=date,
        done=_("Done"),
        count=_("{done} of {all} checks").format(done=len(done), all=len(check_names())),
        pages=joined(pages),
    )
    return paper(title, body)


def _page(title: str, url: str, done: Set[str]) -> Safe:
    items = [
        fill("<li>$question</li>", question=in_words(check.text))
        for check in checks_of(url)
        if check.name in done
    ]
    return fill("<h2>$title</h2><ul>$items</ul>", title=title, items=joined(items)) if items else fill("")


def in_words(question: str) -> str:
    """Return a question as plain text, with … in place of live values."""
    pieces = VERBATIM.split(question)
    pieces[::2] = [PLACEHOLDER.sub("…", piece).replace("*", "") for piece in pieces[::2]]
    pieces[1::2] = [_formula(piece) for piece in pieces[1::2]]
    return " ".join("".join(pieces).split())


def _formula(piece: str) -> str:
    if piece.startswith("`"):
        return piece.strip("`")
    return re.sub("|".join(map(re.escape, SIGNS)), lambda sign: SIGNS[sign[0]], piece)


def today() -> str:
    """Return the date in the visitor's time zone."""
    offset = timedelta(minutes=st.context.timezone_offset or 0)
    return f"{datetime.now(UTC) - offset:%Y-%m-%d}"
