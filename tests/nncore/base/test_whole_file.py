"""Whatever stops a program that writes a file, the file is the old one or the new, never a part of one."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from nncore.base.assets import ASSETS
from nncore.base.whole_file import whole_file

KILLED = """
import os, signal, sys
from nncore.base.whole_file import whole_file
with whole_file(sys.argv[1]) as file:
    file.write(b"half of the n")
    file.flush()
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "file").write_bytes(b"old")
    return tmp_path / "file"


def test_the_new_file_takes_the_place_of_the_old_when_it_is_whole(path: Path) -> None:
    with whole_file(path) as file:
        file.write(b"new")
        file.flush()
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("stop", [OSError, KeyboardInterrupt])
def test_an_error_or_ctrl_c_leaves_the_old_file_and_nothing_beside_it(path: Path, stop) -> None:
    def write() -> None:
        with whole_file(path) as file:
            file.write(b"half of the n")
            raise stop

    with pytest.raises(stop):
        write()
    assert path.read_bytes() == b"old"
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no SIGKILL here")
def test_a_writer_that_is_killed_leaves_the_old_file(path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, path], cwd=ASSETS.parent)
    assert done.returncode == -signal.SIGKILL
    assert path.read_bytes() == b"old"
