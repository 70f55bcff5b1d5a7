"""`python -m nncore.train`: make the weights that ship."""

import os
import sys

from nncore.train.command import main

if __name__ == "__main__":
    if "OPENBLAS_NUM_THREADS" not in os.environ:
        # One core learns while another makes lessons: NumPy must take no more, and asks as it is imported.
        os.environ["OPENBLAS_NUM_THREADS"] = "1"
        os.execv(sys.executable, [sys.executable, "-m", "nncore.train", *sys.argv[1:]])  # noqa: S606 - itself
    sys.exit(main())
