"""Numbers as people type them, and what an answer is worth."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.numbers import THIN
from ui.widgets.typed import ROUNDED, WRONG, judge, readings

TENTHS = st.integers(-(10**7), 10**7).map(lambda whole: whole / 1000)


@given(TENTHS)
def test_however_it_is_written_it_is_the_same_number(value: float) -> None:
    plain = f"{value:.3f}"
    ways = [
        plain,
        f"  {plain} ",
        plain.replace("-", "−"),
        plain.replace("-", "- "),
        plain.replace(".", ","),
        f"{value:.12e}",
        f"{value:.12E}",
        f"{plain}000",
        plain.replace("0.", ".", 1) if abs(value) < 1 else plain,
        f"+{plain}" if value >= 0 else plain,
        f"{value:,.3f}".replace(",", " "),
        f"{value:,.3f}".replace(",", THIN),
        f"{value:,.3f}",
        f"{100 * value:.3f} %",
    ]
    for way in ways:
        assert any(math.isclose(read, value, abs_tol=1e-9) for read in readings(way)), way
    assert readings(f"{plain}{THIN}%", "%") == readings(plain)


@pytest.mark.parametrize(
    "text", ["", " ", "abc", "1e999", "nan", "inf", "0x10", "1_000", "1,2,3", "--1", "1e", "%", "٣", "9" * 41]
)
def test_what_is_no_number_has_no_reading(text: str) -> None:
    assert readings(text) == ()


@given(st.text(max_size=60))
def test_any_text_has_finite_readings_or_none(text: str) -> None:
    assert all(map(math.isfinite, readings(text)))


def test_a_comma_can_be_read_in_two_ways() -> None:
    assert readings("39,250") == (39.25, 39250.0)
    assert readings("0,300") == (0.3,)


MISTAKES = {"forgot-bias": [0.5], "sign": [-0.2], "two-ways": [0.9, 0.7], "like-another": [0.7], "no": [0.2]}


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("0.2", "right"),
        (",2", "right"),
        ("0.5", "forgot-bias"),
        ("−0.2", "sign"),
        ("0.9", "two-ways"),
        ("0.7", WRONG),  # two mistakes lead there: which was it?
        ("0.203", ROUNDED),
        ("0.21", WRONG),
        ("12", WRONG),
    ],
)
def test_a_near_miss_is_named_after_its_mistake(said: str, verdict: str) -> None:
    assert judge(readings(said), 0.2, "0.2", MISTAKES) == verdict


@pytest.mark.parametrize(
    ("said", "verdict"), [("0.7361", "right"), ("0.73612", "right"), ("0.736", ROUNDED), ("0.74", ROUNDED)]
)
def test_an_answer_as_it_is_shown_is_right(said: str, verdict: str) -> None:
    assert judge(readings(said), 0.736124, "0.7361") == verdict


def test_whole_numbers_are_not_rounded() -> None:
    assert judge(readings("783"), 784, "784") == WRONG
    assert judge(readings("39 250"), 39250, f"39{THIN}250") == "right"
    assert judge(readings("39,250"), 39250, f"39{THIN}250") == "right"
