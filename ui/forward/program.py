"""The whole program behind one number on the page, as a script or a notebook: it runs on its own."""

import json
import re
from itertools import islice

import numpy as np

from nncore import Array
from ui.address.packed import pack
from ui.forward.scene import BATCH, Scene

FUNCTIONS = {
    "step_function": "return (a > 0).astype(int)",
    "sigmoid": """with np.errstate(over="ignore"):
        return 1 / (1 + np.exp(-a))""",
    "relu": "return np.maximum(0, a)",
    "tanh": "return np.tanh(a)",
    "identity_function": "return a",
    "softmax": """exp_a = np.exp(a - a.max(axis=-1, keepdims=True))
    return exp_a / exp_a.sum(axis=-1, keepdims=True)""",
}
"""What each activation of the course does, by its name."""
PICKLED = """# Your file is a pickle, and NumPy runs whatever a pickle asks for:
# load only one that you trust.
"""
WEIGHTS = """
# Run me in {place}.
{warning}weights = np.load({file!r}{options})
{keys} = (weights[name].astype(np.float32) for name in {names})

picture = "{picture}"
pixels = np.frombuffer(zlib.decompress(base64.urlsafe_b64decode(picture)), np.uint8)
X = pixels.astype(np.float32) / 255
"""
OTHERS = f"""
images = np.load("assets/mnist_test.npz")["images"][:{BATCH}]
images = images.reshape({BATCH}, 784).astype(np.float32) / 255
others = images[(images != X).any(axis=1)]  # the picture is not to stand there twice
X = np.vstack([X, others[: {BATCH - 1}]])
"""
IN_PYTORCH = """\
import numpy as np, torch
weights = np.load("assets/weights.npz")  # run me in the course's folder
layers = []
for n in (1, 2, 3):
    W, b = torch.from_numpy(weights[f"W{n}"]), torch.from_numpy(weights[f"b{n}"])
    layers += [torch.nn.Linear(*W.shape), torch.nn.Sigmoid()]
    layers[-2].load_state_dict({"weight": W.T, "bias": b})
network = torch.nn.Sequential(*layers[:-1], torch.nn.Softmax(dim=-1))
X = torch.from_numpy(np.load("assets/mnist_test.npz")["images"].reshape(-1, 784) / np.float32(255))
print(network(X[:10]).argmax(dim=1))
"""
"""The network that ships, in ten lines of PyTorch: the same answers."""


def script(scene: Scene) -> str:
    """Return a program that computes the scene's step and prints the number on the screen."""
    steps = scene.trace[: scene.step + 1]
    used = {layer.h for layer in islice(scene.network.layers, scene.step // 2)}
    imports = ["import base64", "import zlib", ""] if scene.digit else []
    functions = [f"\n\ndef {h}(a):\n    {FUNCTIONS[h]}" for h in sorted(used)]
    numbers = _of_digit(scene, scene.digit.image) if scene.digit else _of_book(scene)
    lines, (what, _printed) = [step.formula for step in steps[1:]], scene.shown
    gap = ["\n"] if used else []
    parts = [*imports, "import numpy as np", *functions, *gap, numbers, *lines, f'print("{what} =", {what})']
    return "\n".join([*parts, ""])


def notebook(program: str, words: str) -> str:
    """Return a program as an .ipynb file, plain JSON: what it is, in Markdown, then a cell a paragraph."""
    parts = re.split(r"\n{2,}(?=\S)", program.strip())
    code: dict[str, object] = {"cell_type": "code", "execution_count": None, "outputs": []}
    first: dict[str, object] = {"cell_type": "markdown", "source": words}
    cells = [first, *(code | {"source": part} for part in parts)]
    named = [{"id": f"cell-{place}", "metadata": {}, **cell} for place, cell in enumerate(cells)]
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    file = {"cells": named, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(file, ensure_ascii=False, indent=1)


def _of_book(scene: Scene) -> str:
    arrays = {"X": scene.trace["X"], **scene.network}
    return "\n" + "".join(
        f"{name} = np.array({np.asarray(each).tolist()})\n" for name, each in arrays.items()
    )


def _of_digit(scene: Scene, image: Array) -> str:
    """Return the lines that read weights and picture, and for a batch the images beside it."""
    own, picture = scene.own, pack(image)
    pickled, folder = own is not None and own.source.pickled, "the course's folder"
    if own:
        folder = f"{folder}, with your file in it" if scene.is_batch else "the folder of your file"
    text = WEIGHTS.format(
        place=folder,
        warning=PICKLED if pickled else "",
        file=own.file if own else "assets/weights.npz",
        options=', allow_pickle=True, encoding="latin1"' if pickled else "",
        keys=", ".join(scene.network),
        names=own.source.names if own else tuple(scene.network),
        picture=picture + "=" * (-len(picture) % 4),
    )
    return text + OTHERS if scene.is_batch else text
