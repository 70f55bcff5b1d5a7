"""The command that makes the weights: refuses in a sentence, can be stopped and goes on."""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest

import nncore.train.command
import nncore.train.run
from nncore import load_mnist, load_network, save_network, with_bar
from nncore.base.assets import ASSETS
from nncore.train.state import TrainingState

ROOT = Path(__file__).resolve().parent.parent.parent.parent


@pytest.mark.parametrize(
    "arguments",
    [
        "--epochs 0",
        "--epochs -3",
        "--epochs abc",
        "--batch-size 0",
        "--batch-size 2.5",
        "--learning-rate 0",
        "--learning-rate -1",
        "--learning-rate nan",
        "--learning-rate inf",
        "--learning-rate fast",
        "--seed -1",
        "--seed x",
        "--hidden 50 0",
        "--hidden 5 4 3 2",
        "--activation step_function",
        "--output /no/such/folder/w.npz",
        "--output weights.txt",
        "--output history.npz",
        "--teacher-epochs -1",
        "--speed 3",
        "--resume --epochs 3",
        "--bar --resume",
        "--bar --epochs 3",
    ],
)
def test_a_wrong_value_is_refused_in_one_sentence(arguments, capsys):
    with pytest.raises(SystemExit) as leaving:
        nncore.train.command.main(arguments.split())
    out, said = capsys.readouterr()
    assert leaving.value.code == 2
    assert out == ""
    assert said.count("\n") == 1
    assert said.endswith(".\n")


@pytest.mark.parametrize("sizes", [[], [50], [50, 100], [30, 20, 15]])
def test_no_to_three_hidden_layers_are_trained(sizes):
    settings, _ = nncore.train.command.parse(["--hidden", *map(str, sizes)])
    assert list(settings.hidden) == sizes


def test_there_must_be_something_to_resume(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(nncore.train.run, "CACHE", tmp_path)
    with pytest.raises(SystemExit):
        nncore.train.command.main(["--resume"])
    assert "no unfinished run" in capsys.readouterr().err


def command(cache, *arguments):
    """Start the command in a process of its own whose unfinished run lives in `cache`."""
    program = (
        "import sys, pathlib; from nncore.train import command, run; run.CACHE = pathlib.Path(sys.argv[1]);"
        "sys.exit(command.main(sys.argv[2:]))"
    )
    return subprocess.Popen(
        [sys.executable, "-c", program, str(cache), *arguments],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
        # A shell that runs the tests in the background lets them ignore Ctrl-C, and they hand that on.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler) and None,
    )


def test_the_command_refuses_without_a_traceback(tmp_path):
    process = command(tmp_path, "--epochs", "0")
    _, said = process.communicate(timeout=60)
    assert process.returncode == 2
    assert said == "Argument --epochs: give a whole number from 1 on, not '0'.\n"


def insist(process):
    """Press Ctrl-C as an impatient hand does, five times a second until it is over; return what was said."""
    while True:
        process.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            return process.communicate(timeout=0.2)[1]


def test_ctrl_c_keeps_the_best_weights_and_resume_goes_on(tmp_path):
    output = tmp_path / "weights.npz"
    quick = ["--images", "500", "--teacher-epochs", "1", "--hidden", "12", "11"]
    process = command(tmp_path, *quick, "--epochs", "100000", "--output", str(output))
    assert process.stderr is not None
    said = ""
    while "network" not in said or "MNIST" not in said.rpartition("network")[2]:
        character = process.stderr.read(1)
        assert character, said
        said += character
    rest = insist(process)
    assert process.returncode == nncore.train.command.STOPPED
    assert "Traceback" not in rest
    assert rest.rstrip().endswith("go on with: python -m nncore.train --resume")
    assert load_network(output).sizes == (784, 12, 11, 10)
    done = len(TrainingState.load(tmp_path / "student.npz").history)
    assert done >= 1

    process = command(tmp_path, "--resume")
    while TrainingState.load(tmp_path / "student.npz").history[-1].number <= done:
        assert process.poll() is None
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)
    history = TrainingState.load(tmp_path / "student.npz").history
    assert [epoch.number for epoch in history] == list(range(1, len(history) + 1))


def test_a_finished_run_writes_weights_and_history(tmp_path):
    output = tmp_path / "w.npz"
    quick = ["--images", "500", "--teacher-epochs", "1", "--epochs", "2"]
    process = command(tmp_path, *quick, "--output", str(output))
    process.communicate(timeout=100)
    assert process.returncode == 0
    assert load_network(output).sizes == (784, 50, 100, 10)
    student = TrainingState.load(tmp_path / "student.npz")
    last = student.network(student.average)
    np.testing.assert_array_equal(load_network(output).layers[0].W, last.layers[0].W)
    with np.load(tmp_path / "history.npz") as history:
        assert history["epoch"].tolist() == [1, 2]
        assert history["teacher_epoch"].tolist() == [1]
        assert "first 500 training images" in str(history["recipe"])
        assert load_network(output).bar == history["bar"]


def test_the_bar_of_weights_that_are_there_is_measured_anew(tmp_path):
    path = tmp_path / "w.npz"
    before = load_network()
    save_network(with_bar(before, None), path)
    with np.load(ASSETS / "history.npz") as known:
        told = dict(known)
    np.savez(tmp_path / "history.npz", **(told | {"bar": 0.0}))
    assert nncore.train.command.main(["--bar", "--output", str(path)]) == 0
    after = load_network(path)
    x = load_mnist()[0][0][-10_000:]
    assert np.mean(before.forward(x)["A3"].max(axis=1) >= after.bar) >= 0.9829
    assert after.bar == pytest.approx(before.bar, abs=1e-3), "what ships is not what its command makes"
    for key in before:
        np.testing.assert_array_equal(before[key], after[key])
    with np.load(tmp_path / "history.npz") as history:
        assert history["bar"] == after.bar
        for key in told.keys() - {"bar"}:
            np.testing.assert_array_equal(history[key], told[key])
