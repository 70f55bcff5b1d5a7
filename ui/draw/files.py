"""The prepared drawing as files: a picture to look at, and numbers to compute with."""

import io

import numpy as np
from PIL import Image

from nncore import Preparation
from ui.state.drawing import greys_of


def as_png(preparation: Preparation) -> bytes:
    """Return what the network reads as a PNG of 28×28 greys, dark on white."""
    file = io.BytesIO()
    Image.fromarray(255 - greys_of(preparation)).save(file, "PNG")
    return file.getvalue()


def as_npy(preparation: Preparation) -> bytes:
    """Return what the network reads as NumPy stores it: (784,) float32, 0 paper to 1 ink."""
    file = io.BytesIO()
    np.save(file, preparation.pixels.ravel())
    return file.getvalue()
