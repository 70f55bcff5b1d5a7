"""A card at the end of a way: what one can do now, and the sheet to take along."""

from collections.abc import Callable

from ui.components.markup import css, style
from ui.theme import current_theme
from ui.widgets.my_marks import show_sheet

CARD = """
.st-key-beat-$beat {background: $second; border: 1px solid $line; border-radius: 6px; padding: 1.5rem}
"""


def card(beat: str) -> Callable[[], None]:
    """Return an instrument that makes a card of a beat, and lets the learner take the sheet along."""

    def show() -> None:
        theme = current_theme()
        style(css(CARD, beat=beat, second=theme.second, line=theme.line))
        show_sheet(beat)

    return show
