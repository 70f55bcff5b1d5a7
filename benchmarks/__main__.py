"""Every figure that README and docs claim, in one go: ``python -m benchmarks``, or ``make bench``."""

import sys

from benchmarks import drawn_digits, paper, photos, school, speed, test_set, typefaces
from nncore import AssetError

for benchmark in (test_set, drawn_digits, photos, paper, typefaces, speed, school):
    try:
        benchmark.main()
    except AssetError as error:
        sys.exit(str(error))
    print()
