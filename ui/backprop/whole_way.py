"""The end of the course: the sheet to take along."""

from ui.widgets.my_marks import show_sheet


def the_whole_way() -> None:
    """Let the learner take along what was done."""
    show_sheet("the-whole-way")
