"""How well writing on paper is read, where it is hard: ``python -m benchmarks.paper [--writers validation]``.

Pencil, thin and failing pens, crops of 50 pixels, several lines, hands after templates that training never
sees (`hands`), and how many of their letters are presented as sure.
"""

from itertools import pairwise

import numpy as np

from benchmarks.hands import HANDS, letters, written
from benchmarks.paper_scenes import camera, lamp, place, side_by_side, write
from benchmarks.pencil_scenes import CROPS, KINDS
from benchmarks.reading import drawing, in_two, options_of, photograph, print_table, share
from nncore import Array, Network, NothingDrawn, is_sure, predict, prepare_all
from nncore.images.segmentation import TooMuch
from training.strokes import PenTraces, Strokes

SIDE, PAGE = 420, 1000
"""The longer side of a photograph of one digit, and of a page, in pixels."""
OF_EACH = 12
"""So often is each letter drawn."""
PICTURES = "Pictures"
"""The one of the alphabets that has no letters."""
Page = tuple[list[list[Strokes]], int]


def page(job: Page) -> Array:
    """Return the digits (n, 784) of a photographed page of several lines, in reading order."""
    lines, seed = job
    rng = np.random.default_rng([99, seed])
    strokes: list[Array] = []
    for number, digits in enumerate(lines):
        row = side_by_side(digits, rng, 0.1)
        shift = np.array([rng.uniform(0, 0.6), number * rng.uniform(1.5, 1.7)])
        strokes += [stroke + shift for stroke in row]
    scene = place(strokes, rng, PAGE, 0.8, 0.1 / (1.6 * len(lines)))
    write(scene)
    lamp(scene)
    try:
        return np.array([digit.pixels.ravel() for digit in prepare_all(camera(scene))])
    except (NothingDrawn, TooMuch):
        return np.zeros((0, 784), np.float32)


def pages_of(traces: PenTraces, count: int) -> tuple[list[Page], list[Array]]:
    """Return pages of two to five lines of two to six digits, and what stands on them."""
    rng = np.random.default_rng(5)
    jobs: list[Page] = []
    texts = []
    for seed in range(count):
        ends = np.cumsum([0, *rng.integers(2, 7, rng.integers(2, 6))])
        rows = rng.choice(len(traces), ends[-1], replace=False)
        jobs.append(([[traces.strokes[row] for row in rows[a:b]] for a, b in pairwise(ends)], seed))
        texts.append(traces.labels[rows])
    return jobs, texts


def on_paper(network: Network, traces: PenTraces, count: int) -> None:
    """Print how digits of the writers and of the hands are read with each pen, and how surely."""
    chosen = np.random.default_rng(1).permutation(len(traces))[:count]
    of_each = max(1, count // len(HANDS))
    jobs, labels = [], []
    for number, kind in enumerate(KINDS):
        digits = [(traces.strokes[row], int(traces.labels[row])) for row in chosen]
        seeds = [*range(len(chosen)), *[*range(of_each)] * len(HANDS)]
        for (strokes, label), seed in zip([*digits, *written(of_each, number)], seeds, strict=True):
            jobs.append((kind, strokes, [number, seed], SIDE))
            labels.append(label)
    x = np.array(in_two(photograph, jobs))
    right = (predict(network, x).argmax(axis=1) == labels).reshape(len(KINDS), -1)
    sure = is_sure(network, x).reshape(len(KINDS), -1)
    rows = [[kind, str(r.size), share(r), share(s)] for kind, r, s in zip(KINDS, right, sure, strict=True)]
    whole = [kind != CROPS for kind in KINDS]
    rows.append(["**All but crops**", str(right[whole].size), share(right[whole]), share(sure[whole])])
    print_table("Digits on paper", ["Pen", "How many", "Read rightly", "Sure"], rows)


def on_pages(network: Network, traces: PenTraces, count: int) -> None:
    """Print how many pages fall into the right pieces, and how many of their digits are read rightly."""
    jobs, texts = pages_of(traces, count)
    cut, right = [], []
    for x, text in zip(in_two(page, jobs), texts, strict=True):
        cut.append(len(x) == len(text))
        answers = predict(network, x).argmax(axis=1) if cut[-1] else -1
        right.append(text == answers)
    digits = np.concatenate(right)
    heads = ["Pages", "Cut into the right pieces", "Digits", "Read rightly, in their places"]
    row = [str(len(texts)), share(np.array(cut)), str(len(digits)), share(digits)]
    print_table("Pages of several lines", heads, [row])


def no_digits(network: Network) -> None:
    """Print how many letters and pictures are presented as sure."""
    sure = {
        name: is_sure(network, np.array(in_two(drawing, [(sign, k) for k, sign in enumerate(signs)])))
        for name, signs in letters(OF_EACH, 7).items()
    }
    sure["**All letters**"] = np.concatenate([each for name, each in sure.items() if name != PICTURES])
    rows = [[name, str(len(each)), share(each)] for name, each in sure.items()]
    print_table("What is no digit, presented as sure", ["Drawings", "How many", "Sure"], rows)


def main() -> None:
    """Print the tables."""
    network, traces, count = options_of(__doc__, count=70)
    on_paper(network, traces, count)
    on_pages(network, traces, max(2, count // 3))
    no_digits(network)


if __name__ == "__main__":
    main()
