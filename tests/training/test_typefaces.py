"""Characters of typefaces to learn from: all there, prepared as drawings are, none of the benchmark's."""

from pathlib import Path

import numpy as np

from assets.make_typefaces import CHARACTERS
from benchmarks.typefaces import LETTERS
from nncore.base.assets import ASSETS
from training.typefaces import load_typefaces

BENCHMARK = Path(__file__).parents[2] / "benchmarks/typefaces.txt"


def named(path: Path) -> list[str]:
    return [name.split("@")[1] for name in path.read_text(encoding="utf-8").split() if name.startswith("@")]


def test_every_typeface_has_each_digit_and_each_letter():
    digits, labels, letters = load_typefaces()
    count = len(named(ASSETS / "typefaces.txt"))
    assert count == 129
    assert np.bincount(labels).tolist() == [count] * 10
    assert len(letters) == count * (len(CHARACTERS) - 10)
    assert set(LETTERS) < set(CHARACTERS)
    for images in (digits, letters):
        assert images.shape[1:] == (28, 28)
        assert (images.max(axis=(1, 2)) == 255).all()


def test_they_are_framed_as_mnist_is():
    digits, _, letters = load_typefaces()
    for images in (digits, letters):
        high, wide = ((images > 0).any(axis=axis).sum(axis=1) for axis in (2, 1))
        assert set(np.maximum(high, wide)) == {20}
        for axis in (1, 2):
            means = images.sum(axis=3 - axis) @ np.arange(28.0) / images.sum(axis=(1, 2), dtype=float)
            # A letter with a long swash would leave the frame: it is moved back into it.
            assert np.mean(np.abs(means - 14) <= 0.5) > 0.99


def test_training_and_benchmark_share_no_typeface_and_no_family():
    ours, theirs = named(ASSETS / "typefaces.txt"), named(BENCHMARK)
    assert not set(ours) & set(theirs)
    for name in ours:
        assert not [other for other in theirs if name.startswith(f"{other}-") or other.startswith(f"{name}-")]
