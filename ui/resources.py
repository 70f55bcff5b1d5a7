"""What is read from disk once and shared by all visitors. Nobody may change what these return."""

from typing import Any

import numpy as np
import numpy.typing as npt
import streamlit as st

from nncore import Network, load_images, load_network

Array = npt.NDArray[Any]


@st.cache_resource(show_spinner=False)
def digit_network() -> Network:
    """Return the network that ships with the course; its arrays are read-only."""
    return load_network()


@st.cache_resource(show_spinner=False)
def test_set() -> tuple[Array, Array]:
    """Return MNIST's test images (10000, 28, 28) uint8 and their labels, read-only."""
    images, labels = load_images("test")
    for array in (images, labels):
        array.setflags(write=False)
    return images, labels


def as_input(images: Array) -> Array:
    """Return images (…, 28, 28) uint8 as the network's input (…, 784), float32 from 0 to 1."""
    return images.reshape(*images.shape[:-2], 784).astype(np.float32) / 255
