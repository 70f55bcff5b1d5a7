"""Several digits, and photographs: they stand on the desk; here is what there is to say of them."""

from ui.address import only_beat
from ui.draw.bring_picture import bring_button
from ui.draw.desk import desk
from ui.draw.read import values_of
from ui.widgets.lesson import Live


def several() -> Live:
    """Offer to bring a picture, and tell how many digits were read."""
    read = desk()
    if not only_beat("draw"):
        bring_button("bring-another")
    digits = read.shown.digits if read else ()
    return Live(
        values=values_of(read),
        done={"two-digits": len(digits) > 1 or (len(digits) == 1 and "one-only")},
        revealed=read is None or read.revealed,
    )
