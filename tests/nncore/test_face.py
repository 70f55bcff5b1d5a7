"""The face of nncore: a module is imported when one of its names is asked for, and each name is right."""

import importlib
import subprocess
import sys

import nncore
from nncore.base.assets import ASSETS

ROOT = ASSETS.parent


def run(code: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_the_import_alone_brings_little_and_a_name_brings_its_module() -> None:
    loaded = "print(*(name for name in sys.modules if name.startswith(('nncore.', 'PIL', 'numpy.random'))))"
    first = run(f"import sys, nncore; {loaded}")
    assert set(first) == {"nncore.types", "nncore.activations", "nncore.network", "nncore.predict"}
    assert {"nncore.images.preprocess"} <= set(run(f"import sys, nncore; nncore.prepare; {loaded}"))


def test_all_names_come_with_a_star_and_are_told_of() -> None:
    names = run("from nncore import *; import nncore; print(*(set(globals()) & set(nncore.__all__)))")
    assert set(names) == set(nncore.__all__) <= set(dir(nncore))
    assert {"AND", "Network", "predict", "load_network", "Steps"} <= set(names)


def test_each_name_is_what_its_module_calls_so() -> None:
    for name, home in nncore._HOMES.items():
        assert getattr(nncore, name) is getattr(importlib.import_module(home), name)


def test_a_name_stays_what_it_is_whichever_module_comes_first() -> None:
    """A module of the same name as what it offers would take its place."""
    code = "import sys, nncore.evaluation.accuracy; from nncore import *; import nncore; "
    code += "print(*(n for n in nncore.__all__ if type(getattr(nncore, n)) is type(sys)), callable(predict))"
    assert run(code) == ["True"]
