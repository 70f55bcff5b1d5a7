"""The Draw page as a lesson: its checks, its switches, what predict first hides, and the code that ran."""

import io
import re

import numpy as np
import pytest
from PIL import Image
from streamlit.testing.v1 import AppTest

from nncore import load_images, load_mnist
from tests.support.app import captions, choose, opened, press, text_of, unfolded, words_in
from ui.state.drawing import Drawing, Sheet, digits_of, example_sheet, greys_of

PAGE = "pages/draw.py"
IMAGES, LABELS = load_images("test")
ANSWER = "<span>7</span>"
"""A seven, large."""
SWITCHES = ("normalize", "flatten", "one_hot_label")


def paper_with(image: np.ndarray, scale: int = 10, at: tuple[int, int] = (0, 0)) -> Sheet:
    """A sheet with a test image on it, smaller if one likes, and anywhere."""
    sheet = example_sheet(0, image)
    if scale == 10:
        return sheet
    small = np.zeros((280, 280), np.uint8)
    (top, left), side = at, 28 * scale
    small[top : top + side, left : left + side] = image.repeat(scale, 0).repeat(scale, 1)
    return Sheet(sheet.marks, png_of(255 - small))


def png_of(greys: np.ndarray) -> bytes:
    file = io.BytesIO()
    Image.fromarray(greys).convert("RGBA").save(file, "PNG")
    return file.getvalue()


def with_sheet(sheet: Sheet, at: str = "your-digit", **state: object) -> AppTest:
    """A section of the page with something on the paper."""
    drawing = Drawing()
    drawing.put(sheet)
    app = opened(PAGE, at, **{"drawing state": drawing}, **state)
    assert not app.exception
    return app


def sources(app: AppTest) -> str:
    """All code that the page shows of itself."""
    return "\n".join(code.value for code in unfolded(app).code if "def " in code.value)


def goes(app: AppTest, at: str) -> AppTest:
    """Show another section."""
    app.query_params["at"] = at
    app.run()
    assert not app.exception
    return app


def test_an_empty_paper_asks_for_a_digit_and_shows_no_code_of_what_did_not_run() -> None:
    app = opened(PAGE)
    assert "The paper is empty." in words_in(app, "check-first-drawing")
    for section in ("your-digit", "preparation", "nearest", "several"):
        goes(app, section)
        assert "Draw a digit on the white paper" in app.info[0].value
        assert sources(app) == ""


def test_a_digit_is_read_in_each_section_and_the_code_is_what_ran() -> None:
    app = with_sheet(paper_with(IMAGES[0]))
    assert "Read as 7" in words_in(app, "check-first-drawing")
    ran = {
        "your-digit": ["scores", "softmax"],
        "preparation": ["prepare_ink", "scale_to_box", "centre_origin"],
        "three-switches": ["load_mnist", "written_as"],
        "nearest": ["nearest", "halved", "squared_distances"],
    }
    for section, names in ran.items():
        assert ANSWER in text_of(goes(app, section))
        assert re.findall(r"^def (\w+)", sources(app), re.M) == names
    assert "Only one digit is found." in words_in(goes(app, "several"), "check-two-digits")


def test_a_tiny_digit_in_a_corner_is_misread_without_preparation() -> None:
    helped = with_sheet(paper_with(IMAGES[0]), "preparation")
    press(helped, "Check 2 ›")
    assert "Without preparation it reads the same" in words_in(helped, "check-tiny-in-a-corner")
    for number in range(20):
        app = with_sheet(paper_with(IMAGES[number], 3, (190, 0)), "preparation")
        said = words_in(press(app, "Check 2 ›"), "check-tiny-in-a-corner")
        if "With preparation" in said:
            with_it, without = re.findall(r"With preparation (\d), without it (\d)", said)[0]
            assert with_it != without
            assert f"Just shrunk: **{without}**" in captions(app)
            assert f">{with_it}<" in text_of(app)
            return
    raise AssertionError("No tiny digit is misread.")


@pytest.mark.parametrize("number", range(8))
def test_the_switches_write_an_image_as_the_books_function_does(number: int) -> None:
    switches = {name: bool(number >> place & 1) for place, name in enumerate(SWITCHES)}
    _, (x, t) = load_mnist(**switches)
    app = opened(PAGE, "three-switches")
    for name, on in switches.items():
        app.toggle(key=name).set_value(on)
    app.run()
    shown = text_of(app)
    assert f"{x.dtype}, {x[0].shape}" in shown
    assert ("0 and 1<" in shown) is switches["normalize"]
    assert f">{t[0]}<".replace(" ", ", ") in shown
    call = "".join(f"{name}={on}," for name, on in switches.items())
    calls = ["".join(code.value.split()) for code in app.code]
    assert f"load_mnist({call})" in calls


def test_the_switches_write_what_was_drawn() -> None:
    app = with_sheet(paper_with(IMAGES[0]), "three-switches")
    assert "of your drawing" in text_of(app)
    greys = greys_of(digits_of(paper_with(IMAGES[0]))[0])
    assert ", ".join(map(str, greys[14, 16:20])) in text_of(app)


def test_the_switches_are_checked_and_nobody_is_helped_who_has_not_begun() -> None:
    app = press(opened(PAGE, "three-switches"), "Check 2 ›")
    said = [words_in(app, "check-as-the-network-needs")]
    for name in ("one_hot_label", "flatten", "normalize", "one_hot_label"):
        app.toggle(key=name).set_value(not app.toggle(key=name).value).run()
        said.append(words_in(app, "check-as-the-network-needs"))
    for words, part in zip(
        said, ("", "784 inputs in one line", "between 0 and 1", "plain digit", "784 numbers"), strict=True
    ):
        assert part in words
    assert "784" not in said[0]
    assert ":material/check:" in said[-1]


def test_predict_first_hides_the_answer_and_what_gives_it_away_but_not_the_stages() -> None:
    app = with_sheet(paper_with(IMAGES[0]), predict=True)
    for section in ("your-digit", "preparation", "three-switches", "nearest", "several"):
        shown = text_of(goes(app, section)) + captions(app)
        for hidden in (
            ANSWER,
            "Just shrunk:",
            "Read as",
            "its writer meant **",
            "its label t",
            "six closest",
        ):
            assert hidden not in shown, section
    assert "3. Centred: row" in captions(goes(app, "preparation"))
    guess = next(g for g in app.button_group if str(g.key).startswith("guess your-guess"))
    choose(guess, "1")
    assert "You said 1. It read 7." in text_of(app)
    shown = text_of(app) + captions(app)
    for revealed in (ANSWER, "Just shrunk:", "its writer meant **7**"):
        assert revealed in shown
