"""Draw a digit: what the network sees of it, and what it answers."""

from ui.draw.clear_desk import START, clear_desk
from ui.draw.desk import your_digit
from ui.draw.nearest_images import looks_nothing_up
from ui.draw.several import several
from ui.draw.stages import preparation
from ui.draw.switches import three_switches
from ui.widgets.ink_link import open_link
from ui.widgets.lesson import begin, end, show_beats

BEATS = {
    "your-digit": your_digit,
    "preparation": preparation,
    "three-switches": three_switches,
    "nearest": looks_nothing_up,
    "several": several,
}

ABOUT_IT = ("preparation", "nearest", "several")

begin("draw", START, clear_desk)
open_link("draw")
show_beats("draw", BEATS, alone=BEATS, follows={name: ["your-digit"] for name in ABOUT_IT})
end("draw")
