"""The command that makes the weights: refuses in a sentence, can be stopped and goes on."""

import signal
from pathlib import Path

import numpy as np
import pytest

import training.command
import training.run
from nncore import load_mnist, load_network, save_network, with_bar
from nncore.base.assets import ASSETS
from training.command import STOPPED, main
from training.schedule import train
from training.state import TrainingState


@pytest.mark.parametrize(
    "arguments",
    [
        "--epochs 0",
        "--epochs abc",
        "--batch-size 2.5",
        "--learning-rate 0",
        "--learning-rate nan",
        "--seed -1",
        "--hidden 50 0",
        "--hidden 5 4 3 2",
        "--activation step_function",
        "--output /no/such/folder/w.npz",
        "--output weights.txt",
        "--output history.npz",
        "--speed 3",
        "--resume --epochs 3",
        "--bar --resume",
    ],
)
def test_a_wrong_value_is_refused_in_one_sentence(arguments, capsys):
    with pytest.raises(SystemExit) as leaving:
        main(arguments.split())
    out, said = capsys.readouterr()
    assert leaving.value.code == 2
    assert out == ""
    assert said.count("\n") == 1
    assert said.endswith(".\n")


def test_a_run_that_is_stopped_keeps_its_best_weights_and_goes_on_to_its_end(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(training.run, "CACHE", tmp_path)
    output = tmp_path / "w.npz"

    def ctrl_c_after_an_epoch(*told):
        for number, epoch in enumerate(train(*told)):
            if number == 1:
                raise KeyboardInterrupt
            yield epoch

    monkeypatch.setattr(training.run, "train", ctrl_c_after_an_epoch)
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    quick = ["--images", "500", "--teacher-epochs", "1", "--epochs", "2", "--hidden", "12", "11"]
    assert main([*quick, "--output", str(output)]) == STOPPED
    assert capsys.readouterr().err.endswith("go on with: python -m training --resume\n")
    assert load_network(output).sizes == (784, 12, 11, 10)

    monkeypatch.setattr(training.run, "train", train)
    assert main(["--resume"]) == 0
    student = TrainingState.load(tmp_path / "student.npz")
    last = student.network(student.average)
    np.testing.assert_array_equal(load_network(output).layers[0].W, last.layers[0].W)
    with np.load(tmp_path / "history.npz") as history:
        assert history["epoch"].tolist() == [1, 2]
        assert history["teacher_epoch"].tolist() == [1]
        assert "first 500 training images" in str(history["recipe"])
        assert load_network(output).bar == history["bar"]


def test_the_bar_of_weights_that_are_there_is_measured_anew(tmp_path: Path):
    path, before = tmp_path / "w.npz", load_network()
    save_network(with_bar(before, None), path)
    with np.load(ASSETS / "history.npz") as known:
        np.savez(tmp_path / "history.npz", **({**known} | {"bar": 0.0}))
    assert main(["--bar", "--output", str(path)]) == 0
    after = load_network(path)
    x = load_mnist()[0][0][-10_000:]
    assert np.mean(before.forward(x)["A3"].max(axis=1) >= after.bar) >= 0.9829
    assert after.bar == pytest.approx(before.bar, abs=1e-3), "what ships is not what its command makes"
    with np.load(tmp_path / "history.npz") as history:
        assert history["bar"] == after.bar
