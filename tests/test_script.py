"""The program that the page offers prints, run on its own, the number on the page."""

import pickle
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from nncore import ACTIVATIONS, Layer, Network, init_network, load_images, load_network
from ui.figures.network import Moment
from ui.scene import Scene, batch_of
from ui.script import plain, script

ROOT = Path(__file__).resolve().parent.parent


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
    return Scene(network, trace, trace, Moment(step), path, image)


@pytest.mark.parametrize(
    ("step", "line"),
    [
        (0, "X = [1.  0.5]"),
        (1, "A1 = [0.3 0.7 1.1]"),
        (2, "Z1 = [0.57444252 0.66818777 0.75026011]"),
        (6, "Y = [0.31682708 0.69627909]"),
    ],
)
def test_toy_program_prints_the_books_numbers(step: int, line: str) -> None:
    assert output(scene(init_network(), np.array([1.0, 0.5]), step)) == line


def test_toy_program_with_huge_weights_and_other_functions() -> None:
    hidden = Layer(np.full((2, 3), 1e49), np.zeros(3), "tanh")
    network = Network([hidden, Layer(np.ones((3, 2)), np.array([0.0, -1e50]), "softmax")])
    assert output(scene(network, np.array([1.0, 0.5]), 4)) == "Y = [1. 0.]"


@pytest.mark.parametrize("step", [0, 1, 4, 6])
def test_digit_program_prints_the_number_on_the_page(step: int) -> None:
    image = load_images("test")[0][8]
    shown = scene(load_network(), image.ravel().astype(np.float32) / 255, step, image)
    assert output(shown) == " = ".join(shown.shown)


def test_batch_program_prints_the_number_on_the_page() -> None:
    image, network = load_images("test")[0][8], load_network()
    x = image.ravel().astype(np.float32) / 255
    shown = Scene(network, network.forward(x), network.forward(batch_of(x)), Moment(6), (1, 2, 6), image)
    assert shown.shown[0] == "Y[0, 6]"
    assert output(shown) == " = ".join(shown.shown)


@pytest.mark.parametrize("file", ["my 'own'.npz", "sample_weight.pkl"])
def test_program_for_a_network_of_ones_own_reads_its_file(file: str, tmp_path: Path) -> None:
    rng, sizes = np.random.default_rng(6), (784, 4, 3, 10)
    arrays = {f"W{n}": rng.normal(size=sizes[n - 1 : n + 1]) for n in (1, 2, 3)}
    arrays |= {f"b{n}": rng.normal(size=sizes[n]) for n in (1, 2, 3)}
    (tmp_path / "sample_weight.pkl").write_bytes(pickle.dumps(arrays, protocol=2))
    np.savez(tmp_path / "my 'own'.npz", **arrays)  # type: ignore[arg-type]
    image, network = load_images("test")[0][8], load_network(tmp_path / file)
    plain_scene = scene(network, image.ravel().astype(np.float32) / 255, 6, image)
    shown = replace(plain_scene, file=file)
    assert output(shown, tmp_path) == " = ".join(shown.shown)


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_plain_source_is_the_same_function(name: str) -> None:
    space: dict[str, object] = {"np": np}
    exec(plain(ACTIVATIONS[name]), space)
    x = np.array([-2.0, 0.0, 0.5])
    np.testing.assert_array_equal(space[name](x), ACTIVATIONS[name](x))  # type: ignore[operator]
