"""`python -m training`: make the weights that ship."""

import sys

from training.command import main

if __name__ == "__main__":
    sys.exit(main())
