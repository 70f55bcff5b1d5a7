"""What stands in a formula, and which words are bold."""

import re

from ui.lessons import BOLD


def plain(line: str) -> str:
    """Drop what only typesetting needs."""
    words = re.compile(r"\\cdot|\\colorbox\{#\w+\}|\\color\{#\w+\}|\\mathrm|\\\(|\\\)|[{}$ ]")
    return words.sub(lambda match: "·" if match[0] == r"\cdot" else "", line)


def bold_terms(text: str) -> list[str]:
    """Return the words that are set in bold: the terms that the glossary has."""
    return [" ".join(term.split()) for term in BOLD.findall(text)]
