"""``python -m training``: make the weights that ship, from the pen strokes to the file.

Two networks learn in turn. A large one, the teacher, learns the digits; then the small one, of the book's
shape, learns to answer as the teacher does: an answer like "a 4, but it might be a 9" says more than a label
(Hinton, Vinyals and Dean, "Distilling the knowledge in a neural network", 2015).

A run that was stopped goes on when the same command is given again.
"""

import argparse
import json
import shutil
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict
from itertools import islice
from pathlib import Path

import numpy as np
from tqdm import tqdm

from nncore.base.assets import ASSETS, AssetError, note_checksums
from nncore.base.whole_file import whole_file
from nncore.evaluation.doubt import best_scores, fit_bar, with_bar
from nncore.network import Network
from nncore.weights.files import save_network
from training.learner import Epoch, Learner, Schedule, learn
from training.lessons import STAY, Lesson, ValidationSet, answered_by, in_turns, lessons, validation_set
from training.recipe import ANSWERS, TEACHER, Settings, recipe
from training.temperature import fit_temperature, with_temperature
from training.typefaces import load_typefaces

CACHE = ASSETS.parent / ".cache" / "train"
"""Where an unfinished run is kept, after every epoch."""
TWICE = 2
"""The teacher learns each lesson so often."""
HISTORY = "history.npz"
"""What a run tells of itself, beside its weights."""


def run(settings: Settings) -> None:
    """Train teacher and student, from where the last run stopped, and write weights and history."""
    begin(settings)
    load_typefaces()  # so that a damaged file shows at once, not in the processes that make lessons
    validation = validation_set(settings.images)
    teacher = Learner.start(TEACHER, "relu", settings.seed)
    if settings.teacher_epochs:
        train_teacher(teacher, settings, validation)
    student = Learner.start((784, *settings.hidden, ANSWERS), settings.activation, settings.seed)
    train_student(student, teacher, settings, validation)
    finish(settings, student, teacher, validation)
    shutil.rmtree(CACHE)


def begin(settings: Settings) -> None:
    """Keep the settings; forget whatever a run with other settings has left."""
    facts, path = as_json(settings), CACHE / "settings.json"
    if not path.exists() or path.read_text() != facts:
        shutil.rmtree(CACHE, ignore_errors=True)
        CACHE.mkdir(parents=True)
        with whole_file(path) as file:
            file.write(facts.encode())


def train_teacher(teacher: Learner, settings: Settings, validation: ValidationSet) -> None:
    """Train the large network on each lesson twice."""
    path = resume(teacher, "teacher")
    done = len(teacher.history)
    with closing(lessons(settings.seed, settings.images, done // TWICE)) as made:
        each_twice = (lesson for lesson in made for _ in range(TWICE))
        schedule = Schedule(settings.teacher_epochs, 500, 1e-3, settings.seed)
        follow(teacher, islice(each_twice, done % TWICE, None), validation, schedule, path)


def train_student(student: Learner, teacher: Learner, settings: Settings, validation: ValidationSet) -> None:
    """Train the small network to answer as the teacher does, or on the labels if there is none."""
    path = resume(student, "network")
    done, first = len(student.history), -(-settings.teacher_epochs // TWICE)
    with closing(lessons(settings.seed, settings.images, first + done // STAY)) as made:
        if teacher.history:
            answers = teacher.learning_network()
            taught: Iterator[Lesson] = (answered_by(answers, lesson) for lesson in made)
        else:
            taught = made
        schedule = Schedule(settings.epochs, settings.batch_size, settings.learning_rate, settings.seed)
        follow(student, in_turns(taught, done), validation, schedule, path)


def resume(learner: Learner, name: str) -> Path:
    """Go on from the file of this name, if an unfinished run has left one; return the file's path."""
    path = CACHE / f"{name}.npz"
    if path.exists():
        learner.load(path)
    return path


def follow(
    learner: Learner, lessons: Iterator[Lesson], validation: ValidationSet, schedule: Schedule, path: Path
) -> None:
    """Train, save the learner after every epoch and show how it is doing."""
    epochs = learn(learner, lessons, validation, schedule)
    bar = tqdm(epochs, path.stem, schedule.epochs, initial=len(learner.history), unit="epoch")
    for epoch in bar:
        learner.save(path)
        bar.set_postfix_str(
            f"loss {epoch.loss:.4f}, MNIST {epoch.validation:.2%}, drawings {epoch.drawings:.2%}"
        )


def finish(settings: Settings, student: Learner, teacher: Learner, validation: ValidationSet) -> None:
    """Write weights, their confidence made honest, with their bar, and the history beside them."""
    x, t = (np.concatenate(parts) for parts in zip(validation.mnist, validation.drawings, strict=True))
    network = student.network()
    temperature = fit_temperature(network, x, t)
    network = with_temperature(network, temperature)
    bar, output = bar_of(network, validation), Path(settings.output)
    save_network(with_bar(network, bar), output)
    curves = dict(zip(Epoch._fields, np.array(student.history, float).T, strict=True))
    if teacher.history:
        of_teacher = zip(Epoch._fields, np.array(teacher.history, float).T, strict=True)
        curves |= {f"teacher_{name}": column for name, column in of_teacher}
    facts = {
        "recipe": recipe(settings),
        "settings": as_json(settings),
        "temperature": temperature,
        "bar": bar,
    }
    with whole_file(output.with_name(HISTORY)) as file:
        np.savez_compressed(file, **curves, **facts)  # type: ignore[arg-type]
    if output.parent == ASSETS:
        note_checksums(output.name, HISTORY)


def as_json(settings: Settings) -> str:
    """Return the settings as the history keeps them, without the name of its file."""
    return json.dumps({name: value for name, value in asdict(settings).items() if name != "output"})


def bar_of(network: Network, validation: ValidationSet) -> float:
    """Return the bar that nearly all validation digits clear, printed or drawn."""
    return fit_bar([best_scores(network, images) for images, _ in (validation.mnist, validation.drawings)])


def main(arguments: list[str] | None = None) -> None:
    """Run the command."""
    parser = argparse.ArgumentParser("python -m training", description="Train the network that reads digits.")
    parser.add_argument("--output", help="the .npz file to write; history.npz goes beside it")
    parser.add_argument("--epochs", type=int, help="passes of the small network over its lessons")
    parser.add_argument("--batch-size", type=int, help="images to a step")
    parser.add_argument("--learning-rate", type=float, help="the largest step size of Adam")
    parser.add_argument("--seed", type=int, help="the same seed gives the same weights")
    parser.add_argument("--hidden", type=int, nargs="*", help="neurons in each hidden layer, up to three")
    parser.add_argument("--activation", choices=("sigmoid", "relu", "tanh"), help="of the hidden layers")
    parser.add_argument("--teacher-epochs", type=int, help="passes of the teacher; 0 for no teacher")
    parser.add_argument("--images", type=int, help="take only so many images, to try things out")
    parser.set_defaults(**asdict(Settings()))
    try:
        run(Settings(**vars(parser.parse_args(arguments))))
    except KeyboardInterrupt:
        sys.exit("\nStopped: the same command goes on from here.")
    except AssetError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
