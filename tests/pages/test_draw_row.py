"""Several digits in a row: read from left to right, taken along in a link, guessed and spoken of."""

import io

import numpy as np
import pytest
from PIL import Image
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import TextInput

from nncore import prepare, prepare_all
from tests.support.app import captions, opened, text_of
from tests.support.brought_pictures import IMAGES, answer_of, rgba, with_picture, written
from ui.address.packed import pack_row, unpack_row
from ui.address.settings import MOST_LINKED
from ui.state.drawing import digits_of, greys_of, pixel_sheet


@pytest.mark.parametrize("count", [1, 2, 3, 7, MOST_LINKED])
def test_a_link_brings_a_row_without_what_is_too_faint_to_be_ink(count: int) -> None:
    images = np.stack([greys_of(prepare(255 - image)) for image in IMAGES[:count]])
    arrived = unpack_row(pack_row(images), MOST_LINKED)
    assert arrived is not None
    sheet = pixel_sheet(arrived)
    digits = digits_of(sheet)
    np.testing.assert_allclose([greys_of(digit) for digit in digits], images, atol=6)
    lefts = [digit.box[1] for digit in digits]
    assert lefts == sorted(lefts)
    paper = rgba(Image.open(io.BytesIO(sheet.picture)))[..., 0]
    assert (paper.shape, paper[0, 0]) == ((280, 280), 255)
    for digit in digits:
        top, left, bottom, right = digit.box
        inside = np.round(digit.ink[top:bottom, left:right] * 255)
        np.testing.assert_allclose(255 - paper[top:bottom, left:right], inside, atol=6)


def test_too_many_or_damaged_digits_are_no_row() -> None:
    images = [greys_of(prepare(255 - image)) for image in IMAGES[: MOST_LINKED + 1]]
    assert unpack_row(pack_row(images), MOST_LINKED) is None
    assert unpack_row(pack_row(images[:2])[:-9], MOST_LINKED) is None
    assert unpack_row(pack_row(images[:2]) + ".", MOST_LINKED) is None


def test_a_year_is_read_from_left_to_right_and_one_digit_is_chosen() -> None:
    year = written(2, 0, 2, 6, size=(800, 300))
    digits = prepare_all(rgba(year))
    app = with_picture(year)
    assert f">{answer_of(digits)}<" in text_of(app)
    choice = app.segmented_control(key="which")
    assert choice.options == ["1st", "2nd", "3rd", "4th"]
    choice.set_value(2).run()
    assert not app.exception
    app.session_state.take = True
    assert app.run().code[0].value.endswith(pack_row(greys_of(digit) for digit in digits))
    app.query_params["at"] = "preparation"
    height, width = digits[2].scaled.shape
    assert f"Scaled: {width}×{height} of" in captions(app.run())
    app.query_params.update({"at": "digit-network", "of": "drawing"})
    app.switch_page("pages/forward.py").run()
    assert app.query_params["ink"] == pack_row([greys_of(digits[2])])


def test_a_link_to_more_digits_than_it_carries_says_so_under_the_answer() -> None:
    many = [index % 3 for index in range(MOST_LINKED + 2)]
    app = with_picture(written(*many, size=(100 * len(many), 200), scale=3))
    told = f"The link carries the first {MOST_LINKED} of {len(many)} digits."
    assert [caption.value for caption in app.caption].count(told) == 1
    assert "The link carries" not in text_of(with_picture(written(2, 6)))


def test_a_year_comes_by_link() -> None:
    digits = prepare_all(rgba(written(2, 0, 2, 6, size=(800, 300))))
    app = opened()
    app.query_params["ink"] = pack_row(greys_of(digit) for digit in digits)
    app = app.switch_page("pages/draw.py").run()
    assert not app.error
    assert f">{answer_of(digits)}<" in text_of(app)


def test_predict_first_hides_a_year_until_a_guess_and_judges_it() -> None:
    answer = answer_of(prepare_all(rgba(written(2, 6))))
    for guess, verdict in ((answer, "You and the network agree."), ("99", f"It read {answer}.")):
        app = with_picture(written(2, 6))
        app.toggle(key="predict").set_value(True).run()
        assert f">{answer}<" not in text_of(app)
        field(app, "Your guess: all digits as one number").set_value(guess).run()
        assert f">{answer}<" in text_of(app)
        assert f"You said {guess}. {verdict}" in text_of(app)


def field(app: AppTest, label: str) -> TextInput:
    """A field by its label."""
    (found,) = (field for field in app.text_input if field.label == label)
    return found


def test_what_is_wide_and_cannot_be_cut_is_said_to_be_wide() -> None:
    paper = np.full((300, 400), 255, np.uint8)
    paper[100:200, 60:300] = 0
    app = with_picture(Image.fromarray(paper))
    assert text_of(app).count("This is wide for one digit") == 1
    assert "This is wide" not in text_of(with_picture(written(2, 0)))
