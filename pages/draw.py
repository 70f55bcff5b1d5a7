"""Draw a digit: what the network sees of it, and what it answers."""

from ui.components.fragment import fragment
from ui.draw.clear_desk import START, clear_desk
from ui.draw.desk import your_digit
from ui.draw.ink_link import open_link
from ui.draw.nearest_images import looks_nothing_up
from ui.draw.several import several
from ui.draw.stages import preparation
from ui.draw.switches import three_switches
from ui.widgets.lesson import begin, end, show_beats

begin("draw", START, clear_desk)
open_link()
# Most beats depend on the first: they redraw together, apart from the rest of the page.
fragment(show_beats)(
    "draw",
    {
        "your-digit": your_digit,
        "preparation": preparation,
        "three-switches": three_switches,
        "nearest": looks_nothing_up,
        "several": several,
    },
)
end("draw")
