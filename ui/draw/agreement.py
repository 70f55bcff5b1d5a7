"""What the lesson says of the labels of the nearest images, and of the network's answer."""

import numpy as np

from nncore import Array
from ui.numbers import a_digit

NUMBERS = ("none", "one", "two", "three", "four", "five", "six")


def state(labels: Array, answer: int) -> str:
    """Return how many of the labels are the answer, as the lesson knows it."""
    same = labels == answer
    return "all-agree" if same.all() else "some-agree" if same.any() else "none-agree"


def agreement(labels: Array, answer: int) -> dict[str, object]:
    """Return what the lesson says of the labels and the answer."""
    same = int(np.count_nonzero(labels == answer))
    return {
        "a_answer": a_digit(answer),
        "count_agree": NUMBERS[same].capitalize(),
        "are_answer": f"is {a_digit(answer)}" if same == 1 else f"are {answer}s",
        "others": ", ".join(str(label) for label in labels[labels != answer]),
    }
