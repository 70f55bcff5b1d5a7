"""The files of worksheets: no script, no answers, and one sheet a number."""

import re

from hypothesis import given, settings

from tests.support.worksheet_files import SEEDS, files, links, tree_of, words_of


@given(seed=SEEDS)
@settings(max_examples=20)
def test_there_is_no_script_and_nothing_left_to_fill_in(seed: int) -> None:
    for text in files(seed):
        tree = tree_of(text)
        assert {element.tag for element in tree.iter()} & {"script", "img", "link", "iframe"} == set()
        assert not any(name.startswith("on") for element in tree.iter() for name in element.attrib)
        assert "http" not in re.sub('href="[^"]*"|http-equiv', "", text)
        assert not re.search(r"[$]|\{[a-z_]+\}|nan|inf\b", text.partition("</style>")[2])


def test_sheets_hold_no_answers_and_say_whose_they_are() -> None:
    sheets, answers = files(3, 12)
    assert re.findall(r"<p>(Sheet \d+)</p>", sheets) == ["Sheet 3"] * 3 + ["Sheet 12"] * 3
    assert not links(sheets)
    assert next(words_of(head) for head in tree_of(answers).iter("h2")) == "Sheet 3: A forward pass by hand"
    assert len({words_of(sheet) for sheet in tree_of(sheets).iter("article")}) == 6


def test_a_number_makes_the_same_sheet_in_any_class() -> None:
    alone, among = (list(tree_of(files(*seeds)[0]).iter("article")) for seeds in ((5,), (4, 5, 6)))
    assert [words_of(sheet) for sheet in alone] == [words_of(sheet) for sheet in among[3:6]]
