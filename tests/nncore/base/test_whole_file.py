"""Whatever stops a program that writes a file, the file is the old one or the new one, never a part of one.

A child of a program of its own writes again and again and is killed at a random moment, many times.
"""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from nncore.base.whole_file import whole_file

ROOT = Path(__file__).resolve().parent.parent.parent.parent
PROGRAM = """
import os, pathlib, random, signal, sys, time, traceback
import numpy as np
import nncore.train.recipe
import nncore.train.run as train
from nncore import save_network
from nncore.train.schedule import ValidationSet
from nncore.train.state import TrainingState

folder = train.CACHE = pathlib.Path(sys.argv[2])
state = TrainingState.start((784, 400, 100, 11), "sigmoid", 0)
flat = state.average
validation = ValidationSet(*[(np.zeros((10, 784), np.float32), np.arange(10))] * 2)
state.adam.update({"all": state.weights}, {"all": flat})
state.save(folder / "student.npz")
settings = nncore.train.recipe.Settings(output=str(folder / "ours.npz"), images=500)
nncore.train.recipe.recipe(settings)  # reads MNIST, once

WRITERS = {
    "a network": lambda: save_network(state.network(flat), folder / "network.npz"),
    "an unfinished run": lambda: state.save(folder / "student.npz"),
    "weights and history": lambda: train.finish(settings, validation, flat),
}

def whole(path):
    with np.load(path) as file:
        return sum(file[name].nbytes for name in file.files) > 0

def stopped(child, stop):
    # Python drops Ctrl-C where an object is just being deleted; who sees nothing happen presses it again.
    while True:
        os.kill(child, stop)
        patience = time.monotonic() + 20  # pressed twice it would end in an error: a busy disk is slow
        while time.monotonic() < patience:
            ended, code = os.waitpid(child, os.WNOHANG)
            if ended:
                return code
            time.sleep(0.002)

write, rng = WRITERS[sys.argv[1]], random.Random(0)
write()
signal.signal(signal.SIGINT, signal.default_int_handler)
names = [path for path in folder.iterdir() if path.suffix == ".npz"]
for _ in range(20):
    here, there = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.write(there, b"!")
            for _ in range(2000):
                write()
        except KeyboardInterrupt:
            os._exit(0)
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(1)
    os.read(here, 1)
    time.sleep(rng.uniform(0.002, 0.06))
    stop = rng.choice([signal.SIGINT, signal.SIGKILL])
    code = stopped(child, stop)
    assert code == (0 if stop == signal.SIGINT else signal.SIGKILL), code
    assert all(map(whole, names))
    if stop == signal.SIGINT:
        assert not list(folder.glob(f"*.{child}.part")), "Ctrl-C leaves nothing behind"
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a child is killed here, which needs fork")
@pytest.mark.parametrize("written", ["a network", "an unfinished run", "weights and history"])
def test_a_file_is_whole_whenever_its_writer_is_killed(written: str, tmp_path: Path) -> None:
    command = [sys.executable, "-W", "error", "-c", PROGRAM, written, str(tmp_path)]
    environment = os.environ | {"OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=110)
    assert done.returncode == 0, done.stderr


def test_an_error_while_writing_leaves_the_old_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"old")
    with pytest.raises(ZeroDivisionError), whole_file(tmp_path / "file") as file:
        file.write(b"half of the n" * (1 // 0))
    assert (tmp_path / "file").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_the_new_file_takes_the_place_of_the_old(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"old")
    with whole_file(tmp_path / "file") as file:
        file.write(b"new")
        assert (tmp_path / "file").read_bytes() == b"old"
    assert (tmp_path / "file").read_bytes() == b"new"


SCRIPTS = [
    path for name in ("nncore", "assets", "benchmarks", "ui", "pages") for path in (ROOT / name).rglob("*.py")
]
WRITES = {"write_text", "write_bytes", "savetxt", "tofile"}


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_nobody_else_opens_a_file_to_write(path: Path) -> None:
    calls = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
    for call in calls:
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        modes = [
            arg.value for arg in call.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)
        ]
        assert name not in WRITES, f"line {call.lineno}"
        if name == "open" and path.name != "whole_file.py":
            assert not any(set(mode) & set("wax+") for mode in modes if set(mode) <= set("rwabx+t"))
