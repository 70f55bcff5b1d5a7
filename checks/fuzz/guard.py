"""A watch over code that reads hostile input: it opens, starts and fetches nothing."""

import sys
import warnings
from collections.abc import Callable
from typing import Any

FORBIDDEN = ("open", "exec", "os.", "socket.", "subprocess.", "shutil.", "tempfile.", "ctypes.", "pickle.")
"""Audit events, or how they begin, of which reading a content has no need."""

_watching = False
_seen: list[str] = []


def install() -> None:
    """Begin to listen; a hook stays until the process ends."""
    sys.addaudithook(_hook)


def watched(target: Callable[[bytes], None], data: bytes) -> None:
    """Run a target, warnings as errors; raise AssertionError if it did the forbidden."""
    global _watching
    _seen.clear()
    _watching = True
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            target(data)
    finally:
        _watching = False
        assert not _seen, f"This is forbidden: {_seen}"


def _hook(event: str, arguments: tuple[Any, ...]) -> None:
    if _watching and event.startswith(FORBIDDEN) and not _importing():
        _seen.append(f"{event} {arguments!r:.200}")
        raise PermissionError(event)


def _importing() -> bool:
    """Whether Python is loading a module: that opens a file of ours and runs it."""
    frame = sys._getframe(2)
    while frame.f_back is not None:
        if frame.f_code.co_filename.startswith("<frozen importlib"):
            return True
        frame = frame.f_back
    return False
