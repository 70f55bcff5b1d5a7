"""The links of the answers: printed as they are typed, they open the app with the numbers of the sheet."""

from urllib.parse import parse_qs, urlsplit

import numpy as np
from hypothesis import given
from hypothesis import settings as examples

from nncore import INPUTS, Layer, Network
from tests.support.worksheet_files import HOME, SEEDS, files, links, tree_of
from ui.address.settings import PARAMETERS
from ui.teach.worksheets.gate_exercises import make_design
from ui.teach.worksheets.pass_exercises import make_pass
from ui.teach.worksheets.product_exercises import make_products


def settings(link: str) -> tuple[str, dict[str, object]]:
    """Return the page of a link and what the table of addresses makes of its settings."""
    parts = urlsplit(link.removeprefix(HOME))
    page = parts.path
    said = parse_qs(parts.query, strict_parsing=True)
    said.pop("at", None)  # which names the section
    kinds = {name: PARAMETERS[page, name].kind for name in said}
    return page, {name: kinds[name].read(texts) for name, texts in said.items()}


@given(seed=SEEDS)
@examples(max_examples=20)
def test_the_links_are_about_the_numbers_on_the_sheet(seed: int) -> None:
    found = [settings(link)[1] for link in links(files(seed)[1])]
    walk, output = found[0], found[2]
    assert (walk["step"], output["step"]) == ("Z1", "Y")
    layers = [Layer(output[f"W{n}"], output[f"b{n}"], "relu") for n in (1, 2)]  # type: ignore[arg-type]
    last = Layer(output["W3"], output["b3"], "identity_function")  # type: ignore[arg-type]
    np.testing.assert_array_equal(Network([*layers, last]).forward(output["X"]).Y, make_pass(seed).trace.Y)  # type: ignore[arg-type]
    design, own, impossible = make_design(seed), found[5], found[6]
    assert (own["w1"], own["w2"], own["b"]) == (*design.designed[1].weights, design.designed[1].bias)
    rows = tuple(int(f"{x1} {x2}" in own["fires"]) for x1, x2 in INPUTS)  # type: ignore[operator]
    assert rows == design.designed[0]
    assert impossible["gate"] == ("XOR" if design.impossible == (0, 1, 1, 0) else "own")
    made = make_products(seed)
    np.testing.assert_array_equal(found[7]["A"], made.whole[0])  # type: ignore[arg-type]
    np.testing.assert_array_equal(found[9]["B"], made.pairs[made.misfit][1])  # type: ignore[arg-type]
    np.testing.assert_array_equal(found[10]["bias"], made.layer[2])  # type: ignore[arg-type]


def test_a_link_is_printed_as_it_is_typed() -> None:
    for link in tree_of(files(7)[1]).iter("a"):
        assert f"https://{link.text}" == link.get("href")
        assert "%" not in str(link.text)
