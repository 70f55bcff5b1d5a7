"""The prose of a lesson on the screen: live values in their places, and each bold word explains itself.

A bold word is a button that opens its entry of the glossary beside it: HTML's own popover, without a
script. So it works with a finger as with a mouse, Tab reaches it, Escape closes it, a screen reader
says that it opens something, and the word stays where it is read.
"""

from collections.abc import Mapping
from typing import Literal

from ui.components.inside import CHART_TOOLBAR, COLUMN, ELEMENT
from ui.components.markup import Safe, css, fill, joined, marked_up, show_written
from ui.lessons import fill_in
from ui.numbers import grouped, minus, rounded
from ui.resources import meanings
from ui.theme import Theme

Values = Mapping[str, object]
"""Live values by the names of their placeholders."""
WORD = css("""
.term {font: inherit; font-weight: 650; color: inherit; background: none; border: 0; padding: 0;
  border-bottom: 1.5px dotted; cursor: help}
""")
"""A bold word that can be pressed. The server sends this with the page: it is there before the first word."""
READING = 760
"""The width of a column of text, in pixels: about ninety letters a line."""


def shown(value: object) -> str:
    """Return a live value as it is shown: a text as it is, a number short, with a true minus."""
    if isinstance(value, float):
        return rounded(value, 4)
    return minus(grouped(value)) if isinstance(value, int) else str(value)


def prose(text: str, values: Values | None = None, width: int | Literal["stretch"] = READING) -> None:
    """Show a text of a lesson, in a column that is good to read; without a text nothing."""
    if text:
        show_written(written(text, values or {}), width)


def headed(above: str, heading: str, sentence: str, values: Values) -> None:
    """Show the heading of a section with its first sentence below it, as one element."""
    small = fill('<span class="sign">$above</span>\n\n', above=above) if above else fill("")
    head = fill("# $heading\n\n$text", heading=heading, text=written(sentence, values))
    show_written(joined([small, head]))


def polite(text: str, values: Values) -> None:
    """Show what is said to an answer; a screen reader says it when it has finished its sentence."""
    show_written(_polite(text, values))


def question(sign: str, text: str, values: Values, said: str | None = None) -> None:
    """Show a question under a small sign, and under it what is said to an answer, if it has such a place.

    It is one element: each costs a browser half a millisecond whenever it is shown again.
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


def lesson_style(theme: Theme) -> Safe:
    """Return the style of lessons: bold words, small tables, a chart's buttons within it, code."""
    return css(
        """
$word
.term {border-bottom-color: $muted}
.term:hover, .term:focus-visible {border-bottom-style: solid}
.meaning {font-size: .95rem; font-weight: 400; line-height: 1.5; max-width: min(24rem, calc(100vw - 3rem));
  color: $ink; background: $paper; border: 1px solid $line; border-radius: 6px;
  padding: .75rem 1rem; box-shadow: 0 4px 16px rgb(0 0 0 / .15)}
.sign {font-size: .875rem; color: $muted}
p:has(> .sign) {margin-bottom: .5rem}
p:has(+ [role=status]:empty) {margin-bottom: 0}
$element:has([role=status]:only-child:empty) {margin-top: -.75rem}
.cells {border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums}
.cells thead {color: $muted}
.cells :is(td, th) {padding: .4rem .35rem; text-align: left; font-weight: 400;
  border-bottom: 1px solid rgba(128,128,128,.3)}
.cells .now {background: $marker; color: $on_marker; forced-color-adjust: none}
$toolbar {top: auto; bottom: -1.1rem}
.vega-embed :is(.role-axis-label, .role-axis-title, .role-legend-label) text {fill: $muted}
[class*=st-key-plot-] {--diagram-most: 22rem}
$column h1 {padding: 0 0 .5rem}
@media (max-width: 640px) {
  :is(pre, pre code, pre code span) {white-space: pre-wrap !important}
}
.katex-display {padding: 2px 4px}
[class*=st-key-table-] {margin-top: -.75rem}
[class*=st-key-table-] button {min-height: 1.75rem; padding: 0; color: $muted}
[class*=st-key-table-] button:is(:hover, :focus, :active, [aria-expanded=true]) {color: $ink}
@supports (position-area: bottom) {
  .meaning {inset: auto; margin: .4rem; position-area: bottom; position-try-fallbacks: flip-block,
    bottom span-right, bottom span-left, top span-right, top span-left}
}
""",
        word=WORD,
        column=COLUMN,
        element=ELEMENT,
        toolbar=CHART_TOOLBAR,
        muted=theme.muted,
        ink=theme.ink,
        paper=theme.paper,
        line=theme.line,
        marker=theme.highlight,
        on_marker=theme.on_highlight,
    )
