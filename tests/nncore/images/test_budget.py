"""The worst pictures that are still taken: what they cost, in a process of their own."""

import sys
from pathlib import Path

import pytest

from nncore.base.budget import PICTURE_BYTES
from tests.support.cost import cost_of
from tests.support.worst_files import WORST_FILES
from tests.support.worst_pictures import WORST

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Linux alone says so where we look")
CPU_SECONDS, MEGABYTES, PAUSE = 3, 400, 0.2
"""What the table promises; and after how many seconds of work others get their turn."""
SLOWER = 3
"""A busy machine may be so many times slower before a test fails."""

READ = """
longest = 0
steps = nncore.prepare_steps(picture)
while True:
    start = time.process_time()
    try:
        next(steps)
    except StopIteration as end:
        print(len(end.value))
        break
    except ValueError as error:
        print(error)
        break
    finally:
        longest = max(longest, time.process_time() - start)
print(longest)
"""


@pytest.mark.parametrize("kind", list(WORST))
def test_reading_the_worst_pictures_stays_within_the_budget(kind: str) -> None:
    lines = "import sys, time, nncore", "from tests.support.worst_pictures import WORST"
    setup = "\n".join([*lines, "picture = WORST[sys.argv[1]]()"])
    cost = cost_of(READ, kind, setup=setup)
    longest = float(cost.output.split()[-1])
    assert cost.cpu_seconds < CPU_SECONDS * SLOWER
    assert cost.megabytes < MEGABYTES
    assert longest < PAUSE * SLOWER


OPEN = "print(nncore.read_picture(data).shape)"
OPEN_SETUP = "import sys, nncore; data = open(sys.argv[1], 'rb').read()"


@pytest.mark.parametrize("kind", list(WORST_FILES))
def test_opening_the_worst_files_stays_within_the_budget(kind: str, tmp_path: Path) -> None:
    (tmp_path / "picture").write_bytes(data := WORST_FILES[kind]())
    assert len(data) <= PICTURE_BYTES.most
    cost = cost_of(OPEN, tmp_path / "picture", setup=OPEN_SETUP)
    assert cost.output.endswith(", 4)")
    assert cost.cpu_seconds < CPU_SECONDS * SLOWER
    assert cost.megabytes < MEGABYTES
