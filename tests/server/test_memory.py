"""What many threads have needed at one time or another does not stay in the process."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
THREADS, EACH = 16, 20
"""So many threads, each of which needs so many megabytes for a while, one after the other."""

WORK = f"""
import sys, threading
from pathlib import Path
from server.memory import give_memory_back

def megabytes():
    return int(Path("/proc/self/status").read_text().partition("VmRSS:")[2].split()[0]) / 1024

def need():
    here.wait()  # all threads are there, so that each could have a heap of its own
    with turn:
        blocks = [bytearray(100_000) for _ in range({EACH} * 10)]
        kept.extend(bytearray(600) for _ in range(100))  # what a session keeps lies above them

if sys.argv[1] == "give back":
    give_memory_back()
kept, turn, here = [], threading.Lock(), threading.Barrier({THREADS})
threads = [threading.Thread(target=need) for _ in range({THREADS})]
before = megabytes()
for thread in threads: thread.start()
for thread in threads: thread.join()
print(megabytes() - before)
"""


def left(way: str) -> float:
    """Return how many megabytes the threads have left behind."""
    done = subprocess.run(
        [sys.executable, "-c", WORK, way], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return float(done.stdout)


@pytest.mark.skipif(sys.platform != "linux", reason="glibc's setting")
def test_threads_share_what_they_need_one_after_the_other() -> None:
    assert left("give back") < 4 * EACH
    assert left("keep") > 4 * EACH  # else this test could not fail
