"""What fuzzing begins with and what it found is read again: a value or our own sentence, and nothing else."""

import subprocess
import sys
from pathlib import Path

import pytest

from checks.fuzz.replay import CORPUS
from checks.fuzz.targets import TARGETS

ROOT = Path(__file__).resolve().parent.parent


def test_every_input_that_is_kept_ends_well() -> None:
    command = [sys.executable, "-m", "checks.fuzz.replay"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=100)
    assert done.returncode == 0, done.stderr
    counts = {name: len(list((CORPUS / name).iterdir())) for name in TARGETS}
    assert done.stdout == "".join(f"{name}: {count} inputs\n" for name, count in counts.items())


def test_the_corpus_is_small() -> None:
    sizes = {path: path.stat().st_size for path in CORPUS.rglob("*") if path.is_file()}
    assert {path.parent.name for path in sizes} == set(TARGETS)
    assert max(sizes.values()) <= 20_000
    assert sum(sizes.values()) < 300_000


GUARDED = """
import os, pickle, socket, subprocess, time, warnings
from checks.fuzz import guard

def target(data):
    try:
        {action}
    except Exception:
        pass

guard.install()
guard.CPU_SECONDS, guard.MEGABYTES = 1, 100
guard.watched(target, b"")
"""


@pytest.mark.parametrize(
    ("action", "finding"),
    [
        ("open('/etc/hostname').close()", "open ('/etc/hostname'"),
        ("os.listdir('/')", "os.listdir"),
        ("os.system('true')", "os.system"),
        ("subprocess.run(['true'])", "subprocess.Popen"),
        ("socket.socket()", "socket.__new__"),
        ("exec('1')", "exec"),
        ("pickle.loads(b'cos\\ngetcwd\\n.')", "pickle.find_class"),
        ("while time.process_time() < 3: pass", "This takes too long"),
        ("bytearray(150 << 20)", "This takes too much memory"),
        ("import this", ""),
        ("sum(map(int, '123'))", ""),
    ],
)
def test_the_guard_sees_what_code_does_even_if_that_hides_it(action: str, finding: str) -> None:
    command = [sys.executable, "-c", GUARDED.format(action=action)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    last = done.stderr.splitlines()[-1:]
    assert [line for line in last if finding in line and line.startswith("AssertionError: This")] == last
    assert bool(last) == bool(finding)
