"""Grey sheets in uneven light, with strokes where a test wants them."""

import numpy as np

SEVEN = [np.array([[0, 0], [60, 0], [25, 100]])]


def rng(seed: int = 0) -> np.random.Generator:
    return np.random.default_rng(seed)


def sheet(height: int = 300, width: int = 400) -> np.ndarray:
    """A grey sheet, twice as bright on the left as on the right, a little noisy."""
    light = np.linspace(240, 120, width) * np.ones((height, 1))
    return light + rng().normal(0, 2, (height, width))


def taken(grey: np.ndarray) -> np.ndarray:
    return np.clip(grey, 0, 255).astype(np.uint8)


def marked(*boxes: tuple[int, int, int, int], by: float = 0.3, grey: np.ndarray | None = None) -> np.ndarray:
    """A sheet on which boxes are darkened to a share of their light."""
    grey = sheet() if grey is None else grey
    for top, left, bottom, right in boxes:
        grey[top:bottom, left:right] *= by
    return taken(grey)


STROKE = (100, 150, 200, 165)


def assert_box(box: tuple[int, ...], expected: tuple[int, ...], within: int = 3) -> None:
    assert max(abs(a - b) for a, b in zip(box, expected, strict=True)) <= within, box
