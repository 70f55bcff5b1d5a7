"""How well photographs of digits are read: ``python -m benchmarks.photos [--writers validation]``.

Every digit is drawn on a clean canvas and put into a photograph of each kind of `paper_scenes`. The
same digits stand in rows, of which it is counted how many fall into as many pieces as were written.
"""

from collections.abc import Sequence

import numpy as np

from benchmarks.paper_scenes import KINDS, side_by_side
from benchmarks.reading import drawing, in_two, options_of, photograph, print_table, share
from nncore import NothingDrawn, predict, prepare_all
from training.strokes import PenTraces, Strokes

SIDE = 640
"""The longer side of a photograph, in pixels."""
RowJob = tuple[str, Sequence[Strokes], int]


def row_split(job: RowJob) -> bool:
    """Whether a photographed row falls into as many digits as it has."""
    kind, digits, seed = job
    rng = np.random.default_rng([list(KINDS).index(kind), seed])
    row = side_by_side(digits, rng, 0.1)
    try:
        return len(prepare_all(KINDS[kind](row, rng, SIDE))) == len(digits)
    except NothingDrawn:
        return False


def rows_of(traces: PenTraces, count: int) -> list[RowJob]:
    """Return rows of 2, 3 and 4 digits, their writers mixed, of each kind."""
    rng = np.random.default_rng(count)
    picks = [rng.choice(len(traces), 2 + seed % 3, replace=False) for seed in range(count)]
    rows = [[traces.strokes[row] for row in rows] for rows in picks]
    return [(kind, row, seed) for kind in KINDS for seed, row in enumerate(rows)]


def main() -> None:
    """Print the table."""
    network, traces, count = options_of(__doc__, count=100)
    chosen = np.random.default_rng(0).permutation(len(traces))[:count].tolist()
    labels = traces.labels[chosen]
    clean = np.array(in_two(drawing, [(traces.strokes[row], row) for row in chosen]))
    jobs = [(kind, traces.strokes[row], [k, row], SIDE) for k, kind in enumerate(KINDS) for row in chosen]
    x = np.array(in_two(photograph, jobs))
    right = predict(network, x).argmax(axis=1).reshape(len(KINDS), -1) == labels
    split = np.reshape(in_two(row_split, rows_of(traces, len(chosen))), (len(KINDS), -1))
    rows = [[kind, share(r), share(s)] for kind, r, s in zip(KINDS, right, split, strict=True)]
    rows.append(["**All**", share(right), share(split)])
    title = f"{len(chosen)} digits in photographs, of which the canvas's drawings are read rightly by "
    title += share(predict(network, clean).argmax(axis=1) == labels)
    print_table(title, ["Photograph", "Read rightly", "Rows told apart"], rows)


if __name__ == "__main__":
    main()
