"""What a visitor or a file said, as text that Markdown shows as it is: no link, no picture, no colour.

A backslash alone does not do it. Streamlit makes links of bare addresses, emoji of ``:names:`` and
arrows of ``->`` in the text that is left when the backslashes are gone; an invisible word joiner
between the characters in question keeps each from what it would be part of.
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
        What somebody else said.
    longest : int
        So many characters are shown; where there are more, the last is an ellipsis.
    """
    seen = "".join(" " if unicodedata.category(c)[0] in "CZ" else c for c in text)  # also what turns lines
    line = " ".join(seen.split())
    shown = line if len(line) <= longest else f"{line[: longest - 1]}…"
    return MARKUP.sub(r"\\\1", SEAMS.sub(WORD_JOINER, shown))
