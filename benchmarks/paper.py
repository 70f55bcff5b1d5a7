"""How well writing on paper is read, where it is hard: ``python -m benchmarks.paper [--writers validation]``.

Pencil, thin and failing pens, crops of 50 pixels, several lines, hands after templates that training never
sees (`hands`), and how many letters are presented as sure: of the digits' own writers and of those templates.
Shares come with their 95 % intervals (Wilson, 1927).
"""

import argparse
import multiprocessing
import os
from itertools import pairwise

import numpy as np

from benchmarks.drawn_digits import interval, print_table
from benchmarks.hands import ALPHABETS, HANDS, letters, written
from benchmarks.paper_scenes import camera, lamp, place, side_by_side, write
from benchmarks.pencil_scenes import CROPS, KINDS
from nncore import Array, NothingDrawn, best_scores, is_sure, load_network, predict, prepare, prepare_all
from nncore.images.segmentation import TooMuch
from training.strokes import WRITERS, PenTraces, Strokes, fit_to_canvas, load_traces, render

SIDE = 420
"""The longer side of a photograph of one digit, in pixels."""
PAGE = 1000
COSTS = (0.002, 0.005, 0.01, 0.015, 0.02, 0.03, 0.05)
"""Shares of digits that a bar may cost, for the curve of doubt."""
PENS = (12, 20, 28)
OF_EACH = 12
"""So often is each letter drawn."""
OFTEN = 0.25
LAST_LETTERS = "Kana"
"""The alphabets' last: what comes after them are pictures."""
Job = tuple[str, Strokes, int]
Page = tuple[list[list[Strokes]], int]
Row = tuple[str, str, int, int, bool]
"""Whose hand, which pen, the digit, the answer, and whether it was presented as sure."""


def photographed(job: Job) -> Array:
    """Return a digit from its photograph, (784,), blank if none was found."""
    kind, strokes, seed = job
    rng = np.random.default_rng([list(KINDS).index(kind), seed])
    try:
        return prepare(KINDS[kind](strokes, rng, SIDE)).pixels.ravel()
    except NothingDrawn:
        return np.zeros(784, np.float32)


def drawn(job: Job) -> Array:
    """Return a drawing from the canvas, (784,)."""
    _, strokes, seed = job
    return prepare(render(fit_to_canvas(strokes, 150), PENS[seed % len(PENS)])).pixels.ravel()


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


def pages_of(traces: PenTraces, count: int) -> tuple[list[Page], list[list[int]]]:
    """Return pages of two to five lines of two to six digits, and what stands on them."""
    rng = np.random.default_rng(5)
    jobs: list[Page] = []
    texts = []
    for seed in range(count):
        ends = np.cumsum([0, *rng.integers(2, 7, rng.integers(2, 6))])
        rows = rng.choice(len(traces), ends[-1], replace=False)
        jobs.append(([[traces.strokes[row] for row in rows[a:b]] for a, b in pairwise(ends)], seed))
        texts.append([int(traces.labels[row]) for row in rows])
    return jobs, texts


class Tally:
    """What was read of each source, kind and digit."""

    def __init__(self) -> None:
        self._rows: list[Row] = []

    def add(self, source: str, kind: str, labels: list[int], answers: Array, sure: Array) -> None:
        """Note what was answered."""
        for label, answer, certain in zip(labels, answers, sure, strict=True):
            self._rows.append((source, kind, label, int(answer), bool(certain)))

    def show(self) -> None:
        """Print a table each by source, kind and digit."""
        crops = [row for row in self._rows if row[1] == CROPS]
        rows = [row for row in self._rows if row[1] != CROPS]
        for title, column in (("By hand", 0), ("By pen", 1), ("By digit", 2)):
            names = sorted({row[column] for row in rows})
            table = [self._line(str(name), [r for r in rows if r[column] == name]) for name in names]
            table.append(self._line("**All on paper**", rows))
            if column == 1:
                table.append(self._line(CROPS, crops))
            print_table(
                title, [title.split()[1].title(), "How many", "Read rightly", "Sure", "Taken for"], table
            )

    @staticmethod
    def _line(name: str, rows: list[Row]) -> list[str]:
        right = sum(row[2] == row[3] for row in rows)
        wrong: dict[str, int] = {}
        for row in rows:
            if row[2] != row[3]:
                wrong[f"{row[2]}→{row[3]}"] = wrong.get(f"{row[2]}→{row[3]}", 0) + 1
        commonest = sorted(wrong.items(), key=lambda item: -item[1])[:4]
        sure = sum(row[4] for row in rows)
        taken = ", ".join(f"{pair} {count}" for pair, count in commonest)
        return [name, str(len(rows)), interval(right, len(rows)), interval(sure, len(rows)), taken]


def show_curve(digits: Array, none: Array) -> None:
    """Print what a bar on the best score keeps of digits, and lets through of what is none."""
    rows = []
    for cost in COSTS:
        bar = np.quantile(digits, cost)
        kept, through = ((best >= bar) for best in (digits, none))
        rows.append([f"{bar:.2f}", interval(kept.sum(), len(kept)), interval(through.sum(), len(through))])
    print_table(
        "Doubt: the writers' digits kept, what is no digit let through", ["Bar", "Kept", "Let through"], rows
    )


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--weights", help="another weights file instead of ours")
    parser.add_argument("--writers", choices=list(WRITERS), default="test", help="whose digits")
    parser.add_argument(
        "--count", type=int, default=70, help="digits of each pen; of each hand and pen a sixth"
    )
    options = parser.parse_args()
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # the two would only get in each other's way
    traces = load_traces().written_by(WRITERS[options.writers])
    network = load_network(options.weights) if options.weights else load_network()
    chosen = np.random.default_rng(1).permutation(len(traces))[: options.count]
    tally = Tally()
    with multiprocessing.get_context("spawn").Pool(2) as pool:

        def see(kind: str, source: str, digits: list[tuple[Strokes, int]]) -> None:
            jobs = [(kind, strokes, seed) for seed, (strokes, _) in enumerate(digits)]
            x = np.array(pool.map(photographed, jobs, chunksize=4))
            answers = predict(network, x).argmax(axis=1)
            tally.add(source, kind, [label for _, label in digits], answers, is_sure(network, x))

        for number, kind in enumerate(KINDS):
            see(kind, "writers", [(traces.strokes[row], int(traces.labels[row])) for row in chosen])
            by_templates = written(max(1, options.count // 6), number)
            for name in HANDS:
                see(kind, name, [(strokes, label) for n, strokes, label in by_templates if n == name])
        tally.show()

        jobs, texts = pages_of(traces, max(2, options.count // 3))
        whole = right = 0
        for x, text in zip(pool.map(page, jobs), texts, strict=True):
            answers = predict(network, x).argmax(axis=1).tolist() if len(x) == len(text) else []
            whole += len(answers) > 0
            right += sum(a == b for a, b in zip(answers, text, strict=False))
        total = sum(map(len, texts))
        print_table(
            "Pages of several lines",
            ["Pages", "Cut into the right pieces", "Digits", "Read rightly, in their places"],
            [[str(len(texts)), interval(whole, len(texts)), str(total), interval(right, total)]],
        )

        def draw(strokes: list[Strokes]) -> Array:
            return np.array(pool.map(drawn, [("", s, k) for k, s in enumerate(strokes)], chunksize=8))

        rows, all_sure, scores, deceiving = [], [], [], []
        for name, signs in letters(OF_EACH, 7).items():
            x = draw([list(sign) for sign in signs])
            sure = is_sure(network, x)
            scores.append(best_scores(network, x))
            all_sure += sure.tolist()
            rows.append([name, str(len(sure)), interval(int(sure.sum()), len(sure))])
            answers = predict(network, x).argmax(axis=1)
            for sign, which in zip(
                ALPHABETS[name], np.split(np.arange(len(x)), len(ALPHABETS[name])), strict=True
            ):
                if (share := sure[which].mean()) >= OFTEN:
                    taken = np.bincount(answers[which][sure[which]]).argmax()
                    deceiving.append([sign, name, f"{share:.0%}", str(taken)])
            if name == LAST_LETTERS:
                rows.append(["**All letters**", str(len(all_sure)), interval(sum(all_sure), len(all_sure))])
        rows.append(["**All**", str(len(all_sure)), interval(sum(all_sure), len(all_sure))])
        print_table("What is no digit, presented as sure", ["Drawings", "How many", "Sure"], rows)
        print_table(
            f"Of these the signs that are sure in {OFTEN:.0%} or more",
            ["Sign", "Of", "Sure", "Taken for"],
            deceiving,
        )
        digits = best_scores(network, draw([traces.strokes[row] for row in range(0, len(traces), 2)]))
        show_curve(digits, np.concatenate(scores))


if __name__ == "__main__":
    main()
