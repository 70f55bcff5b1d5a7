"""Ten thousand images that it has never seen: how many of them it reads correctly, in one sentence."""

from ui.address import only_beat
from ui.figures.batch_picture import contact_sheet
from ui.figures.pixels import show_pixels
from ui.numbers import share
from ui.resources import test_set
from ui.state.chance import chance
from ui.state.own_network import name_in_use, reading_in_use
from ui.theme import current_theme
from ui.widgets.lesson import Live
from ui.widgets.predict_first import predict, revealed
from ui.widgets.prose import READING

OTHERS = (9352, 9610, 9745, 9120)
"""How many images the other network of the check reads correctly: one of these."""

SEEN = 30
"""How many of the images are shown."""


def kept_apart() -> Live:
    """Show the first of the images; ask for the accuracy, and tell it."""
    _show_first()
    reading = reading_in_use()
    accuracy = share(reading.accuracy)
    said = {"of_100": 100 * reading.accuracy, "accuracy": accuracy}
    guess = predict("of-a-hundred", _situation(), said, within=1)
    other = chance("accuracy-by-hand").choice(OTHERS)
    percent = other / 100
    return Live(
        values={
            "accuracy": accuracy,
            "right": int(reading.right.sum()),
            "total": len(reading.t),
            "network": name_in_use(),
            "other_right": other,
            "other_accuracy": percent,
            "other_share": other / 10_000,
        },
        mistakes={"accuracy-by-hand": {"share": other / 10_000, "mistakes": round(100 - percent, 2)}},
        revealed=bool(guess),
    )


def _show_first() -> None:
    images, labels = (part[:SEEN] for part in test_set())
    sheet = contact_sheet(current_theme(), images / 255, marks_first=False)
    alt = f"The first {SEEN} test images, labelled {', '.join(map(str, labels.tolist()))}"
    show_pixels(sheet, alt, READING)


def accuracy_is_told() -> bool:
    """Whether nobody is to guess the accuracy any more; a beat by itself does not wait for that."""
    return bool(only_beat("evaluate")) or revealed("of-a-hundred", _situation())


def _situation() -> object:
    return name_in_use(), reading_in_use().accuracy
