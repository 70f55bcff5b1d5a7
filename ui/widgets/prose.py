"""The prose of a lesson on the screen: live values in their places, and each bold word explains itself.

A bold word is a button that opens its glossary entry in an HTML popover, without a script: it works with
finger, mouse and keyboard, and a screen reader announces it.
"""

from collections.abc import Mapping
from typing import Literal

from ui.components.markup import Safe, css, fill, joined, marked_up, show_written
from ui.lessons import fill_in
from ui.numbers import grouped, minus, rounded
from ui.texts import meanings

Values = Mapping[str, object]
"""Live values by the names of their placeholders."""
READING = 760
"""The width of a column of text, in pixels: about ninety letters a line."""


def shown(value: object) -> str:
    """Return a live value as text: numbers short, with a true minus."""
    if isinstance(value, float):
        return rounded(value, 4)
    return minus(grouped(value)) if isinstance(value, int) else str(value)


def prose(text: str, values: Values | None = None, width: int | Literal["stretch"] = READING) -> None:
    """Show a text of a lesson in a column of readable width; show nothing without a text."""
    if text:
        show_written(written(text, values or {}), width)


def headed(above: str, heading: str, sentence: str, values: Values) -> None:
    """Show the heading of a section with its first sentence below it, as one element."""
    small = fill('<span class="sign">$above</span>\n\n', above=above) if above else fill("")
    head = fill("# $heading\n\n$text", heading=heading, text=written(sentence, values))
    show_written(joined([small, head]))


def polite(text: str, values: Values) -> None:
    """Show the reply to an answer; a screen reader says it politely."""
    show_written(_polite(text, values))


def question(sign: str, text: str, values: Values, said: str | None = None) -> None:
    """Show a question under a small sign, with the reply to an answer below it.

    It is one element: each element costs a browser half a millisecond per redraw.
    """
    asked = fill('<span class="sign">$sign</span>\n\n$text', sign=sign, text=written(text, values))
    reply = [] if said is None else [fill("\n\n$reply", reply=_polite(said, values))]
    show_written(joined([asked, *reply]), READING)


def _polite(text: str, values: Values) -> Safe:
    said = fill("\n\n$text\n\n", text=written(text, values)) if text else fill("")
    return fill('<div role="status">$said</div>', said=said)


def label(text: str, values: Values) -> str:
    """Return a text of a lesson for the label of a widget."""
    return fill_in(text, _shown(values))


def written(text: str, values: Values) -> Safe:
    """Return a text of a lesson with its live values, each bold word a button."""
    return marked_up(text, _shown(values), _explained)


def _shown(values: Values) -> dict[str, str]:
    return {name: shown(value) for name, value in values.items()}


def _explained(word: str) -> Safe:
    """Return a bold word as a button that opens its entry of the glossary."""
    entry = meanings()[" ".join(word.split()).lower()]
    place = css("$anchor", anchor=f"meaning-{entry.anchor}")
    return fill(
        '<button type="button" class="term" popovertarget="$place">$word</button>'
        '<span class="meaning" id="$place" popover>$text</span>',
        place=place,
        word=word,
        text=marked_up(entry.text, {}, lambda bold: fill("$bold", bold=bold)),
    )
