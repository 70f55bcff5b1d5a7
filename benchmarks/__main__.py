"""Every figure that the README claims, in one go: ``python -m benchmarks``, or ``make bench``."""

import sys

from benchmarks import drawn_digits, evaluate_page, learning_speed, paper, photos, school, speed, test_set
from nncore import AssetError

for benchmark in (test_set, drawn_digits, photos, paper, evaluate_page, learning_speed, speed, school):
    try:
        benchmark.main()
    except AssetError as error:
        sys.exit(str(error))
    print()
