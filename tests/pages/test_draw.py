"""The parts of the Draw page: a link brings the same greys, what is taken along is what was read."""

import io

import numpy as np
import pytest
from PIL import Image

from nncore import (
    Layer,
    Network,
    Preparation,
    is_sure,
    load_images,
    load_network,
    predict,
    prepare,
    scores,
    with_bar,
)
from tests.support.app import opened, text_of
from ui.address.packed import pack
from ui.draw.download import as_npy, as_png
from ui.draw.read import agreement
from ui.lessons import fill_in, read_lesson
from ui.numbers import percent
from ui.state.canvas_report import Report
from ui.state.drawing import Drawing, Sheet, digits_of, example_sheet, greys_of, picture_of, pixel_sheet
from ui.widgets.answer import doubt, lines_of, reason

STROKE = "a stroke"
EXAMPLES = load_images("test")[0][:40]


def png_of(picture: np.ndarray) -> bytes:
    file = io.BytesIO()
    Image.fromarray(picture).save(file, "PNG")
    return file.getvalue()


def digit_of(sheet: Sheet | None) -> Preparation:
    """The only digit on a sheet."""
    assert sheet is not None
    (digit,) = digits_of(sheet)
    return digit


def prepared_greys(number: int) -> np.ndarray:
    return greys_of(digit_of(example_sheet(number, EXAMPLES[number])))


@pytest.mark.parametrize("number", range(0, 40, 4))
def test_a_link_brings_the_same_input_to_the_last_bit(number: int) -> None:
    sent = digit_of(example_sheet(number, EXAMPLES[number]))
    sheet = pixel_sheet(greys_of(sent)[np.newaxis])
    np.testing.assert_array_equal(digit_of(sheet).pixels, sent.pixels)
    np.testing.assert_array_equal(predict(load_network(), digit_of(sheet).pixels.ravel()),
                                  predict(load_network(), sent.pixels.ravel()))  # fmt: skip


def test_a_stroke_on_a_linked_drawing_is_prepared_anew_and_undo_brings_the_link_back() -> None:
    sheet = pixel_sheet(prepared_greys(1)[np.newaxis])
    drawing = Drawing()
    drawing.put(sheet)
    drawing.report(Report(drawing.version, sheet.marks, sheet.picture))
    picture = picture_of(sheet).copy()
    picture[250:270, 20:260, :3] = 0
    drawing.report(Report(drawing.version, (*drawing.sheet.marks, STROKE), png_of(picture)))
    np.testing.assert_array_equal(digit_of(drawing.sheet).pixels, prepare(picture).pixels)
    drawing.undo()
    np.testing.assert_array_equal(greys_of(digit_of(drawing.sheet)), prepared_greys(1))
    drawing.undo()
    assert drawing.is_unused


def test_a_blank_sheet_is_no_drawing() -> None:
    assert digits_of(Sheet()) == ()


def test_the_png_and_the_npy_are_what_the_network_reads() -> None:
    preparation = digit_of(example_sheet(3, EXAMPLES[3]))
    png = np.asarray(Image.open(io.BytesIO(as_png(preparation))))
    numbers = np.load(io.BytesIO(as_npy(preparation)))
    assert (png.shape, png.dtype) == ((28, 28), np.uint8)
    assert (numbers.shape, numbers.dtype) == ((784,), np.float32)
    np.testing.assert_array_equal(255 - png, prepared_greys(3))
    np.testing.assert_array_equal(numbers, preparation.pixels.ravel())


def linked(text: str, at: str = "your-digit", **state: object):  # type: ignore[no-untyped-def]
    """Open a section of the Draw page by a link."""
    app = opened(**state)
    app.query_params.update({"ink": text, "at": at})
    app = app.switch_page("pages/draw.py").run()
    assert not app.exception
    return app


def test_the_page_opens_with_the_drawing_of_a_link() -> None:
    greys = prepared_greys(2)
    app = linked(pack(greys), take=True)
    best = predict(load_network(), greys.ravel() / np.float32(255)).argmax()
    assert not app.error
    assert f">{best}<" in text_of(app)
    assert pack(greys) in [code.value.partition("ink=")[2] for code in app.code]
    assert not app.button(key="undo").disabled
    app.button(key="clear").click().run()
    assert app.info


@pytest.mark.parametrize("text", ["nonsense", "ä", "", pack(prepared_greys(2))[:-20]])
def test_nonsense_in_a_link_is_named_and_the_page_works(text: str) -> None:
    app = linked(text)
    assert ["`ink`" in toast.value for toast in app.toast] == [True]
    assert "Draw a digit" in app.info[0].value


def test_a_link_never_takes_the_visitors_own_drawing_away() -> None:
    own = Drawing()
    own.put(example_sheet(0, EXAMPLES[0]))
    app = linked(pack(prepared_greys(2)), **{"drawing state": own})
    assert "Test image 0" in text_of(app)
    app.button(key="clear").click().run()
    assert app.info
    app.button(key="undo").click().run()
    assert "Test image 0" in text_of(app)


def test_the_nearest_to_a_training_image_begin_with_itself() -> None:
    image, label = load_images("train")[0][0], load_images("train")[1][0]
    app = linked(pack(image), "nearest")
    assert "The six closest of 50\u202f000 training images" in text_of(app)
    (row,) = [element for element in app.main.get("image") if len(element.proto.imgs) == 6]
    assert row.proto.imgs[0].caption == str(label)
    assert row.proto.imgs[0].alt == f"A training image, labelled {label}"


@pytest.mark.parametrize(
    ("labels", "holds", "words"),
    [
        ([4, 4, 4, 4, 4, 4], "all-agree", "All six are 4s, like its answer."),
        (
            [4, 9, 4, 4, 9, 7],
            "some-agree",
            "Labelled 4, like its answer: 3 of the six; the others are labelled 9, 9, 7.",
        ),
        (
            [8, 9, 9, 9, 9, 9],
            "none-agree",
            "It answered 4, yet not one of them is labelled 4: it does not look",
        ),
    ],
)
def test_it_says_when_labels_disagree_with_the_answer(labels: list[int], holds: str, words: str) -> None:
    state, told = agreement(np.array(labels), 4)
    assert state == holds
    seen = next(part.text for part in read_lesson("draw")["nearest"].of("seen") if part.title == holds)
    values = {"answer": "4"} | {k: str(v) for k, v in told.items()}
    assert words in " ".join(fill_in(seen, values).split())


def test_a_doubt_names_the_two_likeliest() -> None:
    y = np.full(10, 0.01)
    y[[4, 8]] = 0.55, 0.37
    assert doubt(y) == "**Not sure:** a 4, or perhaps an 8."


def test_a_likely_digit_below_the_bar_is_perhaps_none() -> None:
    y = np.full(10, 0.001)
    y[4] = 0.991
    assert doubt(y) == "**Not sure** that this is a digit; it looks most like a 4."


def test_what_counts_as_sure_is_said_by_the_one_rule() -> None:
    x = EXAMPLES.reshape(-1, 784) / np.float32(255)
    surest = int(load_network().forward(x)["A3"].max(axis=1).argmax())
    assert "**Not sure" not in text_of(linked(pack(EXAMPLES[surest])))
    blot = np.zeros((28, 28), np.uint8)
    blot[4:24, 4:24] = 255
    sure = is_sure(load_network(), blot.ravel() / np.float32(255))
    assert ("**Not sure" in text_of(linked(pack(blot)))) == (not sure)


def test_the_reason_tells_the_best_score_and_the_bar_or_what_stands_in_for_it() -> None:
    network = Network([Layer(np.eye(3), np.zeros(3), "softmax")])
    assert "no bar" in reason(network, np.array([2.14, 0, 0]))
    barred = with_bar(network, 5)
    told = "Its best score is 2.14. Of 100 real digits, 98 reach 5.00 or more"
    none, several = reason(barred, np.array([2.14, 0, 0])), reason(barred, np.array([2.14, 2, 0]))
    assert none == f"{told}: this looks like none of them. Do not trust the percentage."
    assert several == f"{told}: this is like several, and like none enough. Do not trust the percentage."
    assert reason(barred, np.array([0, 7.0, 0])).endswith("5.00 or more, so this looks like a digit.")


def test_the_share_above_the_bar_is_the_one_that_is_said() -> None:
    network = load_network()
    validation = load_images("train")[0][50_000:].reshape(-1, 784) / np.float32(255)
    best = scores(network, validation)
    share = (best.max(axis=1) >= network.bar).mean()
    assert f" {int(100 * share)} reach " in reason(network, best[0])


def test_one_pass_gives_what_predict_and_is_sure_give() -> None:
    drawing = Drawing()
    drawing.put(example_sheet(8, EXAMPLES[8]))
    app = opened("pages/draw.py", **{"drawing state": drawing})
    x = digit_of(drawing.sheet).pixels.ravel()
    best = predict(load_network(), x).max()
    assert f">{percent(float(best))}<" in text_of(app)
    assert ("**Not sure" in text_of(app)) == (not is_sure(load_network(), x))


def test_answers_stand_as_their_digits_on_the_paper() -> None:
    boxes = [(0, 0, 10, 8), (2, 12, 12, 20), (30, 1, 40, 9), (60, 30, 70, 38)]
    assert lines_of(boxes, [4, 2, 7, 1]) == ["42", "7", "1"]
