"""Predict first on the walk: what is asked at a step before its numbers are shown.

Only what can be answered from the screen is asked: the scores of all digits stand beside the whole network,
not beside one neuron, and a batch has a hundred answers.
"""

from ui.forward.scene import Scene, fingerprint, hide
from ui.language import _
from ui.widgets.guess import ask_guess, choice, revealed

Values = dict[str, object]


def until_guessed(scene: Scene) -> Scene:
    """Return the scene, its numbers hidden as long as they wait for a guess."""
    name, _values = question(scene)
    return hide(scene) if name and not revealed(name, _situation(scene, name)) else scene


def ask(scene: Scene) -> None:
    """Ask for a guess while the numbers are hidden; afterwards say whether it was right."""
    name, values = question(scene)
    if name:
        first = values.get("first_sum")
        within = 0.01 * abs(first) if isinstance(first, float) else 0.0
        ask_guess(name, _situation(scene, name), values, within=within)


def question(scene: Scene) -> tuple[str, Values]:
    """Return the name of what is asked at this step, and its live values; no name where nothing is."""
    if scene.step == 0 or scene.is_batch:
        return "", {}
    return _about_a_digit(scene) if scene.digit else _about_the_book(scene)


def _about_the_book(scene: Scene) -> tuple[str, Values]:
    layer, value = scene.layer, scene.trace[scene.step].value
    first = float(value[0])
    if scene.adds:
        name, later = "next-number-sum", "next-number-sum-later"
        above_one = choice(later, int(first <= 1))
        return name if layer == 1 else later, {"first_sum": first, "first_sum_above_one": above_one}
    if layer == scene.layers:
        scores, name = scene.trace[-2].value, "next-number-out"
        h = scene.network.layers[-1].h
        function = _("the identity") if h == "identity_function" else h
        values: Values = {"output_function": function, "larger_output": choice(name, int(scores.argmax()))}
        return name if scores[0] != scores[1] else "", values
    if scene.network.layers[layer - 1].h != "sigmoid":
        return "", {}
    return "next-number-bend", {"first_bend": choice("next-number-bend", int(first <= 0.5))}


def _about_a_digit(scene: Scene) -> tuple[str, Values]:
    layer = scene.network.layers[scene.layer - 1]
    marked = float(scene.trace[scene.step].value[scene.neuron])
    if scene.layer == scene.layers and not scene.alone:
        name = "digit-winner" if scene.adds else "digit-answer" if layer.h == "softmax" else ""
        return name, {"winner": int(scene.trace.Y.argmax())}
    if scene.adds:
        return "digit-sum", {"marked_sum_above_zero": choice("digit-sum", int(marked <= 0))}
    name = "digit-bend" if layer.h == "sigmoid" else ""
    return name, {"marked_bend": choice("digit-bend", int(marked <= 0.5))}


def _situation(scene: Scene, name: str) -> object:
    """Return what the answer depends on: the step, the numbers, and the neuron if one is asked for."""
    neuron = scene.neuron if name in ("digit-sum", "digit-bend") else 0
    return scene.step, neuron, fingerprint(scene.network, scene.trace["X"])
