"""Which pixels pushed the answer, and a test of that: they are erased, and as many others at random."""

from functools import partial

import numpy as np
import streamlit as st

from nncore import Array, Network, occlude, occlusion_curve, saliency
from ui.address import bound, parameter, value_of
from ui.figures.curves import shares_chart
from ui.figures.pixels import activation_picture, show_pixels, signed_picture
from ui.forward.chosen_digit import choose_digit
from ui.forward.scene import Scene, digit_scene, fingerprint
from ui.language import _
from ui.numbers import percent
from ui.theme import current_theme
from ui.widgets.chart import as_table, by_pixel, show_plot
from ui.widgets.guess import ask_guess, choice
from ui.widgets.live import Live

MOST = 100
"""How many pixels can be erased."""
ASKED = 20
"""How many erased pixels the prediction asks about."""
ORDERS = 10
"""How many random orders of erasing the important one is compared with."""
LOW = 15
"""The height of the chart, in rem."""


def is_it_honest() -> Live:
    """Show which pixels pushed the answer, and let the learner erase them and compare."""
    choose_digit()
    scene, pictures = digit_scene(), st.container(horizontal=True, gap="small", key="pushes")
    network, x, answer = scene.network, scene.trace["X"], int(scene.trace.Y.argmax())
    order = _important(network, x, answer)
    fading = occlusion_curve(network, x, order)
    others = _at_random(network, x, answer, len(order))
    asked = min(ASKED, len(order))
    further = choice("faster", int(fading[asked, answer] >= others[asked]))
    shown = ask_guess("faster", fingerprint(network, x), {"falls_further": further})
    with pictures:
        pushes = _show_pushes(scene)
    count = min(int(value_of("forward", "erased")), len(order))
    if shown:
        _show_test(x, fading, others, count, pushes)
        with pictures:
            left = activation_picture(current_theme(), occlude(x, order[:count]).reshape(28, 28))
            show_pixels(left, _("The digit with these pixels erased"), "stretch", [_("Erased")])
    reads = int(fading[count].argmax())
    touched = value_of("forward", "erased") != parameter("forward", "erased").start
    return Live(
        values={"erased": count, "now_reads": reads},
        done={"change-its-mind": touched and (reads != answer or "not-yet")},
        revealed=shown,
        code=[saliency, occlude, occlusion_curve],
    )


def _show_test(x: Array, fading: Array, others: Array, count: int, pushes: dict[str, Array]) -> None:
    """Let the learner say how many pixels are erased, and show what became of the answer."""
    numbers, lines = st.columns([1, 2], gap="small")
    with numbers:
        st.slider(_("Pixels to erase"), **bound("forward", "erased"))
        st.markdown(_outcome(fading[0], fading[count]))
        as_table(_("Pixels"), partial(by_pixel, **{_("pixel"): x} | pushes))
    with lines:
        _show_fading(fading[:, fading[0].argmax()], others, count)


def _important(network: Network, x: Array, answer: int) -> Array:
    """Return the pixels that pushed the answer, those that pushed most first."""
    push = saliency(network, x, answer)
    return np.argsort(-push, kind="stable")[: min(MOST, np.count_nonzero(push > 0))]


def _at_random(network: Network, x: Array, answer: int, count: int) -> Array:
    """Return the mean probability of the answer when inked pixels are erased in random orders."""
    rng = np.random.default_rng(0)  # the same orders each time, so that the line does not flicker
    inked = np.flatnonzero(x)
    lines = [
        occlusion_curve(network, x, rng.permutation(inked)[:count])[:, answer] for _order in range(ORDERS)
    ]
    return np.mean(lines, axis=0)


def _show_pushes(scene: Scene) -> dict[str, Array]:
    """Show the pixels that pushed the answer and the runner-up, and return how much each did."""
    best = np.argsort(-scene.trace.Y, kind="stable")[:2].tolist()
    pushes = [saliency(scene.network, scene.trace["X"], k) for k in best]
    limit = max(float(np.abs(push).max()) for push in pushes)
    titles = _("Answer: **{digit}** ({share})"), _("Runner-up: **{digit}** ({share})")
    for k, push, title in zip(best, pushes, titles, strict=True):
        picture = signed_picture(current_theme(), push.reshape(28, 28), limit)
        alt = _("The pixels that pushed the score of {digit} up, in blue, and down, in orange")
        title = title.format(digit=k, share=percent(float(scene.trace.Y[k])))
        show_pixels(picture, alt.format(digit=k), "stretch", [title])
    return {_("push on {digit}").format(digit=k): push for k, push in zip(best, pushes, strict=True)}


def _outcome(before: Array, after: Array) -> str:
    """Say what erasing did to the answer's probability, and what is read now."""
    answer, now = int(before.argmax()), int(after.argmax())
    was, is_now = (percent(float(y[answer])) for y in (before, after))
    text = _("**{answer}**: {was} before, {is_now} now. It reads **{now}**.")
    return text.format(answer=answer, was=was, is_now=is_now, now=now)


def _show_fading(fading: Array, others: Array, count: int) -> None:
    """Show how the answer fades as pixels are erased, beside other pixels at random."""
    erased = range(len(fading))
    lines = {_("most important first"): (erased, fading), _("at random"): (erased, others)}
    alt = _("The answer's probability as pixels are erased, by weight and at random")
    ends = 0, len(fading) - 1
    chart = shares_chart(current_theme(), lines, _("pixels erased"), count, alt, ends=ends)
    show_plot(chart, "shares", _("Erasing"), LOW)
