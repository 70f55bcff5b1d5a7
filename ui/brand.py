"""The product's name, mark and words: in the sidebar, in a browser's tabs, and beside a link in a chat."""

from pathlib import Path

from ui.course import COURSE, Page
from ui.language import N_, _
from ui.theme import Theme

NAME = "Gates to Digits"
VERSION = "0.2.0"
CLAIM = N_(
    "From one perceptron to a network that reads the digit you draw: an interactive course in your browser."
)
BRAND = Path(__file__).resolve().parent.parent / "assets/brand"
ICON, TOUCH_ICON, PREVIEW = (BRAND / f"{name}.png" for name in ("icon", "touch-icon", "preview"))
PREVIEW_SIZE = (1200, 630)
"""Pixels of the picture that a chat shows beside a link."""
LOGO = (BRAND / "logo.svg").read_text(encoding="utf-8")


def logo(theme: Theme) -> str:
    """Return the mark and the name as an SVG that can be read on the theme's paper."""
    return LOGO.replace("currentColor", theme.ink)


def tab_title(page: Page) -> str:
    """Return what a browser calls a page in its tab and its history, and a chat beside a link."""
    return f"{NAME}: {page.question}" if page is COURSE[0] else f"{page.title} · {NAME}"


def described(page: Page) -> str:
    """Return what a page is about, for whoever has only its link."""
    return _(CLAIM) if page is COURSE[0] else f"{page.question} {page.summary}"
