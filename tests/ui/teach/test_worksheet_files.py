"""The files of worksheets: valid formulas, no script, no answers, and one sheet a number."""

import re
from xml.etree import ElementTree

from hypothesis import given

from tests.support.worksheet_files import SEEDS, files, links, tree_of, words_of


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
