"""Pictures of pixels with hard edges: the stages of the preparation and what the network sees.

All return an (H, W, 3) uint8 picture for `show_pixels`. Nothing here needs matplotlib.
"""

from typing import Literal

import numpy as np
import numpy.typing as npt
import streamlit as st
from PIL import Image, ImageDraw

from nncore import Array, Preparation
from ui.png import data_url, png
from ui.theme import Theme, diverging, rgb, sequential

SHARP = 14
"""Screen pixels for each pixel of a digit: enough to stay crisp on a dense screen."""
STAGE = 8
"""Screen pixels for each pixel in the small pictures of the preparation, made after every stroke."""
SMALL = 30_000
"""The largest picture, in bytes, that travels with the page."""


def show_pixels(
    picture: Array | list[Array],
    alt: str | list[str],
    width: Literal["stretch", "content"] | int,
    caption: list[str] | None = None,
) -> None:
    """Show a picture (H, W, 3) uint8 of pixels with their hard edges, or several in a row.

    As PNG: Streamlit would choose JPEG, which blurs the edges. A small one becomes a data URL, which the
    browser need not ask for and the server need not keep.
    """
    files = [png(each) for each in ([picture] if isinstance(picture, np.ndarray) else picture)]
    images = [data_url(file) if len(file) <= SMALL else file for file in files]
    st.image(images, caption, width, output_format="PNG", alt=[alt] if isinstance(alt, str) else alt)


def activation_picture(theme: Theme, values: npt.ArrayLike, scale: int = SHARP) -> Array:
    """Draw values from 0 (paper) to 1 as squares of `scale` pixels each."""
    greys, colours = np.round(np.clip(values, 0, 1) * 255).astype(np.uint8), _colours_of_greys(theme)
    return _framed(colours[greys].repeat(scale, axis=0).repeat(scale, axis=1), theme.line, 2)


def _colours_of_greys(theme: Theme) -> Array:
    """Return the colours of 256 greys, (256, 3) uint8: a look-up is quicker than mixing each pixel."""
    return enlarged(sequential(theme, np.arange(256)[:, np.newaxis] / 255), 1)[:, 0]


def signed_picture(theme: Theme, values: npt.ArrayLike, limit: float | None = None) -> Array:
    """Draw signed values in the diverging palette, ±limit at its ends (default: the largest)."""
    return _framed(enlarged(diverging(theme, values, limit), SHARP), theme.line, 2)


def ink_picture(theme: Theme, preparation: Preparation) -> Array:
    """Draw the ink found in a drawing, with its box around it."""
    picture = activation_picture(theme, preparation.ink, 1)
    top, left, bottom, right = preparation.box
    return _framed(picture, theme.ink, 3, (left - 2, top - 2, right + 1, bottom + 1))


def scaled_picture(theme: Theme, preparation: Preparation) -> Array:
    """Draw the digit scaled into its 20×20 box, in the middle of it."""
    square = np.zeros((20, 20))
    height, width = preparation.scaled.shape
    top, left = (20 - height) // 2, (20 - width) // 2
    square[top : top + height, left : left + width] = preparation.scaled
    return _framed(activation_picture(theme, square, STAGE), theme.ink, 3)


def placed_picture(theme: Theme, preparation: Preparation) -> Array:
    """Draw the digit in its place in 28×28, with lines that cross at the centre of mass."""
    picture = activation_picture(theme, preparation.pixels, STAGE)
    line = np.round(rgb(theme.ink) * 255).astype(np.uint8)
    middle = round(14.5 * STAGE)  # the middle of pixel 14, counted from 0
    picture[middle - 1 : middle + 1, ::3] = line
    picture[::3, middle - 1 : middle + 1] = line
    return picture


def enlarged(colours: Array, scale: int) -> Array:
    """Turn colours (H, W, 3) from 0 to 1 into a picture with `scale` by `scale` pixels for each."""
    return np.round(colours * 255).astype(np.uint8).repeat(scale, axis=0).repeat(scale, axis=1)


def _framed(
    picture: Array, colour: str, thickness: int, box: tuple[int, int, int, int] | None = None
) -> Array:
    """Draw the outline of a box (left, top, right, bottom), by default around the whole picture."""
    drawn = Image.fromarray(picture)
    edges = box or (0, 0, drawn.width - 1, drawn.height - 1)
    ImageDraw.Draw(drawn).rectangle(edges, outline=colour, width=thickness)
    return np.array(drawn)
