"""Several digits, and photographs: each digit's picture, its answer, and the bars of the chosen one."""

from ui.draw.answer import show_details
from ui.draw.paper_and_answer import paper_and_answer
from ui.draw.read import values_of
from ui.widgets.live import Live


def several() -> Live:
    """Tell how many digits were read."""
    read, place = paper_and_answer()
    count, revealed = len(read.shown.digits) if read else 0, read is None or read.revealed
    if read and revealed:
        with place:
            show_details(read)
    done = {"two-digits": count > 1 or (count == 1 and "one-only")}
    return Live(values=values_of(read), done=done, revealed=revealed)
