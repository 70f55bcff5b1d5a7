"""`python -m nncore.train`: make the weights that ship."""

import sys

from nncore.train.command import main

if __name__ == "__main__":
    sys.exit(main())
