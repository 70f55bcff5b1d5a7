"""A network of any sizes, number type and functions, its weights by chance."""

from itertools import pairwise

import numpy as np

from nncore import Layer, Network


def random_network(
    seed: int, sizes=(6, 5, 4, 3), dtype=np.float32, hidden="sigmoid", last="softmax"
) -> Network:
    rng = np.random.default_rng(seed)
    shapes = list(pairwise(sizes))
    return Network(
        [
            Layer(rng.normal(size=(n, m)).astype(dtype), rng.normal(size=m).astype(dtype), h)
            for (n, m), h in zip(shapes, [hidden] * (len(shapes) - 1) + [last], strict=True)
        ]
    )
