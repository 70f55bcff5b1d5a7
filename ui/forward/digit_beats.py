"""The beats of the digit network: the walk, why it answered so, and whether that is honest."""

from collections.abc import Callable

import numpy as np
import streamlit as st

from nncore import ACTIVATIONS, Network, balance, occlude, occlusion_curve, predict, saliency, terms
from ui.address import only_beat
from ui.forward.bar import show_bar
from ui.forward.chosen_digit import is_mistake
from ui.forward.forward_state import forward_state
from ui.forward.scene import BATCH, Scene, fingerprint
from ui.forward.step_view import show_digit, show_script
from ui.forward.walk import chosen, go
from ui.forward.why import at_random, erased_now, evidence_of, important, show_erasing, show_why
from ui.numbers import minus
from ui.resources import digit_network as ours
from ui.source import show_code
from ui.theme import current_theme
from ui.widgets.lesson import UNKNOWN, Live
from ui.widgets.predict_first import predict as guess


def digit_walk(scene: Scene) -> Live:
    """Show the walk of a picture through the digit network."""
    show_bar(scene)
    show_digit(current_theme(), scene)
    show_code(*digit_code(scene), key="walk")
    show_script(scene)
    inputs, neurons = ours().sizes[:2]
    weights = inputs * neurons
    return Live(
        values={
            "batch": BATCH,
            "in_use": "-".join(map(str, scene.network.sizes)),
            "inked": int(np.count_nonzero(scene.trace["X"])),
            "first_layer_parameters": weights + neurons,
        },
        seen=states_of(scene),
        done={"see-a-mistake": mistake_seen(scene)},
        mistakes={
            "count-first-layer": {
                "weights-only": weights,
                "one-neuron": inputs + 1,
                "inputs-biased": weights + inputs,
            }
        },
        revealed=not scene.moment.hidden,
    )


def digit_code(scene: Scene) -> list[Callable[..., object]]:
    """Return what ran for this step: the pass, then what took a sum apart or bent it."""
    if scene.moment.step == 0:
        return [Network.forward]
    h = scene.network.layers[scene.moment.layer - 1].h
    return [Network.forward, terms if scene.moment.adds else ACTIVATIONS[h]]


def states_of(scene: Scene) -> list[str]:
    """Return what there is to say about the step."""
    batch = ["also-batch"] if scene.is_batch else []
    yours = ["also-yours"] if scene.own else []
    if scene.moment.step == 0:
        return [*(batch or ["also-input"]), *yours]
    sums = "also-first-layer" if scene.moment.layer == 1 else "also-deeper"
    return [*([sums] if scene.moment.adds else []), *batch, *yours]


def mistake_seen(scene: Scene) -> bool | str:
    """Whether a picture that is read wrongly was walked to the answer, or what helps."""
    if scene.digit and is_mistake(scene.network, scene.digit):
        return True if scene.at_end else "not-at-y"
    return "not-a-mistake" if scene.at_end or chosen("of") is not None else False


def why_this_answer(scene: Scene) -> Live:
    """Show what spoke for the answer and against it, once the walk has come to it."""
    balanced: dict[str, object] = {"balance_score": 2}
    mistakes = {"take-apart": {"forgot-bias": 3.5, "against-added": 20.0, "bias-sign": 5.0}}
    if not _has_come(scene, "why"):
        unknown: dict[str, object] = dict.fromkeys(("for", "against", "bias", "score"), UNKNOWN)
        return Live(values=unknown | balanced, mistakes=mistakes, revealed=False)
    show_why(current_theme(), scene)
    show_code(balance, saliency)
    sides = evidence_of(scene, int(scene.trace.Y.argmax()))
    told = {"for": sides.pro, "against": sides.con, "bias": sides.bias, "score": sides.total}
    decides = abs(sides.pro + sides.con) < abs(sides.bias)
    return Live(
        values={name: minus(value) for name, value in told.items()} | balanced,
        seen=[*(["bias-decides"] if decides else []), *(["also-no-hidden"] if scene.layers == 1 else [])],
        mistakes=mistakes,
    )


def is_it_honest(scene: Scene) -> Live:
    """Let the learner erase the pixels that are said to matter, and compare."""
    if not _has_come(scene, "honest"):
        unknown = {"erased": UNKNOWN, "now_reads": UNKNOWN}
        return Live(values=unknown, done={"change-its-mind": False}, revealed=False)
    network, x, answer = scene.network, scene.trace["X"], int(scene.trace.Y.argmax())
    order = important(scene)
    fading = occlusion_curve(network, x, order)[:, answer]
    others = at_random(network, x, answer, len(order))
    asked = min(20, len(order))
    further = "yes" if fading[asked] < others[asked] else "no"
    shown = guess("faster", fingerprint(network, x), {"falls_further": further})
    if shown:
        show_erasing(current_theme(), scene, order, fading, others)
        show_code(occlude, occlusion_curve)
    count = erased_now(len(order))
    reads = int(predict(network, occlude(x, order[:count])).argmax())
    touched = forward_state().erased is not None
    return Live(
        values={"erased": count, "now_reads": reads},
        done={"change-its-mind": touched and (reads != answer or "not-yet")},
        revealed=bool(shown),
    )


def _has_come(scene: Scene, what: str) -> bool:
    """Whether the answer is there to be explained; if not, say so. A beat by itself does not wait."""
    if scene.at_end or only_beat("forward"):
        return True
    if scene.symbol == "Y":
        st.caption("The reasons stand here when you have made your guess.")
    else:
        icon = ":material/last_page:"
        st.button("Walk on to Y", key=f"to_y_{what}", icon=icon, on_click=go, args=("Y",))
    return False
