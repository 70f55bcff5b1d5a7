"""A computational graph: what flows forward above each wire, and what comes back below it."""

from collections.abc import Mapping, Sequence

from nncore import Node
from ui.figures.diagram_base import Diagram, Place
from ui.numbers import number
from ui.theme import Theme, rgb

PLACES: dict[str, Place] = {
    "price of an apple": (66, 30),
    "apples": (66, 114),
    "for apples": (196, 72),
    "price of an orange": (66, 176),
    "oranges": (66, 260),
    "for oranges": (196, 218),
    "for fruit": (290, 145),
    "tax": (196, 312),
    "to pay": (376, 200),
}
HEIGHT = 350


def graph_diagram(
    theme: Theme,
    nodes: Sequence[Node],
    values: Mapping[str, float],
    back: Mapping[str, float] | None,
    chosen: str,
    alt: str,
) -> Diagram:
    """Describe a graph; `back` are the slopes once they are known, `chosen` the node that is looked at."""
    diagram = Diagram(theme, HEIGHT, alt, step="forward" if back is None else "back", back=back is not None)
    for node in nodes:
        for name in node.inputs:
            _wire(diagram, name, node.name, values, back, now=node.name == chosen)
    last = nodes[-1].name
    u, v = PLACES[last]
    diagram.text("result", (u + 45, v - 10), number(values[last]), bold=True)
    if back is not None:
        diagram.text("result back", (u + 45, v + 12), number(back[last]), theme.primary_word, bold=True)
    for node in nodes:
        if node.kind == "given":
            _given(diagram, node)
        else:
            tip, place, plain = f"{node.name}: {node.kind}", PLACES[node.name], rgb(theme.second)
            look = {"now": node.name == chosen, "chosen": node.name == chosen, "radius": 21}
            diagram.neuron(node.name, place, node.kind, plain, tip=tip, pick=node.name, **look)  # type: ignore[arg-type]
    return diagram


def _given(diagram: Diagram, node: Node) -> None:
    u, v = PLACES[node.name]
    look = {"fill": diagram.theme.second, "line": diagram.theme.line}
    diagram.box(f"{node.name} box", (u - 64, v - 14), 128, 28, **look)  # type: ignore[arg-type]
    diagram.text(node.name, (u, v), node.name)


def _wire(
    diagram: Diagram,
    start: str,
    end: str,
    values: Mapping[str, float],
    back: Mapping[str, float] | None,
    *,
    now: bool,
) -> None:
    """Draw a wire, its value above it and its slope below."""
    theme, (x, y), (u, v) = diagram.theme, PLACES[start], PLACES[end]
    begin = (x + (64 if start in ("tax",) or x < 100 else 21), y)
    name = f"{start} to {end}"
    diagram.wire(name, begin, (u - 21, v), 0, 2.4 if now else 1.4, flows=True, tip=name)
    middle = (0.5 * (begin[0] + u - 21), 0.5 * (y + v))
    diagram.label(f"{name} value", (middle[0], middle[1] - 10), number(values[start]))
    if back is not None:
        diagram.label(f"{name} slope", (middle[0], middle[1] + 10), number(back[start]), theme.primary_word)
