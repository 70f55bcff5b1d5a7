"""A computational graph: sums, products, a neuron, and the way back through them (section 5.1 of the book).

Each node knows one rule: how much its own result changes with each of its inputs. What arrives from
behind is multiplied by that and handed on. That is all of back-propagation; `learning.backprop` does the
same with whole layers for nodes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod

from nncore.activations import sigmoid
from nncore.learning.loss import sum_squared_error


@dataclass(frozen=True)
class Node:
    """A number that is given, or what is made of others.

    Attributes
    ----------
    name : str
    kind : str
        "given", "×", "+", "h" (the sigmoid of its input) or "loss" (half the square of a difference).
    inputs : tuple of str
        The nodes before it, by name.
    value : float
        Of one that is given.
    """

    name: str
    kind: str = "given"
    inputs: tuple[str, ...] = ()
    value: float = 0.0


def computed(nodes: Sequence[Node]) -> dict[str, float]:
    """Return the value of every node; each stands behind its inputs.

    >>> computed(APPLES)["to pay"]
    220.0
    """
    values: dict[str, float] = {}
    for node in nodes:
        inputs = [values[name] for name in node.inputs]
        values[node.name] = round(_result(node, inputs), 10)
    return values


def _result(node: Node, inputs: Sequence[float]) -> float:
    if node.kind == "h":
        return float(sigmoid(inputs[0]))
    if node.kind == "loss":
        return sum_squared_error([inputs[0]], [inputs[1]])
    return {"given": node.value, "×": prod(inputs), "+": sum(inputs)}[node.kind]


def local_slopes(node: Node, values: dict[str, float]) -> tuple[float, ...]:
    """Return how much a node's value changes with each of its inputs.

    A sum changes by as much as its input does. A product changes by as much as the other input says. A
    sigmoid has its own slope, z(1 − z), and half a square the difference that was squared.
    """
    if node.kind == "h":
        return (values[node.name] * (1 - values[node.name]),)
    if node.kind == "loss":
        z, t = (values[name] for name in node.inputs)
        return (z - t, t - z)
    if node.kind == "+":
        return tuple(1.0 for _ in node.inputs)
    return tuple(prod(values[other] for other in node.inputs if other != name) for name in node.inputs)


def slopes(nodes: Sequence[Node]) -> dict[str, float]:
    """Return how much the last node's value changes with each of the others, going back from it.

    >>> [slopes(APPLES)[name] for name in ("price of an apple", "apples", "tax")]
    [2.2, 110.0, 200.0]
    """
    values = computed(nodes)
    back = {node.name: 0.0 for node in nodes} | {nodes[-1].name: 1.0}
    for node in reversed(nodes):
        for name, local in zip(node.inputs, local_slopes(node, values), strict=True):
            back[name] = round(back[name] + back[node.name] * local, 10)
    return back


APPLES = (
    Node("price of an apple", value=100),
    Node("apples", value=2),
    Node("for apples", "×", ("price of an apple", "apples")),
    Node("tax", value=1.1),
    Node("to pay", "×", ("for apples", "tax")),
)
"""Two apples, and the tax on them."""
FRUIT = (
    *APPLES[:3],
    Node("price of an orange", value=150),
    Node("oranges", value=3),
    Node("for oranges", "×", ("price of an orange", "oranges")),
    Node("for fruit", "+", ("for apples", "for oranges")),
    Node("tax", value=1.1),
    Node("to pay", "×", ("for fruit", "tax")),
)
"""Two apples and three oranges."""


def neuron_graph(x: float, w: float, b: float, t: float) -> tuple[Node, ...]:
    """Return one sigmoid neuron with its loss: ½(z − t)² of z = h(w·x + b)."""
    return (
        Node("x", value=x),
        Node("w", value=w),
        Node("w·x", "×", ("x", "w")),
        Node("b", value=b),
        Node("a", "+", ("w·x", "b")),
        Node("z", "h", ("a",)),
        Node("t", value=t),
        Node("loss", "loss", ("z", "t")),
    )
