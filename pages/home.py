"""Start here: what the course is, a digit being read, and the way to every page."""

from ui.home.course_cards import counted, way
from ui.home.first_reading import reading
from ui.widgets.lesson import show_lesson

show_lesson(
    "home",
    {"a-digit-is-read": reading, "made-of-neurons": counted, "the-way": way},
    alone=["a-digit-is-read"],
)
