"""Pictures made of pixels, with hard edges: what the network sees and how it came about.

All return an (H, W, 3) uint8 picture for `show_pixels`. Nothing here needs matplotlib.
"""

from typing import Literal

import numpy as np
import numpy.typing as npt
import streamlit as st

from nncore import Array, Preparation
from ui.png import data_url, png
from ui.theme import Theme, diverging, rgb, sequential

SHARP = 14
"""Screen pixels for each pixel of a digit: enough to stay crisp on a dense screen."""
STAGE = 8
"""The same in the pictures of the preparation, which are small and made after every stroke."""
SMALL = 30_000
"""A picture of so many bytes at most travels with the page."""


def show_pixels(
    picture: Array | list[Array],
    alt: str | list[str],
    width: Literal["stretch", "content"] | int,
    caption: list[str] | None = None,
) -> None:
    """Show a picture (H, W, 3) uint8 of pixels with their hard edges, or several in a row.

    As PNG: Streamlit's own choice, JPEG, would blur the edges. A small one is its own address: the browser
    need not ask for it, and the server neither hashes nor keeps it.
    """
    files = [png(each) for each in ([picture] if isinstance(picture, np.ndarray) else picture)]
    images = [data_url(file) if len(file) <= SMALL else file for file in files]
    st.image(images, caption, width, output_format="PNG", alt=[alt] if isinstance(alt, str) else alt)


def activation_picture(theme: Theme, values: npt.ArrayLike, scale: int = SHARP) -> Array:
    """Draw values from 0 (paper) to 1 as squares of `scale` pixels each."""
    greys = np.round(np.clip(values, 0, 1) * 255).astype(np.uint8)
    return _framed(_repeated(_palette(theme)[greys], scale), theme.line)


def _palette(theme: Theme) -> Array:
    """Return the colours of 256 greys, from paper to full, (256, 3) uint8."""
    return np.round(sequential(theme, np.arange(256) / 255) * 255).astype(np.uint8)


def signed_picture(theme: Theme, values: npt.ArrayLike, limit: float | None = None) -> Array:
    """Draw signed values in the diverging palette, ±limit at its ends (default: the largest)."""
    return _framed(enlarged(diverging(theme, values, limit), SHARP), theme.line)


def ink_picture(theme: Theme, preparation: Preparation) -> Array:
    """Draw the ink found in a drawing, with its box around it."""
    picture = activation_picture(theme, preparation.ink, 1)
    top, left, bottom, right = preparation.box
    _frame(picture, theme, top - 2, left - 2, bottom + 1, right + 1)
    return picture


def scaled_picture(theme: Theme, preparation: Preparation) -> Array:
    """Draw the digit scaled into its 20×20 box, in the middle of it."""
    square = np.zeros((20, 20))
    height, width = preparation.scaled.shape
    top, left = (20 - height) // 2, (20 - width) // 2
    square[top : top + height, left : left + width] = preparation.scaled
    picture = activation_picture(theme, square, STAGE)
    _frame(picture, theme, 0, 0, *(side - 1 for side in picture.shape[:2]))
    return picture


def placed_picture(theme: Theme, preparation: Preparation) -> Array:
    """Draw the digit in its place in 28×28, with lines that cross at the centre of mass."""
    picture = activation_picture(theme, preparation.pixels, STAGE)
    line = _colour(theme)
    middle = round(14.5 * STAGE)  # the middle of pixel 14, counted from 0
    picture[middle - 1 : middle + 1, ::3] = line
    picture[::3, middle - 1 : middle + 1] = line
    return picture


def enlarged(colours: Array, scale: int) -> Array:
    """Turn colours (H, W, 3) from 0 to 1 into a picture with `scale` by `scale` pixels for each."""
    return _repeated(np.round(colours * 255).astype(np.uint8), scale)


def _repeated(pixels: Array, scale: int) -> Array:
    return pixels.repeat(scale, axis=0).repeat(scale, axis=1)


def _framed(picture: Array, colour: str) -> Array:
    """Draw a thin line around a whole picture, so that empty paper has an edge."""
    line = np.round(rgb(colour) * 255).astype(np.uint8)
    picture[:2] = picture[-2:] = line
    picture[:, :2] = picture[:, -2:] = line
    return picture


def _colour(theme: Theme) -> Array:
    return np.round(rgb(theme.ink) * 255).astype(np.uint8)


def _frame(picture: Array, theme: Theme, top: int, left: int, bottom: int, right: int) -> None:
    """Draw the outline of a box, 3 pixels thick, as far as it lies in the picture."""
    last_row, last_column = picture.shape[0] - 1, picture.shape[1] - 1
    top, bottom = max(top, 0), min(bottom, last_row)
    left, right = max(left, 0), min(right, last_column)
    colour = _colour(theme)
    picture[top : top + 3, left : right + 1] = picture[bottom - 2 : bottom + 1, left : right + 1] = colour
    picture[top : bottom + 1, left : left + 3] = picture[top : bottom + 1, right - 2 : right + 1] = colour
