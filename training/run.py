"""Train the network that ships with the course: ``python -m training``.

Two networks learn in turn. A large one, the teacher, learns the digits; then the small one, of
the book's shape, learns to answer as the teacher does: an answer like "a 4, but it might be a 9"
says more than a label (Hinton, Vinyals and Dean, "Distilling the knowledge in a neural network",
2015). `schedule` has the loop, `data` what they learn from, `recipe` tells it in words, `command` starts it.
"""

import json
from collections.abc import Callable
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path

import numpy as np

from nncore.base.assets import ASSETS, note_checksums
from nncore.base.whole_file import whole_file
from nncore.evaluation.doubt import best_scores, fit_bar, with_bar
from nncore.evaluation.metrics import fit_temperature, with_temperature
from nncore.mnist import VALIDATION, load_mnist
from nncore.network import Network
from nncore.predict import predict
from nncore.types import Array
from nncore.weights.files import load_network, save_network
from training.data import Lesson, Lessons, validation_drawings
from training.recipe import ANSWERS, TEACHER, Settings, recipe
from training.schedule import Schedule, ValidationSet, train
from training.state import TrainingState, table
from training.typefaces import load_typefaces

CACHE = ASSETS.parent / ".cache" / "train"
"""Where an unfinished run is kept, after every epoch."""
DISTILL_TEMPERATURE = 2.0
"""The temperature of the teacher's answers: above 1, the less probable digits count for more."""
DISTILL_WEIGHT = 0.9
"""How much of a target is the teacher's answer; the rest is the true label."""
TWICE = 2
"""The teacher learns each lesson so often."""
WINDOW, STAY = 16, 20
"""The small network has so many lessons in hand, and gets a new one for the oldest every STAY epochs."""
HISTORY = "history.npz"
"""What a run tells of itself, beside its weights."""


def taught_by(teacher: Network, lessons: Lessons) -> Callable[[int], Lesson]:
    """Return what gives lesson k with targets that are mostly the teacher's answers, softened."""

    def taught(k: int) -> Lesson:
        lesson = lessons[k]
        parts = np.array_split(lesson.images, 50)
        answers = np.concatenate([predict(teacher, x.astype(np.float32) / 255) for x in parts])
        soft = np.maximum(answers, 1e-12) ** (1 / DISTILL_TEMPERATURE)
        soft /= soft.sum(axis=1, keepdims=True)
        return Lesson(
            lesson.images, (DISTILL_WEIGHT * soft + (1 - DISTILL_WEIGHT) * lesson.targets).astype(np.float32)
        )

    return taught


def make_validation_set(images: int | None) -> ValidationSet:
    """Return the validation images: MNIST's last 10 000 for training, and drawings of six writers."""
    x, t = load_mnist()[0]
    drawings = validation_drawings(every=1 if images is None else 20)
    return ValidationSet((x[-VALIDATION:], t[-VALIDATION:]), drawings)


def run(settings: Settings) -> None:
    """Train teacher and student from where the cache left them, and write weights and history."""
    validation = make_validation_set(settings.images)
    load_typefaces()  # a damaged file is told at once, not by the processes that make lessons
    lessons = Lessons(settings.seed, settings.images)
    teach: Callable[[int], Lesson] = lessons.__getitem__
    try:
        if settings.teacher_epochs:
            schedule = Schedule(settings.teacher_epochs, 500, 1e-3, settings.seed)
            teacher = resumed("teacher", TEACHER, "relu", settings.seed)
            again = lru_cache(1)(teach)
            follow(teacher, lambda epoch: again(epoch // TWICE), validation, schedule, "teacher")
            teach = taught_by(teacher.learning_network(teacher.average), lessons)
        first = -(-settings.teacher_epochs // TWICE)
        in_hand = lru_cache(WINDOW + 1)(teach)
        schedule = Schedule(settings.epochs, settings.batch_size, settings.learning_rate, settings.seed)
        student = resumed("student", (784, *settings.hidden, ANSWERS), settings.activation, settings.seed)
        follow(
            student,
            lambda epoch: in_hand(first + turn(epoch)),
            validation,
            schedule,
            "network",
        )
    finally:
        lessons.close()
    finish(settings, validation, student.average)


def turn(epoch: int) -> int:
    """Return which lesson an epoch of the small network is about.

    It learns a lesson in a moment, but making one takes seconds: so each comes again a few times,
    between others, before it makes room for a new one.
    """
    return epoch // STAY + epoch % WINDOW


def resumed(name: str, sizes: tuple[int, ...], hidden: str, seed: int) -> TrainingState:
    """Return the training that the cache holds, or a new one."""
    path = CACHE / f"{name}.npz"
    return TrainingState.load(path) if path.exists() else TrainingState.start(sizes, hidden, seed)


def follow(
    state: TrainingState,
    teach: Callable[[int], Lesson],
    validation: ValidationSet,
    schedule: Schedule,
    name: str,
) -> None:
    """Train, save the state after every epoch and show how it is doing."""
    from tqdm import tqdm  # here, so that the rest of the module needs NumPy alone

    path = CACHE / ("teacher.npz" if name == "teacher" else "student.npz")
    with tqdm(total=schedule.epochs, initial=len(state.history), desc=name, unit="epoch") as bar:
        for epoch in train(state, teach, validation, schedule):
            state.save(path)
            bar.set_postfix_str(
                f"loss {epoch.loss:.4f}, MNIST {epoch.validation:.2%}, drawings {epoch.drawings:.2%}"
            )
            bar.update()


def bar_of(network: Network, validation: ValidationSet) -> float:
    """Return the bar that nearly all validation digits clear, printed or drawn."""
    return fit_bar([best_scores(network, images) for images, _ in (validation.mnist, validation.drawings)])


def measure_bar(path: Path) -> None:
    """Write weights and the history beside them with the bar measured, and the story told, anew."""
    network = load_network(path)
    bar = bar_of(network, make_validation_set(None))
    save_network(with_bar(network, bar), path)
    history, told = path.with_name(HISTORY), [path.name]
    if history.exists():
        with np.load(history) as known:
            told_then = Settings(**json.loads(str(known["settings"])))
            facts = {**known, "bar": bar, "recipe": recipe(told_then)}
        with whole_file(history) as file:
            np.savez_compressed(file, **facts)
        told.append(HISTORY)
    if path.parent == ASSETS:
        note_checksums(*told)


def finish(settings: Settings, validation: ValidationSet, flat: Array) -> None:
    """Write weights, their confidence made honest, with their bar, and the history beside them.

    A run that has come to its end, where steps are almost 0, gives its last weights: the best of
    so many noisy marks would be luck. A run that was stopped gives the best so far.
    """
    student = TrainingState.load(CACHE / "student.npz")
    network = student.network(flat)
    x, t = (np.concatenate(parts) for parts in zip(validation.mnist, validation.drawings, strict=True))
    temperature = fit_temperature(network, x, t)
    output = Path(settings.output)
    network = with_temperature(network, temperature)
    bar = bar_of(network, validation)
    save_network(with_bar(network, bar), output)
    columns = ("epoch", "loss", "training", "validation", "drawings", "seconds")
    curves = dict(zip(columns, table(student.history).T, strict=True))
    if (CACHE / "teacher.npz").exists():
        past = table(TrainingState.load(CACHE / "teacher.npz").history).T
        curves |= {f"teacher_{name}": column for name, column in zip(columns, past, strict=True)}
    told = {name: value for name, value in asdict(settings).items() if name != "output"}
    facts = {"recipe": recipe(settings), "settings": json.dumps(told), "temperature": temperature, "bar": bar}
    with whole_file(output.with_name(HISTORY)) as file:
        np.savez_compressed(file, **curves, **facts)  # type: ignore[arg-type]
    if output.parent == ASSETS:
        note_checksums(output.name, HISTORY)
