"""The worst of everything that a visitor may bring, and what is done with it."""

import pickle
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np

from checks.limits.bombs import BOMBS
from nncore.base.limits import NEURONS_A_LAYER, WEIGHTS_BYTES
from tests.support.weights_files import npz, random_arrays
from tests.support.worst_files import WORST_FILES
from tests.support.worst_pictures import WORST


@dataclass(frozen=True)
class Worst:
    """A piece of work, in a process of its own.

    Attributes
    ----------
    work : str
        Python source of what is measured.
    setup : str
        What comes before it: imports and input.
    content : callable
        Makes a file, whose path the source finds in ``sys.argv[1]``.
    megabytes : float
        So much memory it may take above rest.
    """

    work: str
    setup: str
    content: Callable[[], bytes] = bytes
    megabytes: float = 400


IN_TURNS = """
def in_turns(steps):
    "Go through steps; each must end soon, so that others get their turn."
    last = None
    while True:
        start = time.process_time()
        step = next(steps, None)
        assert time.process_time() - start < 0.6, "others wait too long"
        if step is None:
            return last
        last = step
"""
PICTURE = "import time, nncore\nfrom tests.support.worst_pictures import WORST\n" + IN_TURNS
READ = """
def read():
    try:
        yield from nncore.prepare_steps(picture)
    except ValueError as error:
        print(error)
in_turns(read())
"""
OPEN = "import sys, nncore; data = open(sys.argv[1], 'rb').read(); nncore.read_picture"
REFUSE = """
try: nncore.load_network(sys.argv[1])
except nncore.WeightsError as error: assert not isinstance(error.__cause__, MemoryError)
else: sys.exit("not refused")
"""
BOUNDED = """
import resource, sys, nncore
nncore.load_network
resource.setrlimit(resource.RLIMIT_DATA, (2**30, 2**30))  # so that a bomb that does go off hurts nobody
resource.setrlimit(resource.RLIMIT_CPU, (30, 30))
"""

WIDEST = (874, NEURONS_A_LAYER)
"""With one neuron more in the first layer it would have too many weights."""


def packed(hidden: tuple[int, int]) -> bytes:
    """Return a .npz of a network with so many hidden neurons."""
    return npz(activation=np.array("tanh"), **random_arrays(hidden, np.float64, 0.05))


def long_pickle() -> bytes:
    """Return a pickle of the oldest protocol, in which bytes are text, as long as a file may be."""
    arrays: dict[str, object] = {**random_arrays(WIDEST, np.float32), "note": ""}
    arrays["note"] = "x" * (WEIGHTS_BYTES - len(pickle.dumps(arrays, 0)))
    return pickle.dumps(arrays, 0)


BRING = """
import sys
from pathlib import Path
from streamlit.testing.v1 import AppTest
from ui.resources import read_all

read_all()
app = AppTest.from_file("app.py", default_timeout=100)
app.run()
for page in ("forward", "evaluate"):
    app.switch_page(f"pages/{page}.py").run()
app.query_params["at"] = "own-network"
app.run()
content = Path(sys.argv[1]).read_bytes()
"""
USE = """
app.file_uploader[0].set_value(("mine", content, "")).run()
assert app.success, app.error
app.run()
app.query_params.update(at="many-at-once", of="3", step="Y")
app.switch_page("pages/forward.py").run()
assert not app.exception
"""
ROW_OF_60 = """
import numpy as np
from tests.support.worst_pictures import lines_of_60
from tests.support.app import finished, opened
from ui.state.picture import Picture, PictureState
row = lines_of_60()
picture = Picture(np.dstack([row, row, row, np.full_like(row, 255)]), "your file", 0)
state = {"picture state": PictureState(picture, 1)}
opened("pages/draw.py")
"""
SHOW_60 = """
page = finished(opened("pages/draw.py", **state))
assert not page.exception
assert len(picture.digits) == 60
"""
REPORT = """
import io, json
import numpy as np
from PIL import Image
from ui.limits import CANVAS_BYTES, CANVAS_POINTS, CANVAS_STROKES
from tests.support.canvas_messages import reported, stroke
from ui.state.canvas_report import read_report
from ui.state.drawing import Drawing, digits_of
noise = np.random.default_rng(0).integers(0, 256, (280, 280, 4), np.uint8)
noise[..., 3] = 255
noise[60:] = 255
file = io.BytesIO()
Image.fromarray(noise).save(file, "PNG")
picture = file.getvalue() + bytes(CANVAS_BYTES - len(file.getvalue()) - 9)
each = CANVAS_POINTS // CANVAS_STROKES
strokes = [stroke(path=[["Q", 1, 2, 3, 4]] * each)] * CANVAS_STROKES
message = json.dumps(reported(*strokes, picture=picture))
read_report(reported(stroke()), None)
"""
TAKE_REPORT = """
drawing = Drawing(version=3)
drawing.report(read_report(json.loads(message), None))
digits_of(drawing.sheet)
assert len(drawing.sheet.marks) == CANVAS_STROKES
"""
LINKS = """
import zlib
from base64 import urlsafe_b64encode
from ui.limits import ADDRESS_CHARACTERS
from ui.address.settings import PARAMETERS
most = ADDRESS_CHARACTERS
bomb = urlsafe_b64encode(zlib.compress(bytes(7_000_000), 9)).decode().rstrip("=")
texts = ["9" * most, "9;" * (most // 2), "1," * 15 + "9" * 900, bomb]
texts += ["." * most, "_" * most, "\\u202e" * most]
"""
READ_LINKS = """
for row in PARAMETERS.values():
    for text in texts:
        for said in ([text], text.split(";")[:900]):
            row.kind.read(said)
"""
SHEETS = """
from ui.limits import PUPILS
from ui.address.settings import SHEETS
from ui.teach.worksheets.printed import Order
order = Order(tuple(SHEETS), range(10_000 - PUPILS, 10_000), "https://" + "x" * 2000 + "/")
"""
MAKE_SHEETS = "assert order.answers().count('<article') == PUPILS * len(SHEETS)"
PAINT = """
from ui.limits import PAINTED_POINTS
from tests.support.learn_page import opened
app = opened("own-points", hidden="3", neurons="8", mini="200")
app.session_state["learn state"].painted = tuple((k / 400, 0.5, k % 2) for k in range(PAINTED_POINTS))
"""
LEARN = """
app.run()
app.button(key="own_step").click().run()
assert not app.exception
"""
GALLERY = """
import numpy as np
from nncore import Gallery, load_images, nearest
gallery, rng = Gallery.of(load_images("train")[0][:50_000]), np.random.default_rng(0)
pictures = [np.zeros((28, 28), np.uint8), np.full((28, 28), 255, np.uint8)]
pictures += [(np.indices((28, 28)).sum(axis=0) % 2 * 255).astype(np.uint8)]
pictures += [rng.integers(0, 256, (28, 28), np.uint8) for _ in range(20)]
"""
FOUR_FILES = """
import io, threading
from PIL import Image
from server.memory import give_memory_back
from ui.state.picture import bring_picture
give_memory_back()  # as the server does
Image.new("RGB", (7000, 7000), "white").save(file := io.BytesIO(), "PNG")
"""
OPEN_TOGETHER = """
several = [threading.Thread(target=bring_picture, args=(file.getvalue(), "your file")) for _ in range(4)]
for each in several:
    each.start()
for each in several:
    each.join()
"""
SEARCH = "for picture in pictures: nearest(gallery, picture, 6)"

TABLE = {
    **{f"{name}, read": Worst(READ, PICTURE + f"picture = WORST[{name!r}]()") for name in WORST},
    **{
        f"{name}, opened": Worst("assert nncore.read_picture(data).shape[2] == 4", OPEN, content)
        for name, content in WORST_FILES.items()
    },
    **{
        f"{name}, refused": Worst(REFUSE, BOUNDED, partial(bytes, bomb), megabytes=60)
        for name, bomb in BOMBS.items()
    },
    "as wide and as many weights as are read": Worst(USE, BRING, partial(packed, WIDEST)),
    "the largest network that is known": Worst(USE, BRING, partial(packed, (1200, 1200))),
    "as long a weights file as is read": Worst(USE, BRING, long_pickle),
    "large pictures of four visitors at once": Worst(OPEN_TOGETHER, FOUR_FILES),
    "a page with 60 digits": Worst(SHOW_60, ROW_OF_60),
    "the longest report of the canvas": Worst(TAKE_REPORT, REPORT),
    "the longest settings of a link": Worst(READ_LINKS, LINKS),
    "worksheets for a whole class": Worst(MAKE_SHEETS, SHEETS),
    "as many points as may be painted": Worst(LEARN, PAINT),
    "the farthest pictures to look for": Worst(SEARCH, GALLERY),
}
