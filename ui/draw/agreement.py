"""What the lesson says of the labels of the nearest images, and of the network's answer."""

import numpy as np

from nncore import Array
from ui.language import N_, _, ngettext
from ui.numbers import a_digit

NUMBERS = (N_("none"), N_("one"), N_("two"), N_("three"), N_("four"), N_("five"), N_("six"))


def state(labels: Array, answer: int) -> str:
    """Return how many of the labels are the answer, as the lesson knows it."""
    same = labels == answer
    return "all-agree" if same.all() else "some-agree" if same.any() else "none-agree"


def agreement(labels: Array, answer: int) -> dict[str, object]:
    """Return what the lesson says of the labels and the answer."""
    same = int(np.count_nonzero(labels == answer))
    digit = {"digit": answer, "a_digit": a_digit(answer)}
    return {
        "a_answer": a_digit(answer),
        "count_agree": _(NUMBERS[same]).capitalize(),
        "are_answer": ngettext("is {a_digit}", "are {digit}s", same).format(**digit),
        "others": ", ".join(str(label) for label in labels[labels != answer]),
    }
