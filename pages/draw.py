"""Draw a digit: what the network answers, what it sees, what was nearest to it, several digits at once."""

from ui.draw.nearest import nearest
from ui.draw.paper import clear_paper
from ui.draw.preparation import preparation
from ui.draw.several import several
from ui.draw.three_switches import three_switches
from ui.draw.your_digit import your_digit
from ui.frame import show_page
from ui.widgets.ink_link import open_linked_drawing

SECTIONS = [your_digit, preparation, three_switches, nearest, several]

open_linked_drawing("draw")
show_page("draw", SECTIONS, clear=clear_paper)
