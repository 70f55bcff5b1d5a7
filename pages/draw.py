"""Draw a digit: what the network sees of it, and what it answers."""

from ui.draw.desk import your_digit
from ui.draw.nearest_images import looks_nothing_up
from ui.draw.several import several
from ui.draw.stages import preparation
from ui.draw.switches import three_switches
from ui.widgets.lesson import show_lesson

show_lesson(
    "draw",
    {
        "your-digit": your_digit,
        "preparation": preparation,
        "three-switches": three_switches,
        "nearest": looks_nothing_up,
        "several": several,
    },
    alone=["three-switches"],
    together=True,
)
