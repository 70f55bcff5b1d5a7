"""Start here: the paper, what the course is, a digit being read, and the way to every page."""

from ui.address import only_beat
from ui.home.course_cards import counted, way
from ui.home.first_reading import reading
from ui.home.first_sheet import START, clear_sheet, draw_here
from ui.widgets.ink_link import open_link
from ui.widgets.lesson import begin, end, show_beats

begin("home", START, clear_sheet)
if not only_beat("home"):
    open_link("home")
    draw_here()
show_beats(
    "home",
    {"a-digit-is-read": reading, "made-of-neurons": counted, "the-way": way},
    alone=["a-digit-is-read"],
)
end("home")
