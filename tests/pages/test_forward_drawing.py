"""A drawing goes through the forward pass, whether it was made on the page or came with a link."""

from nncore import load_images
from tests.support.app import opened, text_of
from tests.support.forward_page import PAGE, at, code_of, in_address
from ui.address import pack
from ui.state.drawing import Drawing, example_sheet


def test_digit_network_steps_through_the_drawing() -> None:
    drawing = Drawing()
    drawing.put(example_sheet(2, load_images("test")[0][2]))
    app = opened(drawing=drawing)
    app.query_params.update({"net": "digit", "of": "drawing", "step": "Y"})
    app = app.switch_page(PAGE).run()
    assert not app.exception
    assert not app.info
    assert ">1<" in text_of(app)
    link = {name: in_address(app, name) for name in app.query_params}
    elsewhere = at(**link)
    assert not elsewhere.info
    assert code_of(elsewhere) == code_of(app)


def test_a_linked_drawing_is_still_there_after_a_random_one() -> None:
    ink = pack(load_images("test")[0][2])
    app = at(net="digit", of="drawing", ink=ink, step="Y")
    before = code_of(app)
    for label in ("A random one", "My drawing"):
        next(button for button in app.button if button.label == label).click().run()
    assert not app.info
    assert code_of(app) == before
    assert in_address(app, "ink") == ink


def test_a_new_drawing_takes_the_place_of_a_linked_one() -> None:
    app = at(net="digit", of="drawing", ink=pack(load_images("test")[0][2]), step="Y")
    drawing = Drawing()
    drawing.put(example_sheet(0, load_images("test")[0][0]))
    app.switch_page("pages/draw.py").run()
    app.session_state.drawing = drawing
    app.query_params.clear()
    app.query_params.update({"net": "digit", "of": "drawing", "step": "Y"})
    app = app.switch_page(PAGE).run()
    assert ">7<" in text_of(app)
