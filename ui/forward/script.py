"""The whole program behind one number on the page: it runs on its own."""

import ast
import inspect
from collections.abc import Callable
from typing import Any

import numpy as np

from nncore import ACTIVATIONS, Array, Network
from ui.address import pack
from ui.forward.scene import BATCH, Scene
from ui.state.own_network import OwnNetwork

READ_WEIGHTS = (
    "",
    'weights = np.load("assets/weights.npz")  # run me in the course\'s folder',
    "{keys} = (weights[name] for name in ({names}))",
    "",
)
READ_NPZ = "weights = np.load({file!r})"
READ_PICKLE = (
    "# Your file is a pickle, and NumPy runs whatever a pickle asks for:",
    "# load only one that you trust.",
    'weights = np.load({file!r}, allow_pickle=True, encoding="latin1")',
)
READ_OWN_WEIGHTS = (
    "",
    "# Run me in {place}.",
    "{read}",
    "{keys} = (weights[name].astype(np.float32) for name in ({names}))",
    "",
)
READ_PICTURE = """
picture = "{packed}"
pixels = np.frombuffer(zlib.decompress(base64.urlsafe_b64decode(picture)), np.uint8)
X = pixels.astype(np.float32) / 255
"""
READ_BATCH = (
    "",
    'images = np.load("assets/mnist_test.npz")["images"][:{batch}]',
    "images = images.reshape({batch}, 784).astype(np.float32) / 255",
    "others = images[(images != X).any(axis=1)]  # the picture is not to stand there twice",
    "X = np.vstack([X, others[: {others}]])",
    "",
)


def script(scene: Scene) -> str:
    """Return a program that computes the scene's step and prints the number on the screen."""
    steps = scene.trace[: scene.moment.step + 1]
    used = {layer.h for layer, _ in zip(scene.network.layers, steps[2::2], strict=False)}
    head = (
        "import numpy as np\n"
        if scene.digit is None
        else "import base64\nimport zlib\n\nimport numpy as np\n"
    )
    functions = "".join(f"\n\n{untyped(ACTIVATIONS[name])}\n" for name in sorted(used))
    lines = [step.formula for step in steps[1:]]
    what, _ = scene.shown
    numbers = _toy_numbers(scene) if scene.digit is None else _digit_numbers(scene, scene.digit.image)
    return "\n".join(
        [head + functions + ("\n" if used else "") + numbers, *lines, f'print("{what} =", {what})', ""]
    )


def needs(scene: Scene) -> str:
    """Return what the program needs to run, in Markdown."""
    if scene.digit is None:
        return "NumPy alone"
    weights = "your file" if scene.own else "the course's `assets/weights.npz`"
    return f"NumPy, {weights} and `assets/mnist_test.npz`" if scene.is_batch else f"NumPy and {weights}"


def untyped(function: Callable[..., Any]) -> str:
    """Return a function's own source, without its types and its description."""
    tree = ast.parse(inspect.getsource(function))
    definition = next(node for node in tree.body if isinstance(node, ast.FunctionDef))
    definition.body = definition.body[1:]
    text = ast.unparse(_Untyped().visit(tree))
    return text.replace("_floats(", "np.asarray(")  # what is computed here is float already


class _Untyped(ast.NodeTransformer):
    """Takes the types out of a function."""

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.returns = None
        return self.generic_visit(node)

    def visit_arg(self, node: ast.arg) -> ast.AST:
        node.annotation = None
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST | None:
        return ast.copy_location(ast.Assign([node.target], node.value), node) if node.value else None


def _toy_numbers(scene: Scene) -> str:
    arrays = {"X": scene.trace["X"], **scene.network}
    return "\n" + "".join(f"{name} = np.array({_literal(array)})\n" for name, array in arrays.items())


def _literal(array: Array) -> str:
    return repr(np.asarray(array).tolist())


def _digit_numbers(scene: Scene, image: Array) -> str:
    packed = pack(image)
    text = _own_weights(scene, scene.own) if scene.own else _our_weights(scene.network)
    text += READ_PICTURE.format(packed=packed + "=" * (-len(packed) % 4))
    return text + ("\n".join(READ_BATCH).format(batch=BATCH, others=BATCH - 1) if scene.is_batch else "")


def _our_weights(network: Network) -> str:
    names = ", ".join(f'"{name}"' for name in network)
    return "\n".join(READ_WEIGHTS).format(keys=", ".join(network), names=names)


def _own_weights(scene: Scene, own: OwnNetwork) -> str:
    read = ("\n".join(READ_PICKLE) if own.source.pickled else READ_NPZ).format(file=own.file)
    place = "the course's folder, with your file in it" if scene.is_batch else "the folder of your file"
    names = ", ".join(f'"{name}"' for name in own.source.names)
    return "\n".join(READ_OWN_WEIGHTS).format(
        place=place, read=read, keys=", ".join(own.network), names=names
    )
