"""Untrusted text as Markdown that shows it as it is: no link, no picture, no colour.

Backslashes alone are not enough: Streamlit turns bare addresses into links, ``:names:`` into emoji and ``->``
into arrows after it has removed them. An invisible word joiner between the characters prevents that.
"""

import re
import string
import unicodedata

WORD_JOINER = "\u2060"
MARKUP = re.compile(f"([{re.escape(string.punctuation)}])")
SEAMS = re.compile(r"(?<=[:@])(?=\S)|(?<=www)(?=\.)|(?<=[-<>~])(?=[-=>])", re.IGNORECASE)
"""The places inside what would become a link (https://, www., a@b), an emoji or icon, or an arrow."""


def plain(text: str, longest: int = 40) -> str:
    """Return text in which Streamlit's Markdown finds nothing to do, on one line.

    Parameters
    ----------
    text : str
        The untrusted text.
    longest : int
        The most characters that are shown; a longer text ends with an ellipsis.
    """
    seen = "".join(" " if unicodedata.category(c)[0] in "CZ" else c for c in text)  # also what turns lines
    line = " ".join(seen.split())
    shown = line if len(line) <= longest else f"{line[: longest - 1]}…"
    return MARKUP.sub(r"\\\1", SEAMS.sub(WORD_JOINER, shown))
