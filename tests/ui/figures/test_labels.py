"""No number on a wire of the book's network covers another."""

from itertools import combinations

import pytest

from nncore import Network, init_network
from ui.figures.moment import Moment
from ui.figures.network_diagram import network_diagram
from ui.theme import LIGHT

BOOK = init_network()
FIRST = Network(BOOK.layers[:1])


@pytest.mark.parametrize(
    ("network", "step", "named"), [(BOOK, 1, None), (BOOK, 3, None), (BOOK, 5, None), (FIRST, 1, (1, 0))]
)
def test_no_number_covers_another(network: Network, step: int, named: tuple[int, int] | None) -> None:
    moment = Moment(network, network.forward([1.0, 0.5]), step)
    labels = [s for s in network_diagram(LIGHT, moment, "", named).shapes if s["kind"] == "label"]
    assert len(labels) > 5
    covered = [
        (one["id"], other["id"])
        for one, other in combinations(labels, 2)
        if abs(one["x"] - other["x"]) < (one["width"] + other["width"]) / 2
        and abs(one["y"] - other["y"]) < one["size"]
    ]
    assert covered == []
