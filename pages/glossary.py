"""Words: every term of the course with what it means."""

from ui.glossary.words import show_words

show_words()
