"""What a piece of work costs: CPU seconds and memory, measured in a process of its own."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent

CHILD = """
import sys, time
from pathlib import Path

def megabytes(name):
    return int(Path("/proc/self/status").read_text().partition(name)[2].split()[0]) / 1024

setup, work = sys.argv.pop(1), sys.argv.pop(1)
names = {}
exec(setup, names)
Path("/proc/self/clear_refs").write_text("5")  # the highest memory begins anew
rest, start = megabytes("VmRSS:"), time.process_time()
exec(work, names)
print()
print(time.process_time() - start, megabytes("VmHWM:") - rest)
"""


@dataclass(frozen=True)
class Cost:
    """What some work took, all threads together.

    Attributes
    ----------
    cpu_seconds : float
        Of one core.
    megabytes : float
        The most memory, above what the process had before.
    """

    cpu_seconds: float
    megabytes: float


def cost_of(work: str, *arguments: object, setup: str) -> Cost:
    """Run Python source in a process of its own and return what it cost; Linux only.

    What `setup` does (imports, input) is not counted. Both see the arguments, as text, in `sys.argv[1:]`.
    """
    command = [sys.executable, "-c", CHILD, setup, work, *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    cpu_seconds, megabytes = map(float, done.stdout.splitlines()[-1].split())
    return Cost(cpu_seconds, megabytes)
