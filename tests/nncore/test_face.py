"""The face of nncore: each name is what its module calls so, whichever module comes first."""

import subprocess
import sys

from nncore.base.assets import ASSETS


def test_a_name_stays_what_it_is_whichever_module_comes_first() -> None:
    """The module `predict` has the name of what it offers, and could take its place."""
    for module in ("nncore.predict", "nncore.evaluation.accuracy", "nncore.weights.files"):
        names = "accuracy as a, predict as p"
        code = f"import {module}; from nncore import {names}; print(callable(a), callable(p))"
        command = [sys.executable, "-c", code]
        done = subprocess.run(command, cwd=ASSETS.parent, capture_output=True, text=True, check=True)
        assert done.stdout == "True True\n"
