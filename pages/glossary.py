"""Words: every term of the course with what it means."""

from ui.widgets.words import show_words

show_words()
