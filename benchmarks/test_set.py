"""How much of MNIST's test set is read rightly: ``python -m benchmarks.test_set [--weights FILE]``."""

import argparse

import numpy as np

from benchmarks.drawn_digits import interval, print_table
from nncore import (
    Network,
    accuracy,
    expected_calibration_error,
    is_sure,
    load_mnist,
    load_network,
    predict,
    read,
)

BOOK = 0.9352
"""What the book's author prints for the book's weights; measured when they are given to --weights."""


def report(name: str, network: Network) -> None:
    """Print one row: accuracy one image at a time, in batches of 100, and calibration."""
    x, t = load_mnist()[1]
    one = np.mean([predict(network, image).argmax() == label for image, label in zip(x, t, strict=True)])
    many = accuracy(network, x, t, 100)
    error = expected_calibration_error(read(network, x, t))
    print(f"| {name} | {one:.2%} | {interval(round(many * len(t)), len(t))} | {error:.2%} |")


def details(network: Network) -> None:
    """Print accuracy by digit, and how many answers are presented as sure."""
    x, t = load_mnist()[1]
    sure, right = is_sure(network, x), predict(network, x).argmax(axis=1) == t
    groups = [right[t == digit] for digit in range(10)]
    rows = [[str(d), str(each.size), interval(int(each.sum()), each.size)] for d, each in enumerate(groups)]
    print_table("By digit", ["Digit", "Images", "Read rightly"], rows)
    print(f"\nPresented as sure: {interval(int(sure.sum()), len(sure))}")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", help="another weights file to set beside ours")
    other = parser.parse_args().weights
    print("MNIST's 10 000 test images\n")
    print("| Network (784-50-100-10) | One by one | Batches of 100 | Calibration error |\n|---|---|---|---|")
    print(f"| The book's, as its author prints | {BOOK:.2%} | {BOOK:.2%} | |")
    if other:
        report(f"`{other}`", load_network(other))
    report("Ours", load_network())
    details(load_network())


if __name__ == "__main__":
    main()
