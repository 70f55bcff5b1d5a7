"""Computational graphs, forward and back: apples, oranges and tax, and one sigmoid neuron with its loss."""

from collections.abc import Sequence

import streamlit as st

from nncore import APPLES, FRUIT, Node, computed, local_slopes, neuron_graph, slopes
from ui.address import bound, put, value_of
from ui.components.diagram import show_diagram
from ui.figures.graph_picture import graph_diagram
from ui.language import _
from ui.numbers import rounded
from ui.theme import current_theme
from ui.widgets.controls import beside_each_other, chips
from ui.widgets.live import Live

GRAPHS = {"apples": APPLES, "both": FRUIT}
TARGET = 1.0


def apples() -> Live:
    """Show what is to pay as a graph; a click on a node shows its local rule."""
    nodes = GRAPHS[str(chips(_("What is bought"), "backprop", "basket"))]
    node, goes_back, values = _graph(nodes)
    visited = (node.kind == "+" and goes_back) or ("" if goes_back else "go-back")
    return Live(
        values=values | {"to_pay": rounded(computed(nodes)["to pay"])},
        seen=_rule(node) if goes_back else [],
        done={"visit-plus": visited or False},
        code=[local_slopes, slopes],
    )


def back_one_neuron() -> Live:
    """Show one neuron and its loss as a graph."""
    x, w, b = beside_each_other({"bx": "x", "bw": "w", "bb": "b"}, "backprop")
    nodes = neuron_graph(x, w, b, TARGET)
    node, goes_back, values = _graph(nodes)
    return Live(
        values=values | {"neuron_loss": computed(nodes)["loss"]},
        seen=_rule(node) if goes_back else [],
        code=[local_slopes, slopes],
    )


def _rule(node: Node) -> list[str]:
    return [{"×": "also-product", "+": "also-sum", "h": "also-bend", "loss": "also-loss"}[node.kind]]


def _graph(nodes: Sequence[Node]) -> tuple[Node, bool, dict[str, object]]:
    """Show a graph, and return its chosen node, whether it goes back, and what that node does."""
    goes_back = st.toggle(_("Go back"), **bound("backprop", "goes_back"))
    by_name = {node.name: node for node in nodes if node.inputs}
    node = by_name.get(value_of("backprop", "node"), nodes[-1])
    values, back = computed(nodes), slopes(nodes)
    last = nodes[-1].name
    alt = _("{result}: {value}; the slopes, going back, are below the wires.")
    alt = alt.format(result=_(last), value=rounded(values[last]))
    shown = back if goes_back else None
    show_diagram(graph_diagram(current_theme(), nodes, values, shown, node.name, alt), "graph", _choose, 26)
    local, arrives = local_slopes(node, values), back[node.name]
    leaves = [f"{rounded(arrives, 3)} · {_factor(s)} = {rounded(arrives * s, 3)}" for s in local]
    return (
        node,
        goes_back,
        {
            "node": _(node.name),
            "node_arrives": rounded(arrives, 3),
            "first_input": _(node.inputs[0]),
            "second_input": _(node.inputs[-1]),
            "first_leaves": leaves[0],
            "second_leaves": leaves[-1],
        },
    )


def _factor(slope: float) -> str:
    return f"({rounded(slope, 3)})" if slope < 0 else rounded(slope, 3)


def _choose(name: str) -> None:
    put("backprop", node=name)
