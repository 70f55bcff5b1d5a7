"""What one moves on each page, and what it changes: pairs of selectors, by the page's address."""

from urllib.parse import urlencode

from ui.address import pack
from ui.resources import test_set as digits

PICTURE = "[data-testid=stImage]"
CHART = ".stVegaLiteChart"
DRAWN = urlencode({"ink": pack(digits()[0][0])})
Pairs = list[tuple[str, str]]


def _all(beat: str, moved: str, changed: str) -> Pairs:
    """Pair each of the keys, and if there is none each of the selectors, with what it changes in a beat."""
    within = f".st-key-beat-{beat} "
    ones = [one if one.startswith("[") else f".st-key-{one}" for one in moved.split()]
    return [(within + one, within + changed) for one in ones]


WALK = "step-on strip play"
PAIRS: dict[str, Pairs] = {
    "/": [(".st-key-home-paper", ".st-key-prediction")],
    "/?at=a-digit-is-read": [(".st-key-read_another", PICTURE)],
    "/?at=made-of-neurons": [(".st-key-read_another", ".st-key-all_neurons")],
    "/gates": [
        *_all("weigh-and-decide", "signals v1 v2 theta", ".st-key-weighing_diagram"),
        *_all("three-numbers", "gate w1 w2 b row", "table"),
        *_all("two-layers", "gates_row_again", ".st-key-two_layer_diagram"),
        *_all("let-it-learn", "gates_gate_again gates_play", PICTURE),
    ],
    "/activations": [(".st-key-x", ".st-key-plot-curves")],
    "/activations?at=relu-and-slopes": [
        (".st-key-x", ".st-key-plot-curves"),
        (".st-key-curves", ".st-key-plot-curves"),
    ],
    "/activations?at=soft-gates": [(f".st-key-{key}", PICTURE) for key in ("sh", "sw1", "sw2", "sb", "k")],
    "/activations?at=why-bend": [(f".st-key-{key}", ".st-key-plot-chain") for key in ("c1", "c3", "ch")],
    "/activations?at=last-layer": [(f".st-key-{key}", "table") for key in ("a1", "a2", "a3")],
    "/activations?at=overflow": [(f".st-key-{key}", "table") for key in ("a1", "a3", "plus")],
    "/matrices": [
        *_all("three-at-once", "x1 x2 neuron", ".st-key-layer_table"),
        *_all("product", "field-A-0-0 field-B-0-0 i j", PICTURE),
        *_all("layer", "field-b-0-0", PICTURE),
        *_all("many-images", "images", PICTURE),
    ],
    "/forward": [
        *_all("three-layers", WALK, ".st-key-toy_diagram"),
        *_all("three-layers", WALK, ".st-key-sums h3"),
    ],
    "/forward?at=digit-network&step=A1": [
        *_all("digit-network", f"{WALK} image", ".st-key-digit_diagram"),
        *_all("digit-network", WALK, ".st-key-sums h3"),
    ],
    "/forward?at=why-this-answer&step=A1": [*_all("why-this-answer", "neuron1", ".st-key-sums table")],
    "/draw": [
        *_all("your-digit", "paper", ".st-key-desk-answer [data-testid=stAlert]"),
        *_all("your-digit", "pen show_me_one by_keys", ".st-key-paper"),
        *_all("three-switches", "normalize flatten one_hot_label", "table"),
    ],
    f"/draw?{DRAWN}": [
        *_all("your-digit", "paper", ".st-key-prediction"),
        *_all("your-digit", "undo clear", ".st-key-paper"),
    ],
    "/evaluate?at=one-or-many": [(".st-key-batch", "[data-testid=stProgress]")],
    "/evaluate?at=pushing": [
        (".st-key-push_right", PICTURE),
        (".st-key-push_down", CHART),
        (".st-key-push_inverted", PICTURE),
    ],
    "/learn": [(f".st-key-{key}", ".st-key-answers") for key in ("points", "plane_settings", "plane_play")],
    "/learn?at=own-points": [(f".st-key-{key}", ".st-key-answers") for key in ("brush", "own_play")],
    "/learn?at=first-weights": [
        (f".st-key-{key}", ".st-key-answers") for key in ("eta", "start", "plane_play")
    ],
    "/learn?at=digits-learned": [(".st-key-digits_play", ".st-key-weight_sheet")],
    "/loss": [(f".st-key-{key}", ".st-key-ten_bars") for key in ("said", "meant")],
    "/loss?at=cross-entropy": [(f".st-key-{key}", ".st-key-losses_of_one") for key in ("said", "meant")],
    "/loss?at=not-mistakes": [(".st-key-weight_move", ".st-key-staircase")],
    "/loss?at=which-way": [(f".st-key-{key}", ".st-key-tangent") for key in ("place", "small_step")],
    "/loss?at=two-numbers": [(".st-key-hollow_rate", ".st-key-hollow")],
    "/loss?at=real-loss": [(f".st-key-{key}", ".st-key-xor_hollow") for key in ("xor_rate", "xor_start")],
    "/loss?at=every-weight": [(f".st-key-{key}", "table") for key in ("simple_one", "simple_ten", "pushed")],
    "/backprop": [(f".st-key-{key}", ".st-key-graph") for key in ("basket", "goes_back")],
    "/backprop?at=back-one-neuron": [
        (f".st-key-{key}", ".st-key-graph") for key in ("bx", "bw", "bb", "goes_back")
    ],
    "/backprop?at=bend-slope": [(f".st-key-{key}", ".st-key-bend") for key in ("bh", "ba")],
    "/backprop?at=back-layer": [
        (f".st-key-{key}", ".st-key-layer_back") for key in ("back_input", "d1", "d3")
    ],
    "/backprop?at=walk-back": [
        (f".st-key-{key}", ".st-key-back_diagram") for key in ("back_net", "back_next", "back_strip-dA3")
    ],
    "/teach": [],
    "/glossary": [],
}
