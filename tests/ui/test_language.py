"""Whose language is spoken: the link's, the browser's choice, the browser's own; else English."""

import re

import pytest

from nncore import WeightsError
from ui.glossary_file import Entry
from ui.language import by_language, language, preferred, said, speaking
from ui.numbers import a_digit, grouped, ordinal
from ui.teach.worksheets.printed import Order
from ui.widgets.links import address_of


@pytest.mark.parametrize(
    ("wishes", "spoken"),
    [
        (("ko", "ja", "en"), "ko"),
        (("tlh", "ja", "ko"), "ja"),
        ((None, None, "ko-KR"), "ko"),
        ((None, "JA", None), "ja"),
        ((None, None, None), "en"),
        (("../ko", "", "fr-FR"), "en"),
    ],
)
def test_the_first_wish_that_is_spoken_counts(wishes, spoken) -> None:
    assert preferred(*wishes) == spoken


def test_a_language_is_spoken_for_a_while_and_no_longer() -> None:
    said = by_language(lambda code, name: f"{name} in {code}")
    with speaking("ko"):
        assert said("gates") == "gates in ko"
        with speaking("ja"):
            assert said("gates") == "gates in ja"
        assert said("gates") == "gates in ko"
    assert language() == "en"
    assert said("gates") == "gates in en"


def test_terms_stand_in_the_order_of_their_script() -> None:
    kana = [
        Entry(term, "", reading=reading)
        for term, reading in (
            ("重み", "おもみ"),
            ("パーセプトロン", ""),
            ("勾配", "こうばい"),
            ("バッチ", ""),
            ("配列", "はいれつ"),
            ("学習", "がくしゅう"),
        )
    ]
    assert [entry.term for entry in sorted(kana, key=lambda entry: entry.order)] == [
        "重み",
        "学習",
        "勾配",
        "パーセプトロン",
        "配列",
        "バッチ",
    ]
    hangul = [Entry(term, "") for term in ("편향", "가중치", "뉴런", "기울기", "sigmoid")]
    assert [entry.term for entry in sorted(hangul, key=lambda entry: entry.order)] == [
        "sigmoid",
        "가중치",
        "기울기",
        "뉴런",
        "편향",
    ]
    assert Entry("가중치", "").anchor.isascii()
    assert Entry("重み", "").anchor != Entry("勾配", "").anchor


def test_numbers_are_written_as_the_language_has_them() -> None:
    assert grouped(1234567) == "1\u202f234\u202f567"
    with speaking("ko"):
        assert grouped(1234567) == "1,234,567"
    assert [ordinal(place) for place in (1, 2, 3, 4, 11, 12, 21)] == [
        "1st",
        "2nd",
        "3rd",
        "4th",
        "11th",
        "12th",
        "21st",
    ]
    assert (a_digit(8), a_digit(7)) == ("an 8", "a 7")


def test_links_carry_the_language_that_is_not_english() -> None:
    settings = [("at", "product"), ("A", "1,2;3,4")]
    assert address_of("matrices", settings) == "/matrices?at=product&A=1,2;3,4"
    with speaking("ko"):
        assert address_of("matrices", settings) == "/matrices?at=product&A=1,2;3,4&lang=ko"
    answers = Order(("gates",), (1,), "http://class/", "ko").answers()
    links = re.findall(r'href="([^"]+)"', answers)
    assert links
    assert all("lang=ko" in link for link in links)


def test_an_error_is_told_in_the_language_with_its_values() -> None:
    error = WeightsError("{name} holds a number beyond ±10⁹: retrain or mend the file.", name="W2")
    assert said(error) == str(error)
    with speaking("ko"):
        assert said(error) != str(error)
        assert "W2" in said(error)
