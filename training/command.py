"""The command ``python -m training``: what it may be told, and what it answers."""

import argparse
import json
import math
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Literal, NoReturn

from nncore.base.assets import AssetError
from nncore.base.whole_file import whole_file
from nncore.weights.layout import WeightsError
from training import run
from training.recipe import Settings
from training.state import TrainingState

Way = Literal["new", "resume", "bar"]
MOST_HIDDEN = 3
"""So many hidden layers a network can have that the course reads."""
STOPPED = 130
"""The exit code of a command stopped by Ctrl-C."""


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
    if path.name == run.HISTORY:
        raise argparse.ArgumentTypeError(
            f"give the weights another name: {run.HISTORY} will hold the history"
        )
    if not os.access(path.parent, os.W_OK) or (path.exists() and not os.access(path, os.W_OK)):
        raise argparse.ArgumentTypeError(f"{text!r} cannot be written")
    return str(path)


def parse(arguments: list[str] | None) -> tuple[Settings, Way]:
    """Return the settings of a run, and whether it is new, resumed, or about the bar alone."""
    parser = Parser("python -m training", description="Train the network that reads digits.")
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
    if not (run.CACHE / "settings.json").exists():
        parser.error("there is no unfinished run to resume: start one without --resume")
    return Settings(**json.loads((run.CACHE / "settings.json").read_text())), "resume"


def prepare_cache(settings: Settings, resume: bool) -> None:
    """Make the folder of the unfinished run; a new run forgets the one before."""
    run.CACHE.mkdir(parents=True, exist_ok=True)
    if not resume:
        for name in ("teacher.npz", "student.npz"):
            (run.CACHE / name).unlink(missing_ok=True)
        with whole_file(run.CACHE / "settings.json") as file:
            file.write(json.dumps(asdict(settings)).encode())


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit code."""
    settings, way = parse(arguments)
    try:
        if way == "bar":
            run.measure_bar(Path(settings.output))
        else:
            prepare_cache(settings, way == "resume")
            run.run(settings)
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
    if (run.CACHE / "student.npz").exists():
        best = TrainingState.load(run.CACHE / "student.npz").best
        run.finish(settings, run.make_validation_set(settings.images), best)
        kept = f"The best weights so far are in {settings.output}"
    sys.stderr.write(f"\nStopped. {kept}; go on with: python -m training --resume\n")
    return STOPPED
