"""A whole batch in one picture: a row for each of its images, or the images themselves."""

import numpy as np

from nncore import Array
from ui.figures.pixels import enlarged
from ui.theme import Theme, activations, diverging, rgb, sequential

ACROSS = 10
"""How many images stand side by side in a contact sheet."""
FIRST = 4
"""How many times as tall as the others the first row of a batch is."""


def contact_sheet(theme: Theme, x_batch: Array, *, marks_first: bool = True) -> Array:
    """Draw a batch of inputs (n, 784) as small pictures, the first under the highlighter."""
    pictures = sequential(theme, x_batch.reshape(-1, ACROSS, 28, 28))
    tiles = np.pad(pictures, ((0, 0), (0, 0), (2, 2), (2, 2), (0, 0)), constant_values=np.nan)
    if marks_first:
        tiles[0, 0][np.isnan(tiles[0, 0])] = np.tile(rgb(theme.highlight), (32 * 32 - 28 * 28, 1)).ravel()
    sheet = tiles.transpose(0, 2, 1, 3, 4).reshape(-1, ACROSS * 32, 3)
    return enlarged(np.where(np.isnan(sheet), rgb(theme.paper), sheet), 3)


def batch_picture(theme: Theme, values: Array, *, adds: bool) -> Array:
    """Draw a step of a batch (n, neurons), one row for each image, the first under the highlighter."""
    colours = (diverging if adds else activations)(theme, values)
    colours = colours.repeat(max(1, 100 // values.shape[1]), axis=1)
    first = np.tile(rgb(theme.highlight), (FIRST + 2, colours.shape[1], 1))
    first[1:-1] = colours[0]
    return enlarged(np.vstack([first, colours[1:]]), 8)
