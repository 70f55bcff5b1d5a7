"""Large pictures that several visitors bring together take the memory of one."""

import sys

import pytest

from tests.support.cost import cost_of

SETUP = """
import io, threading
from PIL import Image
from server.memory import give_memory_back
from ui.state.picture import bring_picture

give_memory_back()  # as the server does
file = io.BytesIO()
Image.new("RGB", (7000, 7000), "white").save(file, "PNG")
"""
TOGETHER = """
several = [threading.Thread(target=bring_picture, args=(file.getvalue(), "your file")) for _ in range(4)]
for each in several:
    each.start()
for each in several:
    each.join()
"""
MEGABYTES = 400
"""What a picture may take while it is unpacked."""


@pytest.mark.skipif(sys.platform != "linux", reason="Linux alone says so where we look")
def test_they_are_unpacked_one_at_a_time() -> None:
    assert cost_of(TOGETHER, setup=SETUP).megabytes < MEGABYTES
