"""Why it answered so: one neuron's sum taken apart, the pixels that pushed the answer, and a test of that."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np
import streamlit as st

from nncore import (
    Array,
    Balance,
    Network,
    balance,
    contributions,
    occlude,
    occlusion_curve,
    predict,
    saliency,
    terms,
)
from ui.figures.curves import shares_chart
from ui.figures.pixels import activation_picture, show_pixels, signed_picture
from ui.figures.vega import rows_of
from ui.forward.asking import ask, until_guessed
from ui.forward.bar import show_bar, walk_style
from ui.forward.chosen_digit import choose_digit
from ui.forward.forward_state import forward_state
from ui.forward.one_neuron import choose_neuron, show_activation, show_sum, show_what_it_found
from ui.forward.scene import Scene, digit_scene, fingerprint
from ui.forward.step_view import name_step
from ui.numbers import minus, percent
from ui.theme import Theme, current_theme
from ui.widgets.chart import as_table, by_pixel, show_chart, side_by_side
from ui.widgets.guess import ask_guess
from ui.widgets.live import UNKNOWN, Live
from ui.widgets.number_field import Range, number_field, show_refusal

MOST = 100
"""How many pixels can be erased."""
USUAL = 20
"""So many are, until the learner says otherwise."""
LOW = 240
"""The height of the chart, in pixels."""
ORDERS = 10
"""How many random orders of erasing the important one is compared with."""


def why_this_answer() -> Live:
    """Take the sum of one neuron apart, in the layer at which the walk stands."""
    choose_digit()
    scene = until_guessed(digit_scene())
    show_bar(scene)
    sums, found = st.columns(2, gap="small")
    with sums.container(key="sums"):
        name_step(scene)
        if scene.moment.step:
            choose_neuron(scene)
            show_sum(current_theme(), scene)
    with found:
        ask(scene)
        _show_found(scene)
    return Live(
        values={"balance_score": 2} | _for_and_against(scene),
        seen=states_of(scene),
        mistakes={"take-apart": {"forgot-bias": 3.5, "against-added": 20.0, "bias-sign": 5.0}},
        revealed=not scene.moment.hidden,
        code=[terms, balance, contributions],
    )


def _show_found(scene: Scene) -> None:
    """Show what the neuron found; at the input the picture, which the neurons of layer 1 read."""
    if scene.moment.step == 0:
        picture = activation_picture(current_theme(), scene.trace["X"].reshape(28, 28))
        show_pixels(picture, "The picture", 240)
        return
    if not scene.moment.hidden:
        show_what_it_found(current_theme(), scene)
    if not scene.moment.adds:
        show_activation(current_theme(), scene)


def states_of(scene: Scene) -> list[str]:
    """Return what there is to say about the neuron."""
    if scene.moment.step == 0:
        return ["input"]
    sides = evidence_of(scene)
    decides = abs(sides.pro + sides.con) < abs(sides.bias)
    layer = "also-first-layer" if scene.moment.layer == 1 else "also-deeper"
    return [*(["bias-decides"] if decides else []), layer]


def _for_and_against(scene: Scene) -> dict[str, object]:
    """Return what speaks for the neuron's sum and against it, as the words tell it."""
    if scene.moment.step == 0:
        return dict.fromkeys(("for", "against", "bias", "score"), UNKNOWN)
    sides = evidence_of(scene)
    values = {"for": sides.pro, "against": sides.con, "bias": sides.bias, "score": sides.total}
    return {name: minus(value) for name, value in values.items()}


def evidence_of(scene: Scene) -> Balance:
    """Return what spoke for the neuron's sum and against it."""
    return balance(scene.network, scene.trace, scene.moment.layer, scene.neuron)


@dataclass(frozen=True)
class Erasing:
    """A test of which pixels matter: the important ones are erased, and as many others at random.

    Attributes
    ----------
    scene : Scene
    order : ndarray of int
        The pixels that pushed the answer, those that pushed most first.
    count : int
        How many of them are erased.
    lines : mapping
        The answer's probability as more and more is erased, in either order.
    """

    scene: Scene
    order: Array
    count: int
    lines: Mapping[str, Array]

    @property
    def answer(self) -> int:
        """What the network answers to the whole picture."""
        return int(self.scene.trace.Y.argmax())

    @property
    def left(self) -> Array:
        """What is left of the picture."""
        return occlude(self.scene.trace["X"], self.order[: self.count])

    @property
    def now(self) -> Array:
        """The probabilities of what is left."""
        return predict(self.scene.network, self.left)


def erasing_of(scene: Scene) -> Erasing:
    """Return the test of a picture, with as many pixels erased as the learner has said."""
    network, x, answer = scene.network, scene.trace["X"], int(scene.trace.Y.argmax())
    order = important(scene)
    fading = occlusion_curve(network, x, order)[:, answer]
    lines = {"most important first": fading, "at random": at_random(network, x, answer, len(order))}
    return Erasing(scene, order, erased_now(len(order)), lines)


def is_it_honest() -> Live:
    """Show which pixels pushed the answer, and let the learner erase them and compare."""
    walk_style()
    choose_digit()
    test, pictures = erasing_of(digit_scene()), st.container(horizontal=True, gap="small", key="pushes")
    shown = _guess(test)
    with pictures:
        pushes = _show_pushes(current_theme(), test.scene)
        if shown:
            picture = activation_picture(current_theme(), test.left.reshape(28, 28))
            _show_picture("Erased", picture, "The digit with these pixels erased")
    if shown:
        _show_test(test, pushes)
    reads = int(test.now.argmax())
    touched = forward_state().erased is not None
    return Live(
        values={"erased": test.count, "now_reads": reads},
        done={"change-its-mind": touched and (reads != test.answer or "not-yet")},
        revealed=shown,
        code=[saliency, occlude, occlusion_curve],
    )


def _guess(test: Erasing) -> bool:
    """Ask what will come of it; return whether that may be shown."""
    fading, others = test.lines.values()
    asked = min(USUAL, len(test.order))
    further = "yes" if fading[asked] < others[asked] else "no"
    situation = fingerprint(test.scene.network, test.scene.trace["X"])
    return bool(ask_guess("faster", situation, {"falls_further": further}))


def _show_test(test: Erasing, pushes: Mapping[int, Array]) -> None:
    """Let the learner say how many pixels are erased, and show what became of the answer."""
    numbers, lines = st.columns([1, 2], gap="small")
    with numbers:
        _choose_erased(len(test.order))
        st.markdown(_outcome(test.answer, test.scene.trace.Y, test.now))
        columns = {f"push on {k}": push for k, push in pushes.items()}
        as_table("Pixels", partial(by_pixel, pixel=test.scene.trace["X"], **columns))
    with lines:
        _show_fading(current_theme(), test)


def _show_pushes(theme: Theme, scene: Scene) -> dict[int, Array]:
    """Show the pixels that pushed the answer and the runner-up, and return how much each did."""
    best = [int(k) for k in np.argsort(-scene.trace.Y, kind="stable")[:2]]
    pushes = {k: saliency(scene.network, scene.trace["X"], k) for k in best}
    limit = max(float(np.abs(push).max()) for push in pushes.values())
    for k, name in zip(best, ("Answer", "Runner-up"), strict=True):
        picture = signed_picture(theme, pushes[k].reshape(28, 28), limit)
        alt = f"The pixels that pushed the score of {k} up, in blue, and down, in orange"
        _show_picture(f"{name}: **{k}** ({percent(float(scene.trace.Y[k]))})", picture, alt)
    return pushes


def _show_picture(title: str, picture: Array, alt: str) -> None:
    """Show a small picture under its title."""
    with st.container(gap="xsmall"):
        st.markdown(title)
        show_pixels(picture, alt, "stretch")


def _choose_erased(last: int) -> None:
    fits = Range("the field of pixels", 0, last, whole=True)
    number_field("Pixels to erase", erased_now(last), fits, _set_erased, key="erased_field", width=150)
    show_refusal(fits.whose)


def important(scene: Scene) -> Array:
    """Return the pixels that pushed the answer, those that pushed most first."""
    push = saliency(scene.network, scene.trace["X"], int(scene.trace.Y.argmax()))
    return np.argsort(-push, kind="stable")[: min(MOST, np.count_nonzero(push > 0))]


def erased_now(last: int) -> int:
    """Return how many pixels are erased, of so many that can be."""
    erased = forward_state().erased
    return min(USUAL if erased is None else erased, last)


def _set_erased(count: float) -> None:
    forward_state().erased = int(count)


def _show_fading(theme: Theme, test: Erasing) -> None:
    """Show how the answer fades as pixels are erased, beside other pixels at random."""
    ends, ways = (0, len(test.order)), test.lines
    rows = [row for kind, way in ways.items() for row in rows_of(x=range(len(way)), share=way, kind=kind)]
    colours = dict(zip(ways, (theme.primary, theme.muted), strict=True))
    chart = shares_chart(theme, rows, "pixels erased", test.count, colours, ends=ends) | {"height": LOW}
    alt = "The answer's probability as pixels are erased, by weight and at random"
    show_chart(chart, alt, "Erasing", lambda: side_by_side(rows, "pixels erased", "x", "share", "kind"))


def _outcome(answer: int, before: Array, after: Array) -> str:
    """Say what erasing did to the answer's probability, and what is read now."""
    was, is_now = (percent(float(y[answer])) for y in (before, after))
    verb = "falls" if after[answer] < before[answer] else "rises"
    change = f"stays at {was}" if was == is_now else f"{verb} from {was} to {is_now}"
    now = int(after.argmax())
    other = "" if now == answer else f"; now it reads **{now}** ({percent(float(after[now]))})"
    return f"**{answer}** {change}{other}."


def at_random(network: Network, x: Array, answer: int, count: int) -> Array:
    """Return the mean probability of the answer when inked pixels are erased in random orders."""
    rng = np.random.default_rng(0)  # the same orders each time, so that the line does not flicker
    inked = np.flatnonzero(x)
    lines = [occlusion_curve(network, x, rng.permutation(inked)[:count])[:, answer] for _ in range(ORDERS)]
    return np.mean(lines, axis=0)
