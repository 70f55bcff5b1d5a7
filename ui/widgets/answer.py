"""The answer of the network, large, with its probability and its doubts."""

from collections.abc import Sequence
from itertools import pairwise

import streamlit as st

from nncore import KEPT, NOT_SURE, Array, Box, Network, is_sure, line_breaks, softmax
from ui.components.announce import announce
from ui.components.markup import css, fill, show
from ui.language import _
from ui.numbers import a_digit, fixed, percent, share


def show_answer(network: Network, x: Array, probabilities: Array) -> None:
    """Show the network's answer to one image."""
    tell_answer(probabilities, sure=bool(is_sure(network, x)))


def tell_answer(probabilities: Array, *, sure: bool) -> None:
    """Show the most probable digit with its probability, and a doubt if the answer is not sure."""
    best = int(probabilities.argmax())
    share_of_it = percent(float(probabilities[best]))
    big_digit(str(best), share_of_it)
    said = _("The answer: {digit}, {share}").format(
        digit=best, share=share_of_it.replace(">", _("more than"))
    )
    if not sure:
        st.markdown(doubt(probabilities))
        said += f". {doubt(probabilities)}"
    announce(said.replace("**", ""))


def doubt(probabilities: Array) -> str:
    """Return the sentence for an answer that is not sure: “Not sure: a 4, or perhaps a 9.”

    Where one digit stands out and the score is low all the same, it may be no digit.
    """
    first, second = (int(k) for k in (-probabilities).argsort(kind="stable")[:2])
    if probabilities[first] >= NOT_SURE:
        return _("**Not sure** that this is a digit; it looks most like {digit}.").format(
            digit=a_digit(first)
        )
    return _("**Not sure:** {first}, or perhaps {second}.").format(
        first=a_digit(first), second=a_digit(second)
    )


def reason(network: Network, scores: Array) -> str:
    """Return why an answer counts as sure or not: its best score (of ten) beside the bar, if there is one."""
    if network.bar is None:
        return _(
            "This network has no bar for its scores: an answer counts as sure with a probability of "
            "{share} or more."
        ).format(share=share(NOT_SURE, 0))
    best = float(scores.max())
    values = {"best": fixed(best, 2), "of_100": int(100 * KEPT), "bar": fixed(network.bar, 2)}
    if best >= network.bar:
        words = _(
            "Its best score is {best}. Of 100 real digits, {of_100} reach {bar} or more, "
            "so this looks like a digit."
        )
    elif softmax(scores).max() >= NOT_SURE:  # one digit may stand out among the ten, and be weak all the same
        words = _(
            "Its best score is {best}. Of 100 real digits, {of_100} reach {bar} or more: "
            "this looks like none of them. Do not trust the percentage."
        )
    else:
        words = _(
            "Its best score is {best}. Of 100 real digits, {of_100} reach {bar} or more: "
            "this is like several, and like none enough. Do not trust the percentage."
        )
    return words.format(**values)


def big_lines(boxes: list[Box], answers: list[int], doubts: Sequence[str] = ()) -> None:
    """Show the answers to digits in these boxes, in reading order, as they stand on the paper.

    A screen reader also says the doubts, which the page shows elsewhere.
    """
    lines = lines_of(boxes, answers)
    words = _("from left to right") if len(lines) == 1 else _("line by line")
    for number, line in enumerate(lines):
        big_digit(line, "" if number else words, max(map(len, lines)))
    said = [_("The answer, {order}: {digits}.").format(order=words, digits=", ".join(lines)), *doubts]
    announce(" ".join(said).replace("**", ""))


def lines_of(boxes: list[Box], answers: list[int]) -> list[str]:
    """Return the answers to digits in these boxes, one string for each line."""
    breaks = [0, *line_breaks(boxes), len(answers)]
    return ["".join(map(str, answers[start:end])) for start, end in pairwise(breaks)]


def big_digit(digits: str, words: str, most: int = 1) -> None:
    """Show digits as tall as five lines of text, smaller if there are more than four, with words beside them.

    `most` is the number of digits in the longest line, so that all lines have one size.
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
