"""The few types that all modules share."""

from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
Box = tuple[int, int, int, int]
"""Part of a picture: top, left, bottom, right, the last two exclusive."""
Generator = np.random.Generator
"""Where what is random comes from."""
