"""Predict first on the walk: what is asked at a step before its numbers are shown."""

from ui.forward.scene import Scene, fingerprint, hide
from ui.widgets.guess import ask_guess, revealed

EITHER = ("the first", "the second")
ABOVE = ("not more", "more than 0.5")


def question_of(scene: Scene) -> str:
    """Return the name of what is asked at this step; empty if nothing is, as there is nothing to weigh up."""
    step, layer = scene.moment.step, scene.moment.layer
    if step == 0:
        return ""
    last = layer == scene.layers
    if last and not scene.moment.adds:
        return _about_the_answer(scene)
    if scene.moment.adds:
        if scene.digit:
            return "digit-winner" if last else "digit-sum"
        return "next-number-sum" if layer == 1 else "next-number-sum-later"
    if scene.network.layers[layer - 1].h != "sigmoid":
        return ""
    return "digit-bend" if scene.digit else "next-number-bend"


def _about_the_answer(scene: Scene) -> str:
    scores = scene.trace[-2].value
    if scene.digit:
        return "digit-answer" if scene.network.layers[-1].h == "softmax" else ""
    return "next-number-out" if scores[0] != scores[1] else ""


def _situation(scene: Scene) -> object:
    """Return what the answer depends on: the step, the numbers, and the neuron if one is asked for."""
    about_one = question_of(scene) in ("digit-sum", "digit-bend")
    neuron = scene.neuron if about_one else 0
    return scene.moment.step, neuron, fingerprint(scene.network, scene.trace["X"])


def until_guessed(scene: Scene) -> Scene:
    """Return the scene, its numbers hidden as long as they wait for a guess."""
    name = question_of(scene)
    return hide(scene) if name and not revealed(name, _situation(scene)) else scene


def ask(scene: Scene) -> None:
    """Ask for a guess while the numbers are hidden; afterwards say whether it was right."""
    name = question_of(scene)
    if name:
        values = _answers(scene)
        first = values.get("first_sum")
        within = 0.01 * abs(first) if isinstance(first, float) else 0.0
        ask_guess(name, _situation(scene), values, within=within)


def _answers(scene: Scene) -> dict[str, object]:
    """Return what a prediction's texts speak of."""
    value = scene.trace[scene.moment.step].value
    if scene.digit:
        marked = float(value[scene.neuron])
        return {
            "marked_sum_above_zero": _yes(marked > 0),
            "marked_bend": _yes(marked > 0.5),
            "winner": int(scene.trace.Y.argmax()),
        }
    first = float(value[0])
    return {
        "first_sum": first,
        "first_sum_above_one": _yes(first > 1),
        "first_bend": ABOVE[first > 0.5],
        "output_function": scene.network.layers[-1].h.replace("identity_function", "the identity"),
        "larger_output": EITHER[int(scene.trace.Y.argmax())],
    }


def _yes(true: bool) -> str:
    return "yes" if true else "no"
