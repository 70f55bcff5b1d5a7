"""The program that the page offers prints, run on its own, the number on the page."""

import pickle
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from nncore import ACTIVATIONS, Network, init_network, load_images, load_network, read_weights_file
from tests.support.weights_files import random_arrays
from ui.forward.chosen_digit import Digit
from ui.forward.program import FUNCTIONS, script
from ui.forward.scene import Scene, batch_of
from ui.state.own_network import OwnNetwork

ROOT = Path(__file__).resolve().parent.parent.parent.parent


def output(scene: Scene, folder: Path = ROOT) -> str:
    """Run the scene's program in a fresh Python, with every warning an error."""
    command = [sys.executable, "-W", "error", "-"]
    done = subprocess.run(
        command, input=script(scene), capture_output=True, text=True, cwd=folder, check=False
    )
    assert not done.stderr
    return done.stdout.strip()


def scene(network: Network, x: np.ndarray, step: int, image: np.ndarray | None = None) -> Scene:
    trace = network.forward(x)
    path = tuple(size - 1 for size in network.sizes[1:])
    digit = None if image is None else Digit(image)
    return Scene(network, trace, step, whole=trace, path=path, digit=digit)


@pytest.mark.parametrize("h", ACTIVATIONS)
def test_each_function_of_a_program_does_what_the_course_computes(h: str) -> None:
    place: dict[str, object] = {"np": np}
    exec(f"def function(a):\n    {FUNCTIONS[h]}", place)
    for a in (np.array([-2.0, 0.0, 0.7]), np.array([[-120.0, 120.0, 0.0]], np.float32)):
        np.testing.assert_array_equal(place["function"](a), ACTIVATIONS[h](a), strict=True)  # type: ignore[operator]


def test_toy_program_prints_the_books_numbers() -> None:
    assert output(scene(init_network(), np.array([1.0, 0.5]), 6)) == "Y = [0.31682708 0.69627909]"


def test_digit_program_prints_the_number_on_the_page() -> None:
    image = load_images("test")[0][8]
    shown = scene(load_network(), image.ravel().astype(np.float32) / 255, 1, image)
    assert output(shown) == " = ".join(shown.shown)


def test_batch_program_prints_the_number_on_the_page() -> None:
    image, network = load_images("test")[0][8], load_network()
    x = image.ravel().astype(np.float32) / 255
    trace, whole, digit = network.forward(x), network.forward(batch_of(x)), Digit(image)
    shown = Scene(network, trace, 6, whole=whole, path=(1, 2, 6), digit=digit)
    assert shown.shown[0] == "Y[0, 6]"
    assert output(shown) == " = ".join(shown.shown)


OWN_FILES = {
    "my 'own'.npz": ("npz", "b"),
    "capital.npz": ("npz", "B"),
    "capital.pkl": ("pickle", "B"),
    "pickled.npz": ("pickle", "b"),  # what it is, not what it is called
}


def write_own(path: Path) -> None:
    """Write a random network as a file of the kind that its name stands for."""
    kind, bias = OWN_FILES[path.name]
    arrays = {name.replace("b", bias): array for name, array in random_arrays((4, 3), np.float64).items()}
    if kind == "pickle":
        path.write_bytes(pickle.dumps(arrays, protocol=2))
    else:
        np.savez(path, activation=np.array("tanh"), **arrays)  # type: ignore[arg-type]


def own_scene(path: Path) -> Scene:
    image, own = load_images("test")[0][8], OwnNetwork(path.name, read_weights_file(path))
    return replace(scene(own.network, image.ravel().astype(np.float32) / 255, 6, image), own=own)


@pytest.mark.parametrize("file", OWN_FILES)
def test_program_for_a_network_of_ones_own_reads_its_file_and_says_where_that_is_a_pickle(
    file: str, tmp_path: Path
) -> None:
    write_own(tmp_path / file)
    shown = own_scene(tmp_path / file)
    assert output(shown, tmp_path) == " = ".join(shown.shown)
    text, pickled = script(shown), OWN_FILES[file][0] == "pickle"
    assert ("allow_pickle=True" in text) == pickled
    assert ("# Your file is a pickle, and NumPy runs whatever a pickle asks for" in text) == pickled
