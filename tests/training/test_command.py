"""The command that makes the weights: it can be stopped and goes on, and what ships is what it makes."""

import json
from itertools import count

import numpy as np
import pytest

import training.__main__ as command
from nncore import load_network
from training.learner import learn
from training.lessons import make_lesson, validation_set
from training.recipe import Settings

QUICK = ["--images", "200", "--teacher-epochs", "2", "--epochs", "2", "--hidden", "12", "11", "--output"]


@pytest.fixture(autouse=True)
def elsewhere(tmp_path, monkeypatch):
    monkeypatch.setattr(command, "CACHE", tmp_path / "cache")
    monkeypatch.setattr(command, "lessons", made_here)


def made_here(seed, images, first=0):
    """Make the lessons in this process: test_lessons.py holds those of others to be the same."""
    yield from (make_lesson(number, seed, images) for number in count(first))


def ctrl_c_after_an_epoch(*given):
    for number, epoch in enumerate(learn(*given)):
        if number == 1:
            raise KeyboardInterrupt
        yield epoch


def stops(path):
    with pytest.raises(SystemExit, match="Stopped: the same command goes on"):
        command.main([*QUICK, str(path)])
    assert not path.exists()


def test_a_run_that_is_stopped_again_and_again_ends_as_one_that_was_not(tmp_path, monkeypatch):
    whole, parts = tmp_path / "whole" / "w.npz", tmp_path / "parts" / "w.npz"
    for path in (whole, parts):
        path.parent.mkdir()
    command.main([*QUICK, str(whole)])
    monkeypatch.setattr(command, "learn", ctrl_c_after_an_epoch)
    for _ in range(2):
        stops(parts)
    monkeypatch.setattr(command, "learn", learn)
    command.main([*QUICK, str(parts)])
    assert parts.read_bytes() == whole.read_bytes()
    assert load_network(parts).sizes == (784, 12, 11, 10)
    with np.load(parts.with_name("history.npz")) as history:
        assert history["epoch"].tolist() == history["teacher_epoch"].tolist() == [1, 2]
        assert "first 200 training images" in str(history["recipe"])
        assert load_network(parts).bar == history["bar"]


def test_a_run_with_other_settings_begins_anew(tmp_path, monkeypatch):
    monkeypatch.setattr(command, "learn", ctrl_c_after_an_epoch)
    stops(tmp_path / "w.npz")
    assert (command.CACHE / "teacher.npz").exists()
    command.begin(Settings(seed=1))
    assert [path.name for path in command.CACHE.iterdir()] == ["settings.json"]


def test_without_an_option_the_settings_are_those_of_the_weights_that_ship(monkeypatch):
    given: list[Settings] = []
    monkeypatch.setattr(command, "run", given.append)
    command.main([])
    assert given == [Settings()]
    with np.load(Settings().output.replace("weights", "history")) as history:
        kept = json.loads(str(history["settings"]))
    assert kept == json.loads(command.as_json(Settings()))


def test_the_bar_that_ships_is_the_one_that_the_command_measures():
    network = load_network()
    assert command.bar_of(network, validation_set(None)) == pytest.approx(network.bar, abs=1e-3)
