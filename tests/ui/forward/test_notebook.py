"""The notebook of a program is one that readers of notebooks take, and prints what the program prints."""

import subprocess
import sys

import nbformat
import numpy as np
import pytest

from nncore import Network, init_network, load_images, load_network
from tests.ui.forward.test_script import ROOT, output, scene
from ui.forward.program import notebook, script

IMAGE = load_images("test")[0][8]
RUN = """
import sys
import nbformat
place = {}
for cell in nbformat.reads(sys.stdin.read(), 4).cells:
    if cell.cell_type == "code":
        exec(cell.source, place)
"""


@pytest.mark.parametrize(
    ("network", "x", "step", "image"),
    [
        (init_network(), np.array([1.0, 0.5]), 6, None),
        (load_network(), IMAGE.ravel().astype(np.float32) / 255, 2, IMAGE),
    ],
    ids=["toy", "digit"],
)
def test_the_cells_print_what_the_program_prints(
    network: Network, x: np.ndarray, step: int, image: np.ndarray | None
) -> None:
    shown = scene(network, x, step, image)
    text = notebook(script(shown), "What it is.")
    file = nbformat.reads(text, 4)  # type: ignore[no-untyped-call]
    nbformat.validate(file)
    assert [cell.cell_type for cell in file.cells[:2]] == ["markdown", "code"]
    assert len(file.cells) > 3
    ran = subprocess.run(
        [sys.executable, "-c", RUN], input=text, capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert ran.stdout.strip() == output(shown)
