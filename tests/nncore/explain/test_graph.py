"""The computational graph of the book's apples: its numbers, and each slope against trying it out."""

from dataclasses import replace

import pytest

from nncore.explain.graph import APPLES, FRUIT, computed, neuron_graph, slopes


def test_what_is_to_pay_and_what_comes_back() -> None:
    assert computed(APPLES)["to pay"] == 220
    back = slopes(APPLES)
    assert [back[name] for name in ("price of an apple", "apples", "tax")] == [2.2, 110, 200]
    assert computed(FRUIT)["to pay"] == 715
    names = ("apples", "price of an apple", "price of an orange", "oranges", "tax")
    assert [slopes(FRUIT)[name] for name in names] == [110, 2.2, 3.3, 165, 650]


def test_one_neuron_goes_forward_and_back() -> None:
    nodes = neuron_graph(2, 0.5, -1, 1)  # a = 0, z = 0.5
    assert computed(nodes) | {"a": 0, "z": 0.5, "loss": 0.125} == computed(nodes)
    back = slopes(nodes)
    assert [back[name] for name in ("z", "a", "b", "w·x", "w", "x")] == [-0.5, *[-0.125] * 3, -0.25, -0.0625]


@pytest.mark.parametrize("nodes", [APPLES, FRUIT, neuron_graph(0.7, -1.2, 0.4, 1)])
def test_a_slope_is_how_much_more_comes_out_for_a_little_more(nodes) -> None:
    back, last = slopes(nodes), nodes[-1].name
    for place, node in enumerate(nodes):
        if node.kind == "given":
            less, more = (
                [*nodes[:place], replace(node, value=node.value + step), *nodes[place + 1 :]]
                for step in (-0.001, 0.001)
            )
            change = (computed(more)[last] - computed(less)[last]) / 0.002
            assert change == pytest.approx(back[node.name], abs=1e-6)
