"""The largest network that is still read: what the pages do with it stays within the budget."""

import io
import pickle
import sys
from pathlib import Path

import numpy as np
import pytest

from nncore import WeightsError, load_network
from nncore.base.budget import NEURONS_A_LAYER, UNPACKED_BYTES, WEIGHTS, WEIGHTS_BYTES
from nncore.weights.files import network_from_arrays
from tests.support.cost import cost_of
from tests.support.weights_files import npz, random_arrays

SECONDS, MEGABYTES = 3, 400
"""What the worst that is allowed may cost; the test fails at three times the seconds."""
WIDE = (874, NEURONS_A_LAYER.most)
"""With one neuron more in the first layer it would have too many weights."""
KNOWN = (1200, 1200)


def packed(hidden: tuple[int, int], activation: str) -> bytes:
    return npz(activation=np.array(activation), **random_arrays(hidden, np.float64, 0.05))


def long_pickle() -> bytes:
    """The oldest protocol, in which bytes are text, made as long as a file may be."""
    arrays: dict[str, object] = {**random_arrays(WIDE, np.float32), "note": ""}
    arrays["note"] = "x" * (WEIGHTS_BYTES.most - len(pickle.dumps(arrays, 0)))
    return pickle.dumps(arrays, 0)


WORST = {
    "as wide and as many as are read": lambda: packed(WIDE, "tanh"),
    "the largest that is known": lambda: packed(KNOWN, "sigmoid"),
    "as long a file as is read": long_pickle,
}
OPEN = """
import sys
from pathlib import Path
from streamlit.testing.v1 import AppTest
from ui.resources import read_all

read_all()
app = AppTest.from_file("app.py", default_timeout=100)
app.session_state["section"] = "Your own network"
app.run()
for page in ("forward", "evaluate"):
    app.switch_page(f"pages/{page}.py").run()
content = Path(sys.argv[1]).read_bytes()
"""
USE = """
app.file_uploader[0].set_value(("mine", content, "")).run()
assert app.success, app.error
app.run()
app.query_params.update(net="digit", batch="batch", of="3", step="Y")
app.switch_page("pages/forward.py").run()
assert not app.exception
assert "The whole batch" in str([element.value for element in app.markdown])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="Linux alone says so where we look")
@pytest.mark.parametrize("name", WORST)
def test_the_worst_that_is_allowed_stays_within_the_budget(name: str, tmp_path: Path) -> None:
    file = tmp_path / "worst"
    file.write_bytes(WORST[name]())
    assert file.stat().st_size <= WEIGHTS_BYTES.most
    cost = cost_of(USE, file, setup=OPEN)
    assert cost.cpu_seconds < 3 * SECONDS
    assert cost.megabytes < MEGABYTES


def test_the_worst_is_the_worst() -> None:
    """Of each row a little more is refused."""
    first, second = WIDE
    assert sum(array.size for array in random_arrays(WIDE).values()) <= WEIGHTS.most
    for hidden, sentence in (
        ((first + 1, second), f"at most {WEIGHTS.most} are read"),
        ((5, second + 1), f"a layer has at most {NEURONS_A_LAYER.most}"),
    ):
        with pytest.raises(WeightsError, match=sentence):
            network_from_arrays(random_arrays(hidden, np.float16))
    arrays = random_arrays() | {"W1": np.zeros((784, UNPACKED_BYTES.most // 784 // 8 + 1))}
    with pytest.raises(WeightsError, match="unpacks to more than"):
        load_network(io.BytesIO(npz(**arrays)))
    assert len(long_pickle()) == WEIGHTS_BYTES.most
    with pytest.raises(WeightsError, match="larger than"):
        load_network(io.BytesIO(long_pickle() + b"."))
