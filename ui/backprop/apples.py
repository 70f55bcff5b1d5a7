"""Apples, oranges and tax: a computational graph, forward and back."""

import streamlit as st

from nncore import APPLES, FRUIT, computed, local_slopes, slopes
from ui.backprop.backprop_state import backprop_state
from ui.components.diagram import show_diagram
from ui.figures.graph_picture import graph_diagram
from ui.numbers import number
from ui.theme import current_theme
from ui.widgets.controls import chips
from ui.widgets.lesson import Live

GRAPHS = {"apples": APPLES, "both": FRUIT}


def apples() -> Live:
    """Show the graph; a click on a node shows its local rule."""
    theme = current_theme()
    basket = chips("What is bought", "backprop", "basket")
    nodes = GRAPHS[str(basket or "apples")]
    values, back = computed(nodes), slopes(nodes)
    by_name = {node.name: node for node in nodes}
    goes_back = st.toggle("Go back", key="goes_back")
    picked = backprop_state().node
    node = by_name.get(picked or "", nodes[-1])
    node = node if node.inputs else nodes[-1]
    alt = f"To pay: {number(values['to pay'])}; the slopes, going back, are below the wires."
    with st.container(width=560):
        shown = back if goes_back else None
        show_diagram(graph_diagram(theme, nodes, values, shown, node.name, alt), "graph", _choose)
    local = local_slopes(node, values)
    parts = [f"{number(back[node.name])} · {number(s)} = {number(back[node.name] * s)}" for s in local]
    return Live(
        values={
            "node": node.name,
            "node_arrives": number(back[node.name]),
            "first_input": node.inputs[0],
            "second_input": node.inputs[1],
            "first_leaves": parts[0],
            "second_leaves": parts[1],
            "to_pay": number(values["to pay"]),
            "apple_slope": 2.2,
            "oranges_slope": 165,
        },
        seen=(["also-product"] if node.kind == "×" else ["also-sum"]) if goes_back else [],
        done={
            "visit-plus": True if goes_back and node.kind == "+" else "go-back" if not goes_back else False
        },
        mistakes={"slope-of-oranges": {"without-tax": 150, "price-counted": 495, "count-instead": 3.3}},
    )


def _choose(name: str) -> None:
    backprop_state().node = name
