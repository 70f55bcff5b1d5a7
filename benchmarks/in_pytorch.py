"""The ten lines of PyTorch, run as they stand, against NumPy: ``python -m benchmarks.in_pytorch``."""

import importlib.util
from contextlib import chdir
from pathlib import Path
from typing import Any

import numpy as np

from nncore import load_mnist, load_network, predict
from ui.forward.program import IN_PYTORCH


def main() -> None:
    """Print by how much the two differ on the test set, and whether all answers are the same."""
    if importlib.util.find_spec("torch") is None:
        print("The ten lines of PyTorch: not run (pip install -r requirements-bench.txt)")
        return
    known: dict[str, Any] = {}
    with chdir(Path(__file__).resolve().parent.parent):
        exec(IN_PYTORCH, known)  # noqa: S102
    theirs = known["network"](known["X"]).detach().numpy()
    ours = predict(load_network(), load_mnist()[1][0])
    same = int((ours.argmax(axis=1) == theirs.argmax(axis=1)).sum())
    print(f"The ten lines of PyTorch: {same} of {len(ours)} answers are ours, ", end="")
    print(f"probabilities differ by {np.abs(ours - theirs).max():.1e} at most")


if __name__ == "__main__":
    main()
