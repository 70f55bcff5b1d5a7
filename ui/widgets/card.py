"""The end of the course: a card that says what one can do now, and the sheet to take along."""

from ui.components.markup import css, style
from ui.theme import current_theme
from ui.widgets.my_marks import show_sheet

CARD = """
.st-key-beat-what-you-can-do {background: $second; border: 1px solid $line; border-radius: 6px;
  padding: 1.5rem}
"""


def what_you_can_do() -> None:
    """Make a card of the beat, and let the learner take the sheet along."""
    theme = current_theme()
    style(css(CARD, second=theme.second, line=theme.line))
    show_sheet("evaluate")
