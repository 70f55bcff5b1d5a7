"""What starts a thread or a process, seen where Python itself does so: no way of its library is missed."""

import _posixsubprocess
import _thread
import os
import subprocess
import sys
import sysconfig
import threading
from collections.abc import Callable

import pytest

from nncore.base.assets import ASSETS

STARTS = {
    # threading and subprocess keep names of their own; which, differs from one Python to the next.
    _thread: ("start_new_thread", "start_joinable_thread"),
    threading: ("_start_new_thread", "_start_joinable_thread"),
    _posixsubprocess: ("fork_exec",),
    subprocess: ("_fork_exec",),
    os: ("fork", "forkpty", "posix_spawn", "posix_spawnp", "system"),
}
ROOT = ASSETS.parent
OURS = tuple(str(ROOT / name) for name in ("app.py", "pages", "ui", "nncore"))
LIBRARY = (sysconfig.get_path("stdlib"), "<frozen", __file__)
"""What may stand between who starts something and the start: Python's own modules."""
PACKAGES = sysconfig.get_path("purelib")


def watch(patch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that grows by the line of ours that starts something, as long as the patch holds."""
    seen: list[str] = []

    def watched(original: Callable[..., object], name: str) -> Callable[..., object]:
        def start(*args: object, **kwargs: object) -> object:
            if starter := _starter():
                seen.append(f"{name} at {starter}")
            return original(*args, **kwargs)

        return start

    for module, names in STARTS.items():
        for name in names:
            if hasattr(module, name):
                patch.setattr(module, name, watched(getattr(module, name), name))
    return seen


def _starter() -> str:
    frame = sys._getframe(1)
    while frame.f_back and _is_librarys(frame.f_code.co_filename):
        frame = frame.f_back
    file = frame.f_code.co_filename
    return f"{file}:{frame.f_lineno}" if file.startswith(OURS) else ""


def _is_librarys(file: str) -> bool:
    return file.startswith(LIBRARY) and not file.startswith(PACKAGES)
