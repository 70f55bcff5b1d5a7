"""Draw a digit: what the network answers, what it sees, what was nearest to it, several digits at once."""

from ui.draw.clear_paper import START, clear_paper
from ui.draw.nearest_images import nearest
from ui.draw.paper_and_answer import your_digit
from ui.draw.several import several
from ui.draw.stages import preparation
from ui.draw.switches import three_switches
from ui.frame import show_page
from ui.widgets.ink_link import open_link

SECTIONS = [your_digit, preparation, three_switches, nearest, several]

open_link("draw")
names = [each.__name__.replace("_", "-") for each in SECTIONS]
show_page("draw", SECTIONS, plays=names, start=START, clear=clear_paper)
