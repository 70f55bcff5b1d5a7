"""Worksheets and their answers for a class, read as XML: their words and their links."""

from xml.etree import ElementTree

from hypothesis import strategies as st

from ui.teach.worksheets.printed import KINDS, Order

HOME = "https://course.school.example/a/"
SEEDS = st.integers(1, 10_038)


def files(*seeds: int, kinds: tuple[str, ...] = tuple(KINDS)) -> tuple[str, str]:
    """Return the worksheets and the answers."""
    order = Order(kinds, seeds, HOME)
    return order.worksheets(), order.answers()


def tree_of(text: str) -> ElementTree.Element:
    """Read a file as XML, which holds it to closing and nesting all of its tags."""
    return ElementTree.fromstring(text.removeprefix("<!doctype html>"))  # noqa: S314


def words_of(element: ElementTree.Element) -> str:
    return " ".join("".join(element.itertext()).split())


def links(text: str) -> list[str]:
    return [str(link.get("href")) for link in tree_of(text).iter("a")]
