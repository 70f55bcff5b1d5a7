"""The log has a line for each upload and refusal, and nothing of what was brought or of who brought it."""

import io
import re

import numpy as np
import pytest
from PIL import Image
from streamlit.testing.v1 import AppTest

from nncore import PictureError
from tests.support.uploading import page, uploaded
from tests.support.weights_files import npz
from ui.log import log_error

PICTURE = """
from ui.state.picture import bring_picture
bring_picture({data!r}, "your file")
"""
NAME = "Anna Schmidt"


def lines(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.name == "gates_to_digits"]


@pytest.fixture(autouse=True)
def all_levels(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", "gates_to_digits")


def test_weights_that_are_refused(caplog: pytest.LogCaptureFixture) -> None:
    app = uploaded(page(), f"{NAME}.npz", npz(**{NAME: np.zeros(3)}))
    assert app.error
    (line,) = lines(caplog)
    assert re.fullmatch(r"refusal: weights, WeightsError at nncore/\w+(/\w+)*\.py:\d+", line)


def test_pictures(caplog: pytest.LogCaptureFixture) -> None:
    file = io.BytesIO()
    Image.new("RGB", (40, 40), "white").save(file, "PNG")
    for data in (file.getvalue(), NAME.encode()):
        AppTest.from_string(PICTURE.format(data=data)).run()
    taken, refused = lines(caplog)
    assert taken == f"upload: a picture, {len(file.getvalue())} bytes"
    assert re.fullmatch(r"refusal: a picture, PictureError at nncore/\w+(/\w+)*\.py:\d+", refused)


def test_an_unexpected_error_has_its_traceback_and_a_number(caplog: pytest.LogCaptureFixture) -> None:
    numbers = set()
    for _ in range(2):
        try:
            raise PictureError("as a test")
        except PictureError as error:
            numbers.add(log_error(error))
    assert len(numbers) == 2
    assert all(record.exc_info for record in caplog.records)
    assert all(any(number in line for line in lines(caplog)) for number in numbers)
