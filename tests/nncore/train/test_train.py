"""Learning: the gradients are right, a run is repeatable, can be stopped and goes on."""

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

import nncore.images.examples
import nncore.train.command
import nncore.train.run
from nncore import Layer, Network, load_mnist, load_network, predict, save_network, with_bar
from nncore.base.assets import ASSETS
from nncore.images.examples import NOT_A_DIGIT, invent, strokes_to_learn_from
from nncore.images.hands import RARE
from nncore.images.synthetic import STYLES, varied
from nncore.learning.backprop import input_gradient
from nncore.predict import scores
from nncore.train.data import Lesson
from nncore.train.recipe import RECIPE, Settings, recipe
from nncore.train.schedule import Schedule, ValidationSet, learning_rate, train
from nncore.train.state import TrainingState, against_none, views

ROOT = Path(__file__).resolve().parent.parent.parent.parent


def small_network(rng, hidden):
    sizes = (6, 5, 4, 3)
    names = (hidden, hidden, "softmax")
    return Network(
        [
            Layer(rng.normal(size=(a, b)), rng.normal(size=b), h)
            for a, b, h in zip(sizes, sizes[1:], names, strict=False)
        ]
    )


@pytest.mark.parametrize("hidden", ["sigmoid", "relu", "tanh"])
def test_the_gradient_of_a_score_agrees_with_nudging_each_input(hidden):
    rng = np.random.default_rng(4)
    network, x = small_network(rng, hidden), rng.normal(size=6)
    slope = input_gradient(network, x, 2)
    nudged = [
        (network.forward(x + d)["A3"][2] - network.forward(x - d)["A3"][2]) / 2e-6 for d in np.eye(6) * 1e-6
    ]
    assert slope.shape == (6,)
    np.testing.assert_allclose(slope, nudged, atol=1e-7)


def test_the_learning_rate_rises_and_falls_to_nothing():
    rates = [learning_rate(step, 1000, 0.5) for step in range(1000)]
    assert max(rates) == pytest.approx(0.5)
    assert rates[0] < 0.1
    assert rates[-1] < 1e-4
    assert np.argmax(rates) in (19, 20)


def squares(n=400):
    """Three classes of four-pixel images, told apart by where the ink is; the last answer is none of them."""
    rng = np.random.default_rng(0)
    labels = rng.integers(3, size=n)
    images = rng.integers(0, 120, (n, 4))
    images[np.arange(n), labels] += 130
    return Lesson(images.astype(np.uint8), np.eye(4, dtype=np.float32)[labels])


def trained(epochs, seed=0, state=None):
    lesson = squares()
    x, t = lesson.images.astype(np.float32) / 255, lesson.targets.argmax(axis=1)
    state = state or TrainingState.start((4, 6, 5, 4), "tanh", seed)
    records = train(state, lambda _: lesson, ValidationSet((x, t), (x, t)), Schedule(epochs, 20, 0.02, seed))
    return state, records


def test_a_small_problem_is_learned():
    _, records = trained(12)
    history = list(records)
    assert [epoch.number for epoch in history] == list(range(1, 13))
    assert history[-1].loss < history[0].loss / 3
    assert history[-1].validation == history[-1].drawings > 0.95
    assert all(epoch.seconds > 0 for epoch in history)


@pytest.mark.parametrize("inner", [(), (5,), (5, 4), (5, 4, 4)])
def test_a_sigmoid_network_answers_as_the_tanh_network_that_learned(inner):
    state = TrainingState.start((6, *inner, 4), "sigmoid", 0)
    state.best += np.random.default_rng(0).normal(size=state.best.shape) / 3
    state.centre += np.random.default_rng(2).random(6, np.float32)
    tanh = replace(state, hidden="tanh")
    x = np.random.default_rng(1).normal(size=(9, 6))
    network = state.network(state.best)
    assert [layer.h for layer in network.layers] == ["sigmoid"] * len(inner) + ["softmax"]
    np.testing.assert_allclose(predict(network, x), predict(tanh.network(tanh.best), x), atol=1e-6)


def test_the_mean_input_taken_away_while_learning_is_in_the_finished_network():
    state, records = trained(1)
    list(records)
    x = squares().images.astype(np.float32) / 255
    np.testing.assert_allclose(state.centre, x.mean(axis=0), atol=1e-6)
    z = x - x.mean(axis=0)
    for W, b in zip(*[iter(views(state.best, state.sizes))] * 2, strict=True):
        a = z @ W + b
        z = np.tanh(a)
    expected = np.exp(a) / np.exp(a).sum(axis=1, keepdims=True)
    np.testing.assert_allclose(predict(state.learning_network(state.best), x), expected, atol=1e-5)


def test_the_finished_network_scores_against_none_and_keeps_the_chances_of_the_others():
    rng = np.random.default_rng(3)
    whole = Network([Layer(rng.normal(size=(6, 4)), rng.normal(size=4), "softmax")])
    x = rng.normal(size=(50, 6))
    y = predict(whole, x)
    digits = against_none(whole)
    np.testing.assert_allclose(predict(digits, x), y[:, :3] / y[:, :3].sum(axis=1, keepdims=True), atol=1e-12)
    # A score is now how much likelier a digit is than none of them.
    np.testing.assert_allclose(scores(digits, x), np.log(y[:, :3] / y[:, 3:]), atol=1e-12)


def test_where_there_is_never_ink_no_weight_is_learned():
    lesson = squares()
    images = np.hstack([lesson.images, np.zeros((len(lesson), 2), np.uint8)])
    images[0, 4] = 25  # a trace of grey is no ink
    lesson = Lesson(images, lesson.targets)
    x, t = lesson.images.astype(np.float32) / 255, lesson.targets.argmax(axis=1)
    state = TrainingState.start((6, 5, 4), "tanh", 0)
    assert views(state.weights, state.sizes)[0].all()
    list(train(state, lambda _: lesson, ValidationSet((x, t), (x, t)), Schedule(3, 20, 0.02, 0)))
    W = state.network(state.weights).layers[0].W
    assert not W[4:].any()
    assert W[:4].all()


def test_the_same_seed_gives_the_same_weights_and_another_does_not():
    first, second, other = (trained(2, seed) for seed in (1, 1, 2))
    for _, records in (first, second, other):
        list(records)
    np.testing.assert_array_equal(first[0].best, second[0].best)
    assert not np.array_equal(first[0].best, other[0].best)


def test_a_stopped_run_goes_on_as_if_it_had_not_been(tmp_path):
    whole, records = trained(5)
    list(records)
    state, records = trained(5)
    next(records), next(records)
    state.save(tmp_path / "state.npz")
    state, records = trained(5, state=TrainingState.load(tmp_path / "state.npz"))
    assert [epoch.number for epoch in records] == [3, 4, 5]
    np.testing.assert_array_equal(state.best, whole.best)
    np.testing.assert_array_equal(state.weights, whole.weights)
    assert [e.loss for e in state.history] == [e.loss for e in whole.history]


def test_views_share_the_memory_of_the_vector():
    flat = np.zeros(2 * 3 + 3 + 3 * 1 + 1, np.float32)
    W1, b1, W2, b2 = views(flat, (2, 3, 1))
    assert (W1.shape, b1.shape, W2.shape, b2.shape) == ((2, 3), (3,), (3, 1), (1,))
    b2[:] = 7
    assert flat[-1] == 7


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


def test_the_story_that_ships_is_that_of_this_code():
    with np.load(ASSETS / "history.npz") as history:
        told = json.loads(str(history["settings"]))
        assert str(history["recipe"]) == recipe(Settings(**told))


def test_the_story_tells_of_a_teacher_only_if_there_was_one():
    settings = Settings()
    assert "first 50 000 training images" in recipe(settings)
    assert "teacher of 784-800-400-11" in recipe(settings)
    assert "teacher" not in recipe(replace(settings, teacher_epochs=0))


def test_drawings_follow_people_templates_and_no_digits_as_the_story_says(monkeypatch):
    traces, rng = strokes_to_learn_from(), np.random.default_rng(0)
    assert set(traces.writers.tolist()) == set(range(1, 17))
    templates, hands = [], []
    monkeypatch.setattr(
        nncore.images.examples, "varied", lambda *told: templates.append(told) or varied(*told)
    )
    rare = {digit: lambda rng, draw=draw: hands.append(1) or draw(rng) for digit, draw in RARE.items()}
    monkeypatch.setattr(nncore.images.examples, "RARE", rare)
    labels = np.array([invent(traces, rng)[1] for _ in range(2000)])
    story = RECIPE
    people, own, none = (
        int(story.partition(after)[2].split()[0]) for after in ("100 drawings", "16), ", ", and ")
    )
    assert people + own + none == 100
    assert np.mean(labels == NOT_A_DIGIT) == pytest.approx(none / 100, abs=0.03)
    assert all(any(told[0] in styles for styles in STYLES.values()) for told in templates)
    assert (len(templates) + len(hands)) / 2000 == pytest.approx(own / 100, abs=0.03)
