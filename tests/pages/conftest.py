"""Whatever a test of these does on a page, code of ours starts no thread and no process.

There are none where a browser runs the course by itself: heavy work goes here as it does there. What
Streamlit and Altair start where they can is theirs: the build for the browser (stlite) has its own ways. What
the network answers to the test set, counted by the slow path, is here for tests of several files.
"""

from collections.abc import Iterator

import numpy as np
import pytest

from nncore import load_images, load_network
from tests.support.no_threads import watch


@pytest.fixture(autouse=True)
def started(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What code of ours has started in this test: nothing may be left in it."""
    monkeypatch.setattr("ui.work.THREADS", False)
    seen = watch(monkeypatch)
    yield seen
    assert seen == [], "there are no threads and no processes in a browser"


@pytest.fixture(scope="module")
def answers() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Answers, best probabilities and labels by the slow path, image by image."""
    images, labels = load_images("test")
    network = load_network()
    ys = np.array([network.forward(image.ravel() / np.float32(255)).Y for image in images])
    return ys.argmax(axis=1), ys.max(axis=1), labels
