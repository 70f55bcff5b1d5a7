"""Foreign text is shown as it is; tests/browser/test_plain.py looks at what Markdown makes of it."""

import re
import string

from hypothesis import given
from hypothesis import strategies as st

from ui.plain import plain


def read(text: str) -> str:
    """What a reader sees of escaped text: without backslashes before punctuation, without joiners."""
    return re.sub(rf"\\([{re.escape(string.punctuation)}])", r"\1", text).replace("\u2060", "")


SHOWN = {
    "0.5, −1; 3": "0.5, −1; 3",
    "*a* _b_ `c` $d$ [e](f) <b>&amp;</b>": "*a* _b_ `c` $d$ [e](f) <b>&amp;</b>",
    "naïve 数字 🙂": "naïve 数字 🙂",
    "a\\b": "a\\b",
    "  a\n\n# b\tc ": "a # b c",
    "a\u202eb\u2066c\u200bd\x00e\ud800f": "a b c d e f",
    "x" * 41: "x" * 39 + "…",
    "x" * 40: "x" * 40,
}


def test_a_reader_sees_what_was_said_in_one_short_line_without_what_cannot_be_seen() -> None:
    assert {text: read(plain(text)) for text in SHOWN} == SHOWN


@given(st.text(max_size=80))
def test_no_markup_is_left_bare(text: str) -> None:
    bare = re.sub(rf"\\[{re.escape(string.punctuation)}]", "", plain(text, 60))
    assert not set(bare) & set(string.punctuation)
    assert len(read(plain(text, 60))) <= 60
    plain(text).encode()  # no half of a surrogate pair, which the connection could not carry
