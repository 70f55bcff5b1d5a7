"""Train the network that ships with the course: ``python -m nncore.train``.

Two networks learn in turn. A large one, the teacher, learns the digits; then the small one, of
the book's shape, learns to answer as the teacher does: an answer like "a 4, but it might be a 9"
says more than a label (Hinton, Vinyals and Dean, "Distilling the knowledge in a neural network",
2015). `schedule` has the loop, `data` what they learn from, and this module the command.
"""

import argparse
import json
import math
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal, NoReturn

import numpy as np

from nncore.base.assets import ASSETS, AssetError, note_checksums
from nncore.base.whole_file import whole_file
from nncore.evaluation.doubt import best_scores, fit_bar, with_bar
from nncore.evaluation.metrics import fit_temperature, with_temperature
from nncore.images.examples import DRAWINGS
from nncore.mnist import VALIDATION, load_mnist
from nncore.network import Network
from nncore.predict import predict
from nncore.train.data import Lesson, Lessons, mnist, validation_drawings
from nncore.train.schedule import Schedule, TrainingState, ValidationSet, table, train
from nncore.types import Array
from nncore.weights.files import load_network, save_network
from nncore.weights.layout import WeightsError

Way = Literal["new", "resume", "bar"]
CACHE = ASSETS.parent / ".cache" / "train"
"""Where an unfinished run is kept, after every epoch."""
ANSWERS = 11
"""The digits, and "none of these"."""
TEACHER = (784, 800, 400, ANSWERS)
DISTILL_TEMPERATURE = 2.0
"""The temperature of the teacher's answers: above 1, the less probable digits count for more."""
DISTILL_WEIGHT = 0.9
"""How much of a target is the teacher's answer; the rest is the true label."""
TWICE = 2
"""The teacher learns each lesson so often."""
WINDOW, STAY = 16, 24
"""The small network has so many lessons in hand, and gets a new one for the oldest every STAY epochs."""
MOST_HIDDEN = 3
"""So many hidden layers a network can have that the course reads."""
HISTORY = "history.npz"
"""What a run tells of itself, beside its weights."""
STOPPED = 130
"""The exit code of a command stopped by Ctrl-C."""

RECIPE = """\
The network has learned from the first {images} training images of MNIST and from {drawings} drawings. \
Of 100 drawings 62 follow the pen strokes of 16 people (UCI's pen digits, writers 1 to 16), 20 our own \
templates of the styles people write in (a 7 with a bar, a 1 with a long upstroke, …), and 18 are no digit: \
letters, signs, little pictures, scribbles, halves, several digits at once, which teach it to be \
unsure. They are drawn with pens of many widths, and every picture is turned, slanted, stretched, wobbled, \
made thicker or thinner and faded at random. {how}, with weights averaged over the last steps. The last \
10 000 training images and six more writers chose the settings, the temperature and the bar; no test image \
and no test writer was used."""
TAUGHT = "A teacher of {teacher} neurons learned first; the small network learned from its answers, by Adam"
ALONE = "It learned by Adam"


@dataclass(frozen=True)
class Settings:
    """What a run is told; the defaults are those of the weights that ship."""

    output: str = str(ASSETS / "weights.npz")
    epochs: int = 2800
    batch_size: int = 250
    learning_rate: float = 3e-3
    seed: int = 0
    hidden: tuple[int, ...] = (50, 100)
    activation: str = "sigmoid"
    teacher_epochs: int = 44
    images: int | None = None


def recipe(settings: Settings) -> str:
    """Return in words what a run learns from, and how; the page on the test set shows it."""
    n = len(mnist(settings.images)[1])
    images, drawings = (f"{count:,}".replace(",", " ") for count in (n, int(DRAWINGS * n)))
    how = TAUGHT.format(teacher="-".join(map(str, TEACHER))) if settings.teacher_epochs else ALONE
    return RECIPE.format(images=images, drawings=drawings, how=how)


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
    """Write weights that are there with their bar measured anew, and nothing else changed."""
    network = load_network(path)
    save_network(with_bar(network, bar_of(network, make_validation_set(None))), path)
    if path.parent == ASSETS:
        note_checksums(path.name)


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


class Parser(argparse.ArgumentParser):
    """A parser that refuses a wrong value in one sentence."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and leave with exit code 2."""
        self.exit(2, message[:1].upper() + message[1:].rstrip(".") + ".\n")


def whole(lowest: int) -> Callable[[str], int]:
    """Return a reader of whole numbers from `lowest` on."""

    def read(text: str) -> int:
        if not text.strip().isdecimal() or int(text) < lowest:
            raise argparse.ArgumentTypeError(f"give a whole number from {lowest} on, not {text!r}")
        return int(text)

    return read


def rate(text: str) -> float:
    """Read a learning rate."""
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not 0 < value <= 1:
        raise argparse.ArgumentTypeError(f"give a number above 0 and up to 1, not {text!r}")
    return value


def output_file(text: str) -> str:
    """Read the name of a weights file that can be written."""
    path = Path(text).resolve()
    if path.suffix != ".npz" or path.is_dir():
        raise argparse.ArgumentTypeError(f"give the name of a .npz file, not {text!r}")
    if path.name == HISTORY:
        raise argparse.ArgumentTypeError(f"give the weights another name: {HISTORY} will hold the history")
    if not os.access(path.parent, os.W_OK) or (path.exists() and not os.access(path, os.W_OK)):
        raise argparse.ArgumentTypeError(f"{text!r} cannot be written")
    return str(path)


def parse(arguments: list[str] | None) -> tuple[Settings, Way]:
    """Return the settings of a run, and whether it is new, resumed, or about the bar alone."""
    parser = Parser("python -m nncore.train", description="Train the network that reads digits.")
    parser.add_argument("--epochs", type=whole(1), help="passes of the small network over its lessons")
    parser.add_argument("--batch-size", type=whole(1), help="images to a step")
    parser.add_argument("--learning-rate", type=rate, help="the largest step size of Adam")
    parser.add_argument("--seed", type=whole(0), help="the same seed gives the same weights")
    parser.add_argument(
        "--output", type=output_file, help="the .npz file to write; history.npz goes beside it"
    )
    sizes = "neurons in each hidden layer: no to three numbers"
    parser.add_argument("--hidden", type=whole(1), nargs="*", help=sizes)
    parser.add_argument("--activation", choices=("sigmoid", "relu", "tanh"), help="of the hidden layers")
    parser.add_argument("--teacher-epochs", type=whole(0), help="passes of the teacher; 0 for no teacher")
    parser.add_argument("--images", type=whole(500), help="take only so many images, to try things out")
    parser.add_argument("--resume", action="store_true", help="go on with the run that was stopped")
    parser.add_argument(
        "--bar", action="store_true", help="train nothing: measure the bar of the weights in --output anew"
    )
    given = {key: value for key, value in vars(parser.parse_args(arguments)).items() if value is not None}
    resume, bar = given.pop("resume"), given.pop("bar")
    if bar and (resume or given.keys() - {"output"}):
        parser.error("--bar takes no other option but --output: it trains nothing")
    if bar:
        return Settings(**given), "bar"
    if len(given.get("hidden", ())) > MOST_HIDDEN:
        parser.error(f"--hidden takes no to {MOST_HIDDEN} numbers, one a layer")
    if not resume:
        return Settings(**given), "new"
    if given:
        parser.error("--resume takes no other option: a run goes on as it began")
    if not (CACHE / "settings.json").exists():
        parser.error("there is no unfinished run to resume: start one without --resume")
    return Settings(**json.loads((CACHE / "settings.json").read_text())), "resume"


def prepare_cache(settings: Settings, resume: bool) -> None:
    """Make the folder of the unfinished run; a new run forgets the one before."""
    CACHE.mkdir(parents=True, exist_ok=True)
    if not resume:
        for name in ("teacher.npz", "student.npz"):
            (CACHE / name).unlink(missing_ok=True)
        with whole_file(CACHE / "settings.json") as file:
            file.write(json.dumps(asdict(settings)).encode())


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit code."""
    settings, way = parse(arguments)
    try:
        if way == "bar":
            measure_bar(Path(settings.output))
        else:
            prepare_cache(settings, way == "resume")
            run(settings)
    except KeyboardInterrupt:
        return stopped(settings)
    except PermissionError as error:
        sys.stderr.write(f"{error.filename} cannot be written to: train in a checkout of your own.\n")
        return 1
    except (AssetError, WeightsError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def stopped(settings: Settings) -> int:
    """Keep the best weights so far and say how to go on; a second Ctrl-C does not cut that short."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    kept = "There are no weights yet"
    if (CACHE / "student.npz").exists():
        best = TrainingState.load(CACHE / "student.npz").best
        finish(settings, make_validation_set(settings.images), best)
        kept = f"The best weights so far are in {settings.output}"
    sys.stderr.write(f"\nStopped. {kept}; go on with: python -m nncore.train --resume\n")
    return STOPPED
