"""The computational graph of the book's apples: its numbers, and each slope against trying it out."""

from dataclasses import replace

import pytest

from nncore.explain.graph import APPLES, FRUIT, computed, slopes


def test_what_is_to_pay_and_what_comes_back() -> None:
    assert computed(APPLES)["to pay"] == 220
    back = slopes(APPLES)
    assert [back[name] for name in ("price of an apple", "apples", "tax")] == [2.2, 110, 200]
    assert computed(FRUIT)["to pay"] == 715
    names = ("apples", "price of an apple", "price of an orange", "oranges", "tax")
    assert [slopes(FRUIT)[name] for name in names] == [110, 2.2, 3.3, 165, 650]


@pytest.mark.parametrize("nodes", [APPLES, FRUIT])
def test_a_slope_is_how_much_more_is_to_pay_for_a_little_more(nodes) -> None:
    back = slopes(nodes)
    for place, node in enumerate(nodes):
        if node.kind == "given":
            more = [*nodes[:place], replace(node, value=node.value + 0.01), *nodes[place + 1 :]]
            change = (computed(more)["to pay"] - computed(nodes)["to pay"]) / 0.01
            assert change == pytest.approx(back[node.name])
