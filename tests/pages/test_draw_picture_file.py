"""Whatever is wrong with the file of a picture: each is read as it looks, or refused in a sentence."""

from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image
from streamlit.testing.v1 import AppTest

from nncore import read_picture
from tests.support.brought_pictures import answer_of, digits_in, written
from tests.support.picture_files import file_of
from ui.state.picture import Picture


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
        (b"GIF89a and no more", "PNG, JPEG, WebP or GIF"),
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
