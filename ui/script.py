"""The whole program behind one number on the page: it runs on its own, with NumPy alone."""

import ast
import inspect
from collections.abc import Callable
from typing import Any

import numpy as np

from nncore import ACTIVATIONS
from ui.address import pack
from ui.scene import BATCH, Scene
from ui.theme import Array

READ_WEIGHTS = """
weights = np.load("assets/weights.npz")  # run me in the course's folder
W1, b1, W2, b2, W3, b3 = (weights[name] for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
"""
READ_OWN_WEIGHTS = """
weights = np.load({file!r}, allow_pickle=True, encoding="latin1")  # run me where this file is
W1, b1, W2, b2, W3, b3 = (weights[name].astype(np.float32) for name in ("W1", "b1", "W2", "b2", "W3", "b3"))
"""
READ_PICTURE = """
picture = "{packed}"
pixels = np.frombuffer(zlib.decompress(base64.urlsafe_b64decode(picture)), np.uint8)
X = pixels.astype(np.float32) / 255
"""
READ_BATCH = """
images = np.load("assets/mnist_test.npz")["images"][:{others}]
X = np.vstack([X, images.reshape({others}, 784).astype(np.float32) / 255])
"""


def script(scene: Scene) -> str:
    """Return a program that computes the scene's step and prints the number on the screen."""
    steps = scene.trace[: scene.moment.step + 1]
    used = {layer.h for layer, _ in zip(scene.network.layers, steps[2::2], strict=False)}
    head = (
        "import numpy as np\n"
        if scene.image is None
        else "import base64\nimport zlib\n\nimport numpy as np\n"
    )
    functions = "".join(f"\n\n{plain(ACTIVATIONS[name])}\n" for name in sorted(used))
    lines = [step.formula for step in steps[1:]]
    what, _ = scene.shown
    numbers = _toy_numbers(scene) if scene.image is None else _digit_numbers(scene, scene.image)
    return "\n".join(
        [head + functions + ("\n" if used else "") + numbers, *lines, f'print("{what} =", {what})', ""]
    )


def plain(function: Callable[..., Any]) -> str:
    """Return a function's own source, without its types and its description."""
    tree = ast.parse(inspect.getsource(function))
    definition = next(node for node in tree.body if isinstance(node, ast.FunctionDef))
    definition.returns = None
    definition.body = [_without_type(line) for line in definition.body[1:]]
    for argument in definition.args.args:
        argument.annotation = None
    return ast.unparse(tree).replace("_floats(", "np.asarray(")  # what is computed here is float already


def _without_type(line: ast.stmt) -> ast.stmt:
    if isinstance(line, ast.AnnAssign) and line.value:
        return ast.copy_location(ast.Assign([line.target], line.value), line)
    return line


def _toy_numbers(scene: Scene) -> str:
    arrays = {"X": scene.trace["X"], **scene.network}
    return "\n" + "".join(f"{name} = np.array({_literal(array)})\n" for name, array in arrays.items())


def _literal(array: Array) -> str:
    return repr(np.asarray(array).tolist())


def _digit_numbers(scene: Scene, image: Array) -> str:
    packed = pack(image)
    weights = READ_OWN_WEIGHTS.format(file=scene.file) if scene.file else READ_WEIGHTS
    text = weights + READ_PICTURE.format(packed=packed + "=" * (-len(packed) % 4))
    return text + (READ_BATCH.format(others=BATCH - 1) if scene.whole is not scene.trace else "")
