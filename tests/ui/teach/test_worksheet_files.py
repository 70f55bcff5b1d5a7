"""The files of worksheets: valid formulas, no script, no answers, one sheet a number, and their cost."""

import re
import sys
from xml.etree import ElementTree

import pytest
from hypothesis import given

from nncore import PUPILS
from tests.support.cost import cost_of
from tests.support.worksheet_files import SEEDS, files, links, tree_of, words_of
from ui.address.settings import SHEETS


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
