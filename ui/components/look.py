"""The look of all pages: CSS files, in which the theme's colours are variables such as ``--ink``."""

from dataclasses import asdict
from pathlib import Path

from ui.components.markup import SELECTORS, Safe, css, css_of, joined, style
from ui.language import LANGUAGES, language
from ui.theme import Theme

EVERYWHERE, SECTION = (
    css_of(Path(__file__).with_name(name), **SELECTORS) for name in ("everywhere.css", "section.css")
)

TYPEFACES = """
:is(body, .stApp, .stApp :is(p, label, li, td, th, button, input, textarea)) {
  font-family: "Source Sans", $fonts, sans-serif; $breaks}
.stApp :is(h1, h2, h3, h4) {font-family: "Source Serif", $fonts, serif; $breaks}
.stApp :is(code, pre) * {word-break: normal}
.stApp em {font-style: normal}
"""


def style_everywhere(theme: Theme) -> None:
    """Give the page the theme's colours, and the rules that hold on all pages."""
    pairs = [(name.replace("_", "-"), colour) for name, colour in asdict(theme).items()]
    colours = joined([css("--$name: $colour;", name=name, colour=colour) for name, colour in pairs])
    style(css(":root {$colours} $rules $script", colours=colours, rules=EVERYWHERE, script=_typefaces()))


def _typefaces() -> Safe:
    """Return the typefaces and line breaks of the visitor's language, behind our own typefaces."""
    kind = LANGUAGES[language()]
    return css(TYPEFACES, fonts=kind.fonts, breaks=kind.breaks) if kind.fonts and kind.breaks else css("")


def style_section() -> None:
    """Give the page the rules of a section."""
    style(SECTION)
