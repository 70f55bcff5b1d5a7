"""The product's name, logo and description: for the sidebar, browser tabs and link previews."""

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
"""The size of the preview picture of a link, in pixels."""
LOGO = (BRAND / "logo.svg").read_text(encoding="utf-8")


def logo(theme: Theme) -> str:
    """Return the logo with the name as an SVG in the ink of the theme."""
    return LOGO.replace("currentColor", theme.ink)


def tab_title(page: Page) -> str:
    """Return the title of a page in tabs, history and link previews."""
    return f"{NAME}: {page.question}" if page is COURSE[0] else f"{page.title} · {NAME}"


def described(page: Page) -> str:
    """Return the description of a page in link previews."""
    return _(CLAIM) if page is COURSE[0] else f"{page.question} {page.summary}"
