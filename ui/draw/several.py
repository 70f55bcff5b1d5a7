"""Several digits, and photographs: each digit's picture, its answer, and the bars of the chosen one."""

from ui.draw.paper_and_answer import paper_and_answer
from ui.draw.read import values_of
from ui.draw.reading import show_details
from ui.widgets.live import Live


def several() -> Live:
    """Tell how many digits were read."""
    read, place = paper_and_answer()
    digits = read.shown.digits if read else ()
    if read and read.revealed:
        with place:
            show_details(read)
    return Live(
        values=values_of(read),
        done={"two-digits": len(digits) > 1 or (len(digits) == 1 and "one-only")},
        revealed=read is None or read.revealed,
    )
