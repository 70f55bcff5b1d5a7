"""A computational graph: what flows forward above each wire, and what comes back below it."""

from collections.abc import Mapping, Sequence

from nncore import Node
from ui.figures.diagram_base import Diagram
from ui.figures.places import Place
from ui.language import N_, _
from ui.numbers import rounded
from ui.theme import Theme, rgb

PLACES: dict[str, Place] = {
    N_("price of an apple"): (66, 30),
    N_("apples"): (66, 114),
    N_("for apples"): (196, 72),
    N_("price of an orange"): (66, 176),
    N_("oranges"): (66, 260),
    N_("for oranges"): (196, 218),
    N_("for fruit"): (290, 145),
    N_("tax"): (196, 312),
    N_("to pay"): (376, 200),
    "x": (22, 30),
    "w": (22, 145),
    "w·x": (106, 80),
    "b": (106, 230),
    "a": (198, 130),
    "z": (290, 180),
    "t": (280, 290),
    N_("loss"): (378, 242),
}
"""Where a node stands: far enough from the next for a slope of three digits between them."""
HEIGHT, OF_A_NEURON = 350, 310


def graph_diagram(
    theme: Theme,
    nodes: Sequence[Node],
    values: Mapping[str, float],
    back: Mapping[str, float] | None,
    chosen: str,
    alt: str,
) -> Diagram:
    """Describe a graph; `back` holds the gradients once they are known, `chosen` is the marked node."""
    height = OF_A_NEURON if nodes[0].name == "x" else HEIGHT
    diagram = Diagram(theme, height, alt, step="forward" if back is None else "back", back=back is not None)
    for node in nodes:
        for name in node.inputs:
            _wire(diagram, name, node.name, values, back, now=node.name == chosen)
    last = nodes[-1].name
    u, v = PLACES[last]
    diagram.text("result", (u + 25, v - 14), rounded(values[last], 3), bold=True, anchor="start")
    if back is not None:
        diagram.text(
            "result back",
            (u + 25, v + 14),
            rounded(back[last], 3),
            theme.primary_word,
            bold=True,
            anchor="start",
        )
    for node in nodes:
        if node.kind == "given":
            _given(diagram, node)
        else:
            tip, place, plain = f"{_(node.name)}: {_(node.kind)}", PLACES[node.name], rgb(theme.second)
            look = {"now": node.name == chosen, "chosen": node.name == chosen, "radius": 21}
            diagram.neuron(node.name, place, _(node.kind), plain, tip=tip, pick=node.name, **look)  # type: ignore[arg-type]
    return diagram


def _half(name: str) -> float:
    """Return half the width of a node: of a box with a word, or of a disc."""
    return 14 if name in ("x", "w", "b", "t") else 64 if PLACES[name][0] < 100 or name == "tax" else 21


def _given(diagram: Diagram, node: Node) -> None:
    u, v = PLACES[node.name]
    look = {"fill": diagram.theme.second, "line": diagram.theme.line}
    wide = _half(node.name)
    diagram.box(f"{node.name} box", (u - wide, v - 14), 2 * wide, 28, **look)  # type: ignore[arg-type]
    diagram.text(node.name, (u, v), _(node.name))


def _wire(
    diagram: Diagram,
    start: str,
    end: str,
    values: Mapping[str, float],
    back: Mapping[str, float] | None,
    *,
    now: bool,
) -> None:
    """Draw a wire, its value above it and its gradient below."""
    theme, (x, y), (u, v) = diagram.theme, PLACES[start], PLACES[end]
    begin = (x + _half(start), y)
    name = f"{start} to {end}"
    tip = _("{start} to {end}").format(start=_(start), end=_(end))
    diagram.wire(name, begin, (u - 21, v), 0, 2.4 if now else 1.4, flows=True, tip=tip)
    middle = (0.5 * (begin[0] + u - 21), 0.5 * (y + v))
    diagram.label(f"{name} value", (middle[0], middle[1] - 10), rounded(values[start], 3))
    if back is not None:
        diagram.label(
            f"{name} slope", (middle[0], middle[1] + 10), rounded(back[start], 3), theme.primary_word
        )
