"""Pictures that somebody brings to the Draw page: read, boxed, put away."""

import io

import pytest
from PIL import Image
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Slider

from nncore import prepare_all, read_picture
from tests.support.app import captions, finished, opened, press, text_of
from tests.support.brought_pictures import IMAGES, ONE_OF_EACH, answer_of, rgba, with_picture, written
from tests.support.photographs import photograph
from tests.support.picture_files import file_of
from tests.support.worst_pictures import page_of_text
from ui.address.packed import pack_row
from ui.state.drawing import Drawing, example_sheet, greys_of
from ui.state.picture import Picture


def box_by_numbers(app: AppTest, **ends: tuple[int, int]) -> None:
    """Set the sliders of the box, and take it."""
    labels = {"across": "From left to right", "down": "From top to bottom"}
    for name, values in ends.items():
        slider(app, labels[name]).set_value(values)
    finished(press(app, "Take this box"))


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
    box_by_numbers(app, across=(48, 100))
    assert f">{answer_of(prepare_all(rgba(written(3, 5)), (0, 192, 300, 400)))}<" in text_of(app)
    finished(app.button(key="automatic").click().run())
    assert f">{both}<" in text_of(app)
    assert app.button(key="automatic").disabled


def test_an_empty_box_is_one_sentence() -> None:
    app = with_picture(written(3))
    box_by_numbers(app, down=(85, 100))
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
    box_by_numbers(app, across=(35, 52), down=(35, 52))
    assert not app.exception
    assert not app.info
    assert f">{answer_of(prepare_all(page, (420, 420, 624, 624)))}<" in text_of(app)
    finished(app.button(key="automatic").click().run())
    assert app.info[0].value.startswith("This looks like a page of text")


def test_a_search_can_be_stopped_and_begun_again(monkeypatch) -> None:
    monkeypatch.setattr("ui.work.SLICE", 0)  # a step at each look
    app = opened("pages/draw.py")
    brought = Picture(read_picture(file_of(written(2))), "your file", 0)
    app.session_state["picture state"].picture = brought
    app.run()
    assert app.info[0].value.startswith("Looking for the digit")
    app.button(key="back_to_drawing").click().run()
    assert "Draw a digit" in app.info[0].value
    app.session_state["picture state"].picture = brought
    app.run().button(key="stop_picture").click().run()
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
    app.query_params.update({"at": "digit-network", "of": "drawing"})
    app.switch_page("pages/forward.py").run()
    assert not app.exception
    assert "This is your drawing" in text_of(app)
    (digit,) = prepare_all(rgba(written(2)))
    assert app.query_params["ink"] == pack_row([greys_of(digit)])


def test_a_picture_is_never_called_a_drawing() -> None:
    drawing = Drawing()
    drawing.put(example_sheet(0, IMAGES[0]))
    app = with_picture(written(2), drawing)
    assert "your drawing" not in text_of(app).lower()
    assert "Step through my picture" in [link.proto.label for link in app.get("page_link")]
    app.query_params["at"] = "preparation"
    assert "Your picture is cut out, scaled and placed" in text_of(app.run())
    app.button(key="back_to_drawing").click().run()
    assert "Your drawing is cut out, scaled and placed" in text_of(app)


def test_a_photographs_stages_tell_how_its_ink_was_found() -> None:
    app = with_picture(Image.open(io.BytesIO(photograph(2))))
    app.query_params["at"] = "preparation"
    assert "The box around its ink" in captions(app.run())
    app.segmented_control(key="stages").set_value("ink").run()
    assert not app.exception
    assert "What differs: the ink" in captions(app)
