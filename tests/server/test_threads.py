"""A server computes a visitor's products in that visitor's thread; whoever trains has all processors."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
COUNT = """
import os, {module}, numpy as np
x = np.ones((2000, 784), np.float32)
x @ x.T
print(len(os.listdir("/proc/self/task")))
"""


@pytest.mark.skipif(sys.platform != "linux" or os.cpu_count() == 1, reason="Linux counts threads as files")
@pytest.mark.parametrize(("module", "alone"), [("server.errors", True), ("nncore", False)])
def test_one_thread_for_a_product_on_the_server_alone(module: str, *, alone: bool) -> None:
    rest = {name: value for name, value in os.environ.items() if not name.endswith("_NUM_THREADS")}
    code = COUNT.format(module=module)
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=rest, capture_output=True, text=True, check=True
    )
    assert (int(done.stdout) == 1) is alone
