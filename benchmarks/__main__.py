"""Every figure that the README claims, in one go: ``python -m benchmarks``, or ``make bench``."""

from benchmarks import accuracy, drawn_digits, evaluate_page, photos

for benchmark in (accuracy, drawn_digits, photos, evaluate_page):
    benchmark.main()
    print()
