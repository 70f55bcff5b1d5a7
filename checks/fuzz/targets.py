"""What is fuzzed: for each way in a function of bytes that ends in a value or in our own one-sentence error.

Anything else is a finding: another exception, a warning, a refusal that is no sentence, a value that
does not hold what is promised of it.
"""

import base64
import io
import json
from collections.abc import Callable

import numpy as np

from nncore import (
    NothingDrawn,
    PictureError,
    TooMuch,
    WeightsError,
    load_network,
    predict,
    prepare_all,
    read_picture,
)
from ui.address.kinds import Parameter
from ui.address.packed import as_text
from ui.address.settings import GRID, PARAMETERS, SHAPES
from ui.state.canvas_report import URL, PaperFull, read_report
from ui.state.drawing import Drawing, digits_of, pixel_sheet
from ui.widgets.matrix_editor import resized

ROWS: dict[str, Parameter] = {f"{row.page}/{row.name}": row for row in PARAMETERS.values()}
BLANK = np.zeros((1, 784), np.float32)
IMAGE = '{"type": "Image", "src": "ours"}'
LONGEST_SENTENCE = 400


def picture(data: bytes) -> None:
    """Read a file that somebody chose as a picture, and look for digits in it."""
    try:
        digits = prepare_all(read_picture(data))
    except (PictureError, NothingDrawn, TooMuch) as error:
        _check_sentence(str(error))
    else:
        assert all(digit.pixels.shape == (28, 28) and digit.pixels.max() == 1 for digit in digits)


def weights(data: bytes) -> None:
    """Read a file that somebody chose as weights, and ask the network in it."""
    try:
        network = load_network(io.BytesIO(data))
    except WeightsError as error:
        _check_sentence(str(error))
    else:
        assert np.isfinite(predict(network, BLANK)).all()


def address(data: bytes) -> None:
    """Read a setting of a link; the first line says which, the others are its texts."""
    name, *texts = data.decode("utf-8", "replace").split("\n")
    row = ROWS.get(name) or list(ROWS.values())[len(name) % len(ROWS)]
    held = row.kind.read(texts)
    if held is None:
        return
    written = row.kind.write(held)
    assert row.kind.write(row.kind.read(written)) == written
    if row.name == "ink":
        digits_of(pixel_sheet(held))


def matrix(data: bytes) -> None:
    """Read the text of an edited matrix, and bring it into every shape."""
    array = GRID.parse([data.decode("utf-8", "replace")])
    if array is not None:
        np.testing.assert_allclose(np.asarray(GRID.parse([as_text(array)])), array, rtol=1e-11)
        assert all(resized(array, shape).shape == shape for shape in SHAPES)


def canvas(data: bytes) -> None:
    """Read a report of the canvas: what it says in JSON, a zero, and its picture."""
    said, _, png = data.partition(b"\0")
    try:
        raw = json.loads(said)
    except (ValueError, RecursionError):  # Streamlit's own affair
        return
    url = URL + base64.b64encode(png).decode()
    try:
        report = read_report({"raw": raw, "data": url}, IMAGE)
    except PaperFull as error:
        _check_sentence(str(error))
        return
    if report is not None:
        drawing = Drawing(version=report.version)
        drawing.report(report)
        digits_of(drawing.sheet)


def _check_sentence(text: str) -> None:
    """Hold a refusal against what all must be: one line, short, with an end."""
    assert "\n" not in text, text
    assert len(text) <= LONGEST_SENTENCE, text
    assert text.endswith("."), text


TARGETS: dict[str, Callable[[bytes], None]] = {
    function.__name__: function for function in (picture, weights, address, matrix, canvas)
}
