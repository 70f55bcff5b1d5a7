"""What a page says to its visitors, as AppTest has it: every text of every element."""

import json
import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any

from streamlit.testing.v1 import AppTest

SAID = set("body label help placeholder content caption alt text tip options title".split())  # noqa: SIM905
"""The fields of elements, and of what components are given, that are shown or read aloud."""
NO_WORDS = re.compile(
    r"<(style|script).*?</\1>|<[^>]*>|```.*?```|`[^`]*`|\$\$.*?\$\$|\$[^$]*\$|:\w+/\w+:|\]\([^)]*\)|https?://\S+",
    re.S,
)
"""What is no word in Markdown: tags, code, formulas, icons, addresses."""
WORD = re.compile(r"(?=[A-Za-z]*[a-z]{2})[A-Za-z]+")
NAMES = set(
    re.findall(
        r"\w+",
        """
    English Gates to Digits Alt NumPy Python PyTorch ReLU Xavier Momentum AdaGrad Adam True False
    tanh sigmoid relu softmax identity exp log ln max argmax axis nan inf float uint npz pickle db bn Wn
    gradient overflow bias one hot not linear rectified unit px
    Michael Nielsen Neural Networks and Deep Learning
    """,
    )
)
"""Names of things, functions, people and units, and what a term is called in English."""


def said_on(app: AppTest) -> Iterator[str]:
    """Yield every text on a page, without its code, formulas and tags."""
    for element in _elements(app._tree):
        for text in _texts(element.proto):
            yield unescape(NO_WORDS.sub(" ", text))


def _elements(block: Any) -> Iterator[Any]:
    for child in block.children.values():
        if child.proto is not None:
            yield child
        if hasattr(child, "children"):
            yield from _elements(child)


def _texts(message: Any) -> Iterator[str]:
    for field, value in message.ListFields():
        values = value if field.is_repeated else [value]
        if field.name in ("json", "spec"):  # of a component or of a chart
            yield from _in_json(json.loads(value))
        elif field.type == field.TYPE_STRING and field.name in SAID:
            yield from values
        elif field.type == field.TYPE_MESSAGE and not hasattr(value, "items"):
            for each in values:
                yield from _texts(each)


def _in_json(value: Any, name: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _in_json(each, key)
    elif isinstance(value, list):
        for each in value:
            yield from _in_json(each, name)
    elif isinstance(value, str) and name in SAID:
        yield value


def english_in(texts: Iterable[str]) -> set[str]:
    """Return the English words in what a page in another language says, but for names and signs."""
    return {word for text in texts for word in WORD.findall(text)} - NAMES
