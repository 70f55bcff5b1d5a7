"""The answer, large, with its probability: what everybody came for."""

from collections.abc import Sequence
from itertools import pairwise

import streamlit as st

from nncore import KEPT, NOT_SURE, Array, Box, Network, is_sure, line_breaks, softmax
from ui.components.announce import announce
from ui.components.markup import css, fill, show
from ui.numbers import a_digit, fixed, percent, share


def show_answer(network: Network, x: Array, probabilities: Array) -> None:
    """Show the network's answer to one image."""
    tell_answer(probabilities, sure=bool(is_sure(network, x)))


def tell_answer(probabilities: Array, *, sure: bool) -> None:
    """Show the most probable digit in the primary colour, how probable it is, and a doubt if there is one."""
    best = int(probabilities.argmax())
    share_of_it = percent(float(probabilities[best]))
    big_digit(str(best), share_of_it)
    said = f"The answer: {best}, {share_of_it.replace('>', 'more than')}"
    if not sure:
        st.markdown(doubt(probabilities))
        said += f". {doubt(probabilities)}"
    announce(said.replace("**", ""))


def doubt(probabilities: Array) -> str:
    """Return what to say of an answer that does not count as sure: “Not sure: a 4, or perhaps a 9.”

    If the digit stands out among the ten, its score is low all the same: it may be no digit.
    """
    first, second = (int(k) for k in (-probabilities).argsort(kind="stable")[:2])
    if probabilities[first] >= NOT_SURE:
        return f"**Not sure** that this is a digit; it looks most like {a_digit(first)}."
    return f"**Not sure:** {a_digit(first)}, or perhaps {a_digit(second)}."


def reason(network: Network, scores: Array) -> str:
    """Return why an answer counts as sure or not: its best score (of ten) beside the bar, if there is one."""
    if network.bar is None:
        return (
            "This network has no bar for its scores: an answer counts as sure with a probability of "
            f"{share(NOT_SURE, 0)} or more."
        )
    best = float(scores.max())
    reached = f"Of 100 real digits, {int(100 * KEPT)} reach {fixed(network.bar, 2)} or more"
    told = f"Its best score is {fixed(best, 2)}. {reached}"
    if best >= network.bar:
        return f"{told}, so this looks like a digit."
    # One digit may stand out among the ten, and be weak all the same.
    alone = softmax(scores).max() >= NOT_SURE
    why = "this looks like none of them" if alone else "this is like several, and like none enough"
    return f"{told}: {why}. Do not trust the percentage."


def big_lines(boxes: list[Box], answers: list[int], doubts: Sequence[str] = ()) -> None:
    """Show the answers to digits in these boxes, in reading order, as they stand on the paper.

    A screen reader hears what doubts there are, which the page shows elsewhere.
    """
    lines = lines_of(boxes, answers)
    words = "from left to right" if len(lines) == 1 else "line by line"
    for number, line in enumerate(lines):
        big_digit(line, "" if number else words, max(map(len, lines)))
    said = [f"The answer, {words}: {', '.join(lines)}.", *doubts]
    announce(" ".join(said).replace("**", ""))


def lines_of(boxes: list[Box], answers: list[int]) -> list[str]:
    """Return the answers to digits in these boxes, a string for each line of them."""
    breaks = [0, *line_breaks(boxes), len(answers)]
    return ["".join(map(str, answers[start:end])) for start, end in pairwise(breaks)]


def big_digit(digits: str, words: str, most: int = 1) -> None:
    """Show digits as tall as five lines of text, more than four smaller, with a few words beside them.

    Lines below each other are of one size if each is told how many digits the longest has at most.
    """
    size = min(5.5, 22 / max(len(digits), most))
    look = css("--size:$size", size=f"{size:.3g}rem")
    show(
        fill(
            '<div class="answer" style="$look"><span>$digits</span><span>$words</span></div>',
            look=look,
            digits=digits,
            words=words,
        )
    )
