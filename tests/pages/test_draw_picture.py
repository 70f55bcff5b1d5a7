"""Pictures that somebody brings to the Draw page: read, boxed, put away; whatever is wrong with them."""

import io
import sys
from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Slider, TextInput

from nncore import Preparation, load_images, load_network, predict, prepare, prepare_all, read_picture
from nncore.base.steps import finish
from tests.support.app import finished, opened, text_of
from tests.support.cost import cost_of
from tests.support.worst_pictures import page_of_text
from ui.address import pack_row, unpack_row
from ui.address.settings import MOST_LINKED
from ui.numbers import ordinal
from ui.state.drawing import Drawing, digits_of, example_sheet, greys_of, linked_sheet
from ui.state.picture import SHOWN, Picture, PictureState
from ui.work import LINE

IMAGES, LABELS = load_images("test")
ONE_OF_EACH = [int(np.flatnonzero(digit == LABELS)[0]) for digit in range(10)]


def written(*digits: int, size: tuple[int, int] = (400, 300), scale: int = 6) -> Image.Image:
    """A white page with test images of these digits in a row, black on white."""
    paper = np.full(size[::-1], 255, np.uint8)
    for place, digit in enumerate(digits):
        image = IMAGES[ONE_OF_EACH[digit]].repeat(scale, 0).repeat(scale, 1)
        left = 20 + place * 30 * scale
        paper[60 : 60 + 28 * scale, left : left + 28 * scale] = 255 - image
    return Image.fromarray(paper)


def rgba(picture: Image.Image) -> np.ndarray:
    return np.asarray(picture.convert("RGBA"))


def file_of(picture: Image.Image, kind: str = "PNG", **options) -> bytes:
    file = io.BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def answer_of(digits) -> str:
    """What the network answers to prepared digits, one after the other."""
    return "".join(str(predict(load_network(), digit.pixels.ravel()).argmax()) for digit in digits)


def digits_in(picture: Picture) -> tuple[Preparation, ...]:
    """What is found in a picture, or in its box."""
    finish(picture.read())
    assert picture.digits is not None
    return picture.digits


# A picture and its box


def test_a_box_makes_us_look_there_alone() -> None:
    picture = Picture(rgba(written(3, 5)), "your file", 0)
    assert len(digits_in(picture)) == 2
    picture.put_box((50, 190, 240, 400))
    (digit,) = digits_in(picture)
    (expected,) = prepare_all(rgba(written(3, 5)), (50, 190, 240, 400))
    np.testing.assert_array_equal(digit.pixels, expected.pixels)
    picture.put_box(None)
    assert len(digits_in(picture)) == 2


@pytest.mark.parametrize("box", [(10, 10, 12, 200), (200, 200, 20, 20), (500, 500, 600, 600)])
def test_a_slip_of_the_hand_is_no_box(box) -> None:
    picture = Picture(rgba(written(3)), "your file", 0)
    picture.drag_box(box)
    assert picture.box is None


def test_a_box_ends_where_the_picture_ends() -> None:
    picture = Picture(rgba(written(3)), "your file", 0)
    picture.drag_box((-50, -50, 5000, 150))
    assert picture.box == (0, 0, 300, 150)


def test_the_frame_begins_with_what_was_found_or_with_the_box_that_was_set() -> None:
    picture = Picture(rgba(written(3, 5)), "your file", 0)
    digits_in(picture)
    assert (picture.start, len(picture.found)) == (None, 2)
    for top, left, bottom, right in picture.found:
        ink = rgba(written(3, 5))[top:bottom, left:right, 0] < 255
        for edge in (ink[0], ink[-1], ink[:, 0], ink[:, -1]):
            assert edge.any()
    picture.put_box((50, 190, 240, 400))
    assert picture.start == (50, 190, 240, 400)
    picture.drag_box((50, 10, 240, 200))
    assert picture.start == (50, 190, 240, 400)


def test_stages_are_kept_small_and_pixels_as_they_are() -> None:
    large = rgba(written(3, 5, size=(1190, 900), scale=18))
    picture = Picture(large, "your file", 0)
    whole = prepare_all(large)
    for digit, as_it_was in zip(digits_in(picture), whole, strict=True):
        np.testing.assert_array_equal(digit.pixels, as_it_was.pixels)
        assert max(digit.ink.shape) <= SHOWN
        top, left, bottom, right = digit.box
        inked = np.argwhere(digit.ink >= 0.02)
        assert (inked.min(axis=0) >= (top, left)).all()
        assert (inked.max(axis=0) < (bottom, right)).all()
    picture.put_box(None)
    np.testing.assert_allclose(picture.found, [digit.box for digit in whole], atol=3)


# On the page


def with_picture(picture: Image.Image, drawing: Drawing | None = None) -> AppTest:
    """The Draw page with a picture on it, and perhaps a drawing under it."""
    brought = Picture(read_picture(file_of(picture)), "your file", 0)
    state = {"picture state": PictureState(brought, 1), "drawing": drawing or Drawing()}
    return finished(opened("pages/draw.py", **state))


def slider(app: AppTest, label: str) -> Slider[int]:
    """One of the two that hold the box."""
    (found,) = (slider for slider in app.slider if slider.label == label)
    return found


def test_a_picture_is_read_and_the_drawing_comes_back_untouched() -> None:
    drawing = Drawing()
    drawing.put(example_sheet(0, IMAGES[0]))
    app = with_picture(written(2), drawing)
    assert not app.exception
    assert f">{answer_of(prepare_all(rgba(written(2))))}<" in text_of(app)
    assert "From your file" in text_of(app)
    assert "Test image 0" not in text_of(app)
    app.button(key="back_to_drawing").click().run()
    assert not app.exception
    assert "Test image 0; its writer meant **7**" in text_of(app)
    assert drawing.sheet.picture == example_sheet(0, IMAGES[0]).picture


def test_a_box_by_numbers_and_back_to_what_was_chosen_by_itself() -> None:
    app = with_picture(written(3, 5))
    both = answer_of(prepare_all(rgba(written(3, 5))))
    assert f">{both}<" in text_of(app)
    finished(slider(app, "From left to right").set_value((48, 100)).run())
    assert f">{answer_of(prepare_all(rgba(written(3, 5)), (0, 192, 300, 400)))}<" in text_of(app)
    finished(app.button(key="automatic").click().run())
    assert f">{both}<" in text_of(app)
    assert app.button(key="automatic").disabled


def test_an_empty_box_is_one_sentence() -> None:
    app = with_picture(written(3))
    finished(slider(app, "From top to bottom").set_value((85, 100)).run())
    assert not app.exception
    assert "no digit in this box" in app.info[0].value


@pytest.mark.parametrize(
    "picture",
    [
        Image.new("RGB", (300, 200), "white"),
        Image.new("RGB", (300, 200), "black"),
        Image.new("RGBA", (300, 200), (0, 0, 0, 0)),
        Image.new("RGB", (1, 1), "white"),
        Image.new("RGB", (1200, 24), "white"),
    ],
)
def test_a_picture_of_nothing_is_one_sentence(picture: Image.Image) -> None:
    app = with_picture(picture)
    assert not app.exception
    assert not app.error
    assert app.info[0].value.startswith("No digit stands out in this picture")
    assert app.button(key="back_to_drawing")


def test_sliders_of_a_box_that_was_dragged_stay_the_same_until_another_is() -> None:
    """New ones for each new box: of old ones a browser would report where they stood."""
    app = with_picture(written(3, 5))
    picture = app.session_state["picture state"].picture
    seen = []
    for box in (None, None, (53, 17, 247, 199), (53, 17, 247, 199), (40, 190, 260, 390)):
        picture.drag_box(box)
        finished(app.run())
        seen.append((slider(app, "From left to right").key, slider(app, "From left to right").value))
    assert [value for _, value in seen] == [(0, 100)] * 2 + [(4, 50)] * 2 + [(48, 98)]
    keys = [key for key, _ in seen]
    assert keys[0] == keys[1] != keys[2] == keys[3] != keys[4]


def test_a_page_of_text_asks_for_a_box_and_reads_what_is_in_it() -> None:
    page = page_of_text().copy()
    page[400:640, 400:640] = 255
    page[436:604, 436:604] = 255 - IMAGES[ONE_OF_EACH[4]].repeat(6, 0).repeat(6, 1)
    app = with_picture(Image.fromarray(page))
    assert not app.exception
    assert [info.value for info in app.info] == [
        "This looks like a page of text: draw a box around the digits."
    ]
    assert app.button(key="back_to_drawing")
    for label in ("From left to right", "From top to bottom"):
        finished(slider(app, label).set_value((35, 52)).run())
    assert not app.exception
    assert not app.info
    assert f">{answer_of(prepare_all(page, (420, 420, 624, 624)))}<" in text_of(app)
    finished(app.button(key="automatic").click().run())
    assert app.info[0].value.startswith("This looks like a page of text")


ROW_OF_60 = """
import numpy as np
from tests.support.app import finished, opened
from tests.support.worst_pictures import lines_of_60
from ui.state.picture import Picture, PictureState
row = lines_of_60()
picture = Picture(np.dstack([row, row, row, np.full_like(row, 255)]), "your file", 0)
state = {"picture state": PictureState(picture, 1)}
opened("pages/draw.py")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="Linux alone says so where we look")
def test_a_page_with_60_digits_stays_within_the_budget() -> None:
    work = "page = finished(opened('pages/draw.py', **state)); print(len(page.exception))"
    cost = cost_of(work + "; print(len(picture.digits))", setup=ROW_OF_60)
    assert cost.output.split() == ["0", "60"]
    assert cost.cpu_seconds < 9
    assert cost.megabytes < 400


def test_a_search_that_waits_can_be_stopped_and_begun_again() -> None:
    app, another = opened("pages/draw.py"), -1
    brought = Picture(read_picture(file_of(written(2))), "your file", 0)
    for _ in range(2):
        app.session_state["picture state"].picture = brought
        LINE.ahead_of(another)
        app.run()
        assert app.info[0].value.startswith("Looking for the digit")
        assert any(caption.value.startswith("One other visitor’s work goes first") for caption in app.caption)
        app.button(key="back_to_drawing").click().run()
        assert "Draw a digit" in app.info[0].value
    app.session_state["picture state"].picture = brought
    LINE.ahead_of(another)
    app.run().button(key="stop_picture").click().run()
    assert app.info[0].value.startswith("Stopped")
    LINE.leave(another)
    finished(app.button(key="look_again").click().run())
    assert not app.exception
    assert f">{answer_of(prepare_all(rgba(written(2))))}<" in text_of(app)


def test_the_link_on_the_way_does_not_lay_a_picture_on_the_paper() -> None:
    app = with_picture(written(2))
    (digit,) = prepare_all(rgba(written(2)))
    app.query_params["ink"] = pack_row([greys_of(digit)])  # as `follow` writes it in a browser
    app.run()
    app.button(key="back_to_drawing").click().run()
    assert "Draw a digit" in app.info[0].value


def test_the_forward_pass_steps_through_the_picture() -> None:
    app = with_picture(written(2))
    app.query_params.update({"net": "digit", "of": "drawing"})
    app.switch_page("pages/forward.py").run()
    assert not app.exception
    assert "This is your drawing" in text_of(app)
    (digit,) = prepare_all(rgba(written(2)))
    assert app.query_params["ink"] == pack_row([greys_of(digit)])


# Whatever is wrong with a file: each is read as it looks, or refused in a sentence


def dialog() -> AppTest:
    """The dialog that takes a picture, by itself."""

    def page() -> None:
        import streamlit as st

        from ui.draw.bring_picture import choose_picture
        from ui.state.picture import current_picture

        picture = current_picture()
        if picture is None:
            choose_picture()
        else:
            st.text("x".join(map(str, picture.rgba.shape)))

    return AppTest.from_function(page, default_timeout=60).run()


def animated(kind: str) -> bytes:
    return file_of(written(2), kind, save_all=True, append_images=[written(3)], duration=50)


def sideways() -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 6
    return file_of(written(2).rotate(90, expand=True), "JPEG", exif=exif, quality=95)


def see_through() -> Image.Image:
    picture = written(2).convert("RGBA")
    picture.putalpha(Image.fromarray(255 - np.asarray(written(2))))
    return picture


@pytest.mark.parametrize(
    "make",
    [
        lambda: file_of(written(2), "JPEG"),
        lambda: file_of(written(2), "WEBP"),
        lambda: file_of(written(2).convert("CMYK"), "JPEG"),
        lambda: file_of(written(2).convert("P")),
        lambda: file_of(written(2).convert("1")),
        lambda: file_of(Image.fromarray(np.asarray(written(2)).astype(np.uint16) * 257)),
        lambda: file_of(see_through()),
        lambda: animated("PNG"),
        lambda: animated("WEBP"),
        lambda: animated("GIF"),
        sideways,
        lambda: file_of(written(2, size=(2400, 1800), scale=40)),
    ],
    ids=[
        "jpeg",
        "webp",
        "cmyk",
        "palette",
        "1-bit",
        "16-bit",
        "transparent",
        "apng",
        "webp-animation",
        "gif-animation",
        "sideways",
        "large",
    ],
)
def test_a_two_is_a_two_in_every_kind_of_file(make: Callable[[], bytes]) -> None:
    picture = Picture(read_picture(make()), "your file", 0)
    assert answer_of(digits_in(picture)) == "2"


@pytest.mark.parametrize(
    ("data", "about"),
    [
        (b"", "empty"),
        (b"GIF89a and no more", "damaged"),
        (b"\x89PNG\r\n\x1a\n nonsense", "PNG, JPEG, WebP or GIF"),
        (file_of(written(2))[:-100], "damaged"),
        (file_of(written(2), "JPEG")[:2000], "damaged"),
        (file_of(Image.new("1", (20_000, 20_000))), "million pixels"),
    ],
    ids=["empty", "gif", "nonsense", "truncated-png", "truncated-jpeg", "bomb"],
)
def test_a_bad_file_is_one_sentence(data: bytes, about: str) -> None:
    app = dialog()
    app.file_uploader(key="file-0").upload("digit.png", data, "image/png").run()
    assert not app.exception
    (error,) = app.error
    assert about in error.value
    assert error.value.count(".") == 1
    assert not app.text
    app.file_uploader(key="file-0").set_value(("digit.png", file_of(written(2)), "image/png")).run()
    assert app.text[0].value == "300x400x4"


# Several digits in a row


@pytest.mark.parametrize("count", [1, 2, 3, 7, MOST_LINKED])
def test_a_link_brings_a_row_to_the_last_bit(count: int) -> None:
    images = np.stack([greys_of(prepare(255 - image)) for image in IMAGES[:count]])
    arrived = unpack_row(pack_row(images), MOST_LINKED)
    assert arrived is not None
    sheet = linked_sheet(arrived)
    assert sheet is not None
    digits = digits_of(sheet)
    np.testing.assert_array_equal([greys_of(digit) for digit in digits], images)
    lefts = [digit.box[1] for digit in digits]
    assert lefts == sorted(lefts)
    paper = rgba(Image.open(io.BytesIO(sheet.picture)))[..., 0]
    assert (paper.shape, paper[0, 0]) == ((280, 280), 255)
    for digit in digits:
        top, left, bottom, right = digit.box
        inside = np.round(digit.ink[top:bottom, left:right] * 255)
        np.testing.assert_array_equal(255 - paper[top:bottom, left:right], inside)


def test_too_many_or_damaged_digits_are_no_row() -> None:
    images = [greys_of(prepare(255 - image)) for image in IMAGES[: MOST_LINKED + 1]]
    assert unpack_row(pack_row(images), MOST_LINKED) is None
    assert unpack_row(pack_row(images[:2])[:-9], MOST_LINKED) is None
    assert unpack_row(pack_row(images[:2]) + ".", MOST_LINKED) is None
    assert linked_sheet(np.stack([images[0], np.zeros((28, 28), np.uint8)])) is None


def test_a_year_is_read_from_left_to_right_and_one_digit_is_chosen() -> None:
    year = written(2, 0, 2, 6, size=(800, 300))
    digits = prepare_all(rgba(year))
    app = with_picture(year)
    assert f">{answer_of(digits)}<" in text_of(app)
    choice = app.segmented_control(key="which")
    assert choice.options == ["1st", "2nd", "3rd", "4th"]
    choice.set_value(2).run()
    assert not app.exception
    height, width = digits[2].scaled.shape
    assert f"here {width}×{height}" in text_of(app)
    app.session_state.take = True
    assert app.run().code[0].value.endswith(pack_row(greys_of(digit) for digit in digits))
    app.query_params.update({"net": "digit", "of": "drawing"})
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


def test_a_picture_is_never_called_a_drawing() -> None:
    drawing = Drawing()
    drawing.put(example_sheet(0, IMAGES[0]))
    app = with_picture(written(2), drawing)
    assert "your drawing" not in text_of(app).lower()
    assert "Your picture is prepared in the same way" in text_of(app)
    assert "Step through my picture" in [link.proto.label for link in app.get("page_link")]
    app.button(key="back_to_drawing").click().run()
    assert "Your drawing is prepared in the same way" in text_of(app)


def test_what_is_wide_and_cannot_be_cut_is_said_to_be_wide() -> None:
    paper = np.full((300, 400), 255, np.uint8)
    paper[100:200, 60:300] = 0
    app = with_picture(Image.fromarray(paper))
    assert text_of(app).count("This is wide for one digit") == 1
    assert "This is wide" not in text_of(with_picture(written(2, 0)))


@pytest.mark.parametrize(
    ("place", "words"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (21, "21st")],
)
def test_places_in_words(place: int, words: str) -> None:
    assert ordinal(place) == words
