"""Every figure that the README claims, in one go: ``python -m benchmarks``, or ``make bench``."""

import sys

from benchmarks import (
    drawn_digits,
    evaluate_page,
    in_pytorch,
    learning_speed,
    paper,
    photos,
    school,
    speed,
    test_set,
    typefaces,
)
from nncore import AssetError

READING = (test_set, drawn_digits, photos, paper, typefaces)
SPEED = (evaluate_page, learning_speed, speed, school)
for benchmark in (*READING, *SPEED, in_pytorch):
    try:
        benchmark.main()
    except AssetError as error:
        sys.exit(str(error))
    print()
