"""What one moves on each page, and what it changes: pairs of selectors, by the page's address."""

from urllib.parse import urlencode

from ui.address import pack
from ui.resources import test_set as digits

PICTURE = "[data-testid=stImage]"
CHART = ".stVegaLiteChart"
DRAWN = urlencode({"ink": pack(digits()[0][0])})
PUSH = f"/evaluate?{urlencode({'section': 'How far can you push?'})}"
Pairs = list[tuple[str, str]]


def _all(beat: str, moved: str, changed: str) -> Pairs:
    """Pair each of the keys, and if there is none each of the selectors, with what it changes in a beat."""
    within = f".st-key-beat-{beat} "
    ones = [one if one.startswith("[") else f".st-key-{one}" for one in moved.split()]
    return [(within + one, within + changed) for one in ones]


WALK = "next strip-A1 play"
PAIRS: dict[str, Pairs] = {
    "/": [
        (".st-key-home-paper", ".st-key-prediction"),
        *_all("a-digit-is-read", "read_another", PICTURE),
    ],
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
    "/forward?net=digit&step=A1": [
        *_all("digit-network", f"{WALK} picture", ".st-key-digit_diagram"),
        *_all("digit-network", WALK, ".st-key-sums h3"),
        *_all("digit-network", "neuron1", ".st-key-sums table"),
    ],
    "/draw": [
        *_all("your-digit", "paper", ".st-key-desk-answer [data-testid=stAlert]"),
        *_all("your-digit", "pen show_me_one by_keys", ".st-key-paper"),
        *_all("three-switches", "normalize flatten one_hot_label", "table"),
    ],
    f"/draw?{DRAWN}": [
        *_all("your-digit", "paper", ".st-key-prediction"),
        *_all("your-digit", "undo clear", ".st-key-paper"),
    ],
    "/evaluate": _all("one-or-many", "batch", "[data-testid=stProgress]"),
    PUSH: [
        *_all("pushing", "push_right push_turn push_slant push_noise push_inverted", PICTURE),
        *_all("pushing", "curve", CHART),
    ],
    "/learn": [
        *_all("playground", "points plane_settings plane_play", ".st-key-answers"),
        *_all("digits-learned", "digit_settings digits_play", ".st-key-reads_mine"),
    ],
    "/loss": [
        *_all("how-wrong", "said meant [class*=st-key-p-]", ".st-key-ten_bars"),
        *_all("not-mistakes", "weight_move", ".st-key-staircase"),
        *_all("which-way", "place h_power", ".st-key-tangent"),
        *_all("two-numbers", "hollow_rate", ".st-key-hollow"),
        *_all("real-loss", "xor_rate xor_start", ".st-key-xor_hollow"),
        *_all("every-weight", "simple_one simple_ten", "table"),
    ],
    "/backprop": [
        *_all("apples", "basket goes_back", ".st-key-graph"),
        *_all("walk-back", "back_net back_next back_strip-dA3", ".st-key-back_diagram"),
    ],
    "/teach": [],
    "/glossary": [],
}
