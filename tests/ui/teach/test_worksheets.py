"""Worksheets: their numbers against sums done by hand, their links, their formulas, and their prose."""

import itertools
import re
import sys
from collections.abc import Sequence
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from nncore import GATES, INPUTS, PUPILS, Layer, Network
from tests.support.app import ROOT
from tests.support.cost import cost_of
from tests.support.reading import bold_terms
from ui.address import PARAMETERS
from ui.address.settings import SHEETS
from ui.course import stop_at
from ui.lessons import LessonError, placeholders
from ui.teach.worksheets.gate_exercises import bias_range, conditions, make_design
from ui.teach.worksheets.pass_exercises import make_pass
from ui.teach.worksheets.printed import KINDS, Order
from ui.teach.worksheets.product_exercises import make_products
from ui.teach.worksheets.worksheet_prose import parse_worksheets, read_worksheets

HOME = "https://course.school.example/a/"
SEEDS = st.integers(1, 10_038)
PROSE = read_worksheets()
SAMPLE = """# Title

Opening.

## one: A sheet

Know {this}.

### task: Do it

Asked.

#### Answer

So.
"""


def files(*seeds: int, kinds: tuple[str, ...] = tuple(KINDS)) -> tuple[str, str]:
    """Return the worksheets and the answers."""
    *_, made = Order(kinds, seeds, HOME).make()
    return made.worksheets, made.answers


def tree_of(text: str) -> ElementTree.Element:
    """Read a file as XML, which holds it to closing and nesting all of its tags."""
    return ElementTree.fromstring(text.removeprefix("<!doctype html>"))  # noqa: S314


def words_of(element: ElementTree.Element) -> str:
    return " ".join("".join(element.itertext()).split())


def sections(text: str) -> list[str]:
    return [words_of(section) for section in tree_of(text).iter("section")]


def links(text: str) -> list[str]:
    return [str(link.get("href")) for link in tree_of(text).iter("a")]


def settings(link: str) -> tuple[str, dict[str, object]]:
    """Return the page of a link and what the table of addresses makes of its settings."""
    parts = urlsplit(link.removeprefix(HOME))
    page = parts.path
    said = parse_qs(parts.query, strict_parsing=True)
    return page, {name: PARAMETERS[page, name].kind.read(texts) for name, texts in said.items()}


def test_a_forward_pass_comes_out_as_by_hand() -> None:
    """Sheet 7: X = (1, 2); each sum of its columns and biases was done on paper."""
    first, second, output = sections(files(7, kinds=("forward",))[1])
    for line in ("−1·1+2·2−1 2 2", "−1·1−0.5·2−2 −4 0", "2·1+0.5·2−0.5 2.5 2.5"):
        assert line.replace(" ", "") in first.replace(" ", "")
    for line in ("−2·2−2·0−1·2.5−1 −7.5 0", "2·2−1·0−1·2.5+1 2.5 2.5"):
        assert line.replace(" ", "") in second.replace(" ", "")
    for line in ("−2·0−2·2.5+1 −4 −4", "−1·0+2·2.5−0.5 4.5 4.5"):
        assert line.replace(" ", "") in output.replace(" ", "")
    assert "Output 2 is larger, by 8.5." in output


def test_gates_come_out_as_by_hand() -> None:
    """Sheet 7: AND by 1, 1, −1.5; OR with weights 1 and 1; 1 for 0 0 alone; XOR's opposite is gate B."""
    recognized, bias, own, pair = sections(files(7, kinds=("gates",))[1])
    assert "1·1+1·1−1.5=0.51" in recognized.replace(" ", "")
    assert "It is AND." in recognized
    assert "with−1<b≤0isright" in bias.replace(" ", "")
    assert "b>0w1+b≤0w2+b≤0w1+w2+b≤0" in own.replace(" ", "")
    assert "Gate B is impossible." in pair


def test_products_come_out_as_by_hand() -> None:
    """Sheet 7: rows (−1, 4, 1) and (4, 4, 4) with columns (5, 2, 0) and (0, 0, 4)."""
    whole, missing, pairs, layer = sections(files(7, kinds=("products",))[1])
    plain = whole.replace(" ", "")
    assert "(−1)·5+4·2+1·0=3" in plain
    assert "4·0+4·0+4·4=16" in plain
    assert "4·2+a·(−2)=−2,a=5" in missing.replace(" ", "")
    assert (
        "Pair 1 has no product: a row of its left matrix has 3 numbers, a column of its right one 2." in pairs
    )
    assert "2·(−1)+3·(−2)−0.5=−8.5" in layer.replace(" ", "")
    assert "2·1+3·5+1.5=18.5" in layer.replace(" ", "")


@given(seed=SEEDS)
def test_every_number_of_a_forward_pass_is_whole_or_a_half(seed: int) -> None:
    made = make_pass(seed)
    numbers = np.concatenate([np.ravel(step.value) for step in made.trace])
    assert (numbers * 2 == np.round(numbers * 2)).all()
    assert np.abs(numbers).max() <= 12
    x = made.x.tolist()
    for layer in (1, 2, 3):  # in plain Python, a column a neuron
        columns = zip(*made.network[f"W{layer}"].tolist(), strict=True)
        pairs = zip(columns, made.network[f"b{layer}"].tolist(), strict=True)
        sums = [sum(w * v for w, v in zip(column, x, strict=True)) + b for column, b in pairs]
        assert made.trace[f"A{layer}"].tolist() == sums
        assert layer > 1 or sum(a < 0 for a in sums) == 1
        x = sums if layer == 3 else [max(0.0, a) for a in sums]
    assert made.trace.Y.tolist() == x
    assert len(set(x)) == 2


def answers_of(weights: Sequence[float], b: float) -> tuple[int, ...]:
    """Return what a neuron answers, in plain Python."""
    w1, w2 = weights
    return tuple(int(w1 * x1 + w2 * x2 + b > 0) for x1, x2 in ((0, 0), (1, 0), (0, 1), (1, 1)))


GRID = [step / 2 for step in range(-8, 9)]
MADE_BY_ONE = {answers_of((w1, w2), b) for w1, w2, b in itertools.product(GRID, repeat=3)}


@given(seed=SEEDS)
def test_every_gate_is_what_its_answer_says(seed: int) -> None:
    design = make_design(seed)
    (named, first), (given, second) = design.named, design.given
    for name, neuron in ((named, first), (given, second)):
        assert answers_of(neuron.weights, neuron.bias) == tuple(GATES[name](*x) for x in INPUTS)
    for wanted, neuron in (design.designed, design.possible):
        assert answers_of(neuron.weights, neuron.bias) == wanted
    assert design.impossible not in MADE_BY_ONE
    low, high = bias_range(second.weights, [GATES[given](*x) for x in INPUTS])
    for b in (step / 8 for step in range(-40, 41)):
        makes = answers_of(second.weights, b) == tuple(GATES[given](*x) for x in INPUTS)
        assert makes == (low < b <= high)


@pytest.mark.parametrize("wanted", sorted(MADE_BY_ONE))
def test_the_conditions_tell_who_is_a_gate(wanted: tuple[int, ...]) -> None:
    signs = [condition.rpartition(" ")[0].rpartition(" ")[2] for condition in conditions(wanted)]
    assert signs == [">" if t else "≤" for t in wanted]
    assert [condition.count("w1") for condition in conditions(wanted)] == [0, 1, 0, 1]
    assert [condition.count("w2") for condition in conditions(wanted)] == [0, 0, 1, 1]


@given(seed=SEEDS)
def test_products_are_short_and_one_pair_has_none(seed: int) -> None:
    made = make_products(seed)
    fits = [np.shape(A)[-1] == len(B) for A, B in made.pairs]
    assert fits.count(False) == 1
    assert fits.index(False) == made.misfit
    (X, W, b), (A, B) = made.layer, made.missing
    for value in (*(X @ W + b), *np.ravel(made.whole[0] @ made.whole[1])):
        assert value * 2 == round(value * 2)
        assert abs(value) < 100
    other = 1 - made.k
    rest = (A @ B)[made.i, made.j] - A[made.i, other] * B[other, made.j]
    assert rest / B[made.k, made.j] == A[made.i, made.k]


@given(seed=SEEDS)
def test_every_link_holds_a_state_that_there_is(seed: int) -> None:
    for link in links(files(seed)[1]):
        page, values = settings(link)
        assert page in ("gates", "matrices", "forward")
        assert all(value is not None for value in values.values()), link


@given(seed=SEEDS)
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
    assert impossible["gate"] == ("XOR" if design.impossible == (0, 1, 1, 0) else "your own")
    made = make_products(seed)
    np.testing.assert_array_equal(found[7]["A"], made.whole[0])  # type: ignore[arg-type]
    np.testing.assert_array_equal(found[9]["B"], made.pairs[made.misfit][1])  # type: ignore[arg-type]
    np.testing.assert_array_equal(found[10]["bias"], made.layer[2])  # type: ignore[arg-type]


@pytest.mark.parametrize("link", links(files(7)[1])[2:])
def test_a_link_opens_in_the_app(link: str) -> None:
    parts = urlsplit(link.removeprefix(HOME))
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.query_params.update(parse_qs(parts.query))
    app.switch_page(stop_at(parts.path).file)
    app.run()
    assert not app.exception
    assert not app.error


def test_a_link_is_printed_as_it_is_typed() -> None:
    for link in tree_of(files(7)[1]).iter("a"):
        assert f"https://{link.text}" == link.get("href")
        assert "%" not in str(link.text)


@given(seed=SEEDS)
def test_the_formulas_are_valid_and_there_is_no_script(seed: int) -> None:
    for text in files(seed):
        tree = tree_of(text)
        assert {element.tag for element in tree.iter()} & {"script", "img", "link", "iframe"} == set()
        assert not any(name.startswith("on") for element in tree.iter() for name in element.attrib)
        assert "http" not in re.sub('href="[^"]*"|http-equiv', "", text)
        assert not re.search(r"[$]|\{[a-z_]+\}|nan|inf\b", text.partition("</style>")[2])
        for formula in tree.iter("math"):
            _check(formula)


CHILDREN = {
    "math": 0,
    "mi": None,
    "mn": None,
    "mo": None,
    "msub": 2,
    "mtable": 0,
    "mtr": 0,
    "mtd": 1,
    "mspace": None,
}
"""How many elements stand in each; 0 for any number, None for those of text or nothing."""


def _check(element: ElementTree.Element) -> None:
    expected = CHILDREN[element.tag]
    if expected is None:
        assert len(element) == 0
    else:
        assert len(element) == expected or (expected == 0 and len(element))
        assert not (element.text or "").strip()
    if element.tag == "mtable":
        assert len({len(row) for row in element}) == 1
    for child in element:
        _check(child)


def test_sheets_hold_no_answers_and_say_whose_they_are() -> None:
    sheets, answers = files(3, 12)
    assert re.findall(r"<p>(Sheet \d+)</p>", sheets) == ["Sheet 3"] * 3 + ["Sheet 12"] * 3
    assert not links(sheets)
    assert next(words_of(head) for head in tree_of(answers).iter("h2")) == "Sheet 3: A forward pass by hand"
    assert len({words_of(sheet) for sheet in tree_of(sheets).iter("article")}) == 6


def test_a_number_makes_the_same_sheet_in_any_class() -> None:
    alone, among = (list(tree_of(files(*seeds)[0]).iter("article")) for seeds in ((5,), (4, 5, 6)))
    assert [words_of(sheet) for sheet in alone] == [words_of(sheet) for sheet in among[3:6]]


def test_the_prose_asks_for_all_that_there_is_and_no_more() -> None:
    assert set(PROSE.sheets) == set(KINDS) == set(SHEETS)
    for name, sheet in PROSE.sheets.items():
        made = KINDS[name](1)
        texts = [sheet.opening, *(text for task in sheet.tasks for text in (task.text, task.answer))]
        assert set().union(*map(placeholders, texts)) == set(made.values), name
        assert [task.name for task in sheet.tasks] == list(made.links)
        assert not any(map(bold_terms, texts)), "paper has no glossary"
        assert not re.search(r"[<>&$`*]", " ".join(texts)), "paper has no Markdown"


def test_a_file_of_worksheets_is_read() -> None:
    read = parse_worksheets(SAMPLE)
    sheet = read.sheets["one"]
    assert (read.title, read.opening, sheet.title, sheet.opening) == (
        "Title",
        "Opening.",
        "A sheet",
        "Know {this}.",
    )
    (task,) = sheet.tasks
    assert (task.name, task.title, task.text, task.answer) == ("task", "Do it", "Asked.", "So.")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("# Title", "Title"),
        ("## one: A sheet", "## A sheet"),
        ("### task: Do it", "### Do it"),
        ("### task: Do it", "Do it"),
        ("Asked.", ""),
        ("So.", ""),
        ("#### Answer", "#### Solution"),
    ],
)
def test_what_does_not_keep_to_the_format_is_refused(old: str, new: str) -> None:
    with pytest.raises(LessonError):
        parse_worksheets(SAMPLE.replace(old, new, 1))


ORDER = """
import time
from nncore.base.budget import PUPILS
from ui.address.settings import SHEETS
from ui.teach.worksheets.printed import Order

order = Order(tuple(SHEETS), tuple(range(10_000 - PUPILS.most, 10_000)), "https://" + "x" * 2000 + "/")
"""
MAKE = """
longest, steps = 0, order.make()
while True:
    start = time.process_time()
    made = next(steps, None)
    longest = max(longest, time.process_time() - start)
    if made is None:
        break
    last = made
print(last.worksheets.count("<article"), longest)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="Linux alone says so where we look")
def test_the_most_sheets_stay_within_the_budget_and_others_get_their_turn() -> None:
    cost = cost_of(MAKE, setup=ORDER)
    count, longest = cost.output.split()
    assert int(count) == PUPILS.most * len(SHEETS)
    assert float(longest) < 3 * 0.2
    assert cost.cpu_seconds < 3 * 3
    assert cost.megabytes < 400
