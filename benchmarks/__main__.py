"""Every figure that the README claims, in one go: ``python -m benchmarks``, or ``make bench``."""

import sys

from benchmarks import accuracy, drawn_digits, evaluate_page, learning, photos
from nncore import AssetError

for benchmark in (accuracy, drawn_digits, photos, evaluate_page, learning):
    try:
        benchmark.main()
    except AssetError as error:
        sys.exit(str(error))
    print()
