"""Images that the network has never seen: the first of them, and how many it reads correctly."""

import streamlit as st

from nncore import read
from ui.figures.batch_picture import contact_sheet
from ui.figures.pixels import show_pixels
from ui.language import _
from ui.numbers import grouped, share
from ui.resources import test_set
from ui.state.own_network import in_use, name_in_use, network_in_use
from ui.theme import current_theme
from ui.widgets.guess import ask_guess
from ui.widgets.live import Live

SHOWN = 50
"""How many of the images are shown."""


def kept_apart() -> Live:
    """Show the first of the images; ask for the accuracy, and tell it."""
    images, labels = (part[:SHOWN] for part in test_set())
    sheet = contact_sheet(current_theme(), images / 255, marks_first=False)
    alt = _("The first {count} test images: {labels}")
    show_pixels(sheet, alt.format(count=SHOWN, labels=", ".join(map(str, labels.tolist()))), "stretch")
    reading = in_use().reading
    accuracy = share(reading.accuracy)
    values = {"of_100": 100 * reading.accuracy, "accuracy": accuracy}
    revealed = ask_guess("of-a-hundred", (name_in_use(), reading.accuracy), values, within=1)
    if revealed:
        sizes = "-".join(map(str, network_in_use().sizes))
        words = _("Read correctly by {network}, {sizes}").format(network=name_in_use(), sizes=sizes)
        counted = _("{right} of {total} test images")
        counted = counted.format(right=grouped(int(reading.right.sum())), total=grouped(len(reading.t)))
        st.metric(words, accuracy, counted, delta_color="off", delta_arrow="off")
    return Live(values={"accuracy": accuracy}, revealed=revealed, code=[read])
