"""Every page runs without an error and shows what it promises (no browser: see tests/browser)."""

import html

import numpy as np
import pytest

from nncore import load_images, load_mnist, load_network
from tests.support.app import ROOT, captions, opened, text_of
from ui.course import BESIDE, COURSE
from ui.state.drawing import Drawing, example_sheet, picture_of


def test_every_page_file_is_in_the_course() -> None:
    files = {f"pages/{path.name}" for path in (ROOT / "pages").glob("*.py")}
    assert files == {entry.file for entry in (*COURSE, *BESIDE)}


@pytest.mark.parametrize("entry", [*COURSE, *BESIDE], ids=lambda entry: entry.url)
def test_page_opens_with_its_question_and_no_error(entry) -> None:  # type: ignore[no-untyped-def]
    app = opened(entry.file)
    assert not app.exception
    assert not app.error
    assert entry.question in (app.title[0].value if app.title else app.main.markdown[0].value)


def test_home_reads_a_digit() -> None:
    app = opened(at="a-digit-is-read")
    assert not app.exception
    _, (x_test, t_test) = load_mnist()
    assert t_test[0] == 7
    assert ">7<" in text_of(app)
    y = load_network().forward(x_test[0]).Y
    shown = html.unescape(text_of(app))
    assert f"{y[7] * 100:.1f} %" in shown or "> 99.9 %" in shown


def test_home_reads_another_digit_when_asked() -> None:
    app = opened(at="a-digit-is-read")
    before = text_of(app)
    app.button(key="read_another").click().run()
    assert not app.exception
    assert text_of(app) != before


def test_home_opens_with_the_paper_and_ends_with_the_way_to_every_page() -> None:
    assert "Draw a digit" in opened().info[0].value
    links = [link.proto.page for link in opened(at="the-way").main.get("page_link")]
    assert links == [entry.url for entry in (*COURSE[1:], *BESIDE)]


def test_draw_invites_before_the_first_stroke() -> None:
    app = opened("pages/draw.py")
    assert "Draw a digit" in app.info[0].value
    assert not any(character.isdigit() for character in app.info[0].value)
    assert app.button(key="undo").disabled
    assert app.button(key="clear").disabled


def test_draw_reads_an_example_and_shows_every_stage() -> None:
    drawing = Drawing()
    drawing.put(example_sheet(0, load_images("test")[0][0]))
    app = opened("pages/draw.py", "preparation", **{"drawing state": drawing})
    assert not app.exception
    text = text_of(app)
    assert "Test image 0; its writer meant **7**" in text
    assert ">7<" in text
    for words in ("The box around its ink", "Scaled", "Centred", "Just shrunk"):
        assert words in captions(app)


def test_an_example_on_paper_is_the_test_image_ten_times_as_large() -> None:
    image = load_images("test")[0][3]
    picture = picture_of(example_sheet(3, image))
    assert picture.shape == (280, 280, 4)
    np.testing.assert_array_equal(255 - picture[5::10, 5::10, 0], image)


SHEET = {"sheet", "paper-buttons", "canvas", "undo", "clear", "clicks-undo", "prediction", "by_keys"}
"""The first page has the sheet of the page on drawing, whatever else it has."""
FRAME = {"rail", "head", "spread", "checks", "other-check", "folds", "foot", "back", "takeaway", "next"}
"""What all pages have that show a section at a time."""


def test_no_two_pages_share_the_key_of_a_widget() -> None:
    pages: dict[str, str] = {}
    for entry in (*COURSE, *BESIDE):
        app = opened(entry.file)
        for element in app.main:
            key = getattr(element, "key", None)
            if key and key not in SHEET | FRAME:
                assert pages.setdefault(key, entry.url) == entry.url, key


def test_what_one_page_holds_is_nothing_to_the_next() -> None:
    app = opened("pages/gates.py", predict=True)
    app.switch_page("pages/matrices.py").run()
    app.main.slider(key="x1").set_value(3).run()
    for page in ("pages/gates.py", "pages/forward.py", "pages/matrices.py", "pages/gates.py"):
        app.switch_page(page).run()
        assert not app.exception, page
        assert not app.error, page
