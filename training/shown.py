"""What the course shows of the examples: ``python -m training.shown`` writes ``assets/examples.npz``."""

import numpy as np

from nncore.base.assets import ASSETS, note_checksums
from nncore.base.whole_file import whole_file
from nncore.mnist import load_images
from nncore.types import Array
from training.examples import make_characters, make_examples, make_no_digits

HANDFULS, HANDFUL = 20, 12
"""How many handfuls of examples are shown, and how many pictures of a kind are in each."""
LETTERS = 400
"""How many letters and little pictures the network is to be unsure of."""
FILE = "examples.npz"


def handful(k: int) -> Array:
    """Return examples (3, 12, 28, 28) uint8 of three kinds: MNIST's, drawings, characters of typefaces."""
    images, labels = load_images("train")
    here, rng = slice(k * HANDFUL, (k + 1) * HANDFUL), np.random.default_rng(k)
    examples, _ = make_examples(images[here], labels[here], rng)
    characters, _ = make_characters(HANDFUL, rng)
    return np.stack([examples[:HANDFUL], examples[HANDFUL:], characters])


def main() -> None:
    """Write the file."""
    handfuls = np.stack([handful(k) for k in range(HANDFULS)])
    no_digits = make_no_digits(LETTERS, np.random.default_rng(16))
    with whole_file(ASSETS / FILE) as file:
        np.savez_compressed(file, handfuls=handfuls, no_digits=no_digits)
    note_checksums(FILE)


if __name__ == "__main__":
    main()
