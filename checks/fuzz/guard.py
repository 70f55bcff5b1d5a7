"""A watch over code that reads hostile input: it opens, starts and fetches nothing, and costs little."""

import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

FORBIDDEN = ("open", "exec", "os.", "socket.", "subprocess.", "shutil.", "tempfile.", "ctypes.", "pickle.")
"""Audit events, or how they begin, of which reading a content has no need."""
CPU_SECONDS, MEGABYTES = 9.0, 1200.0
"""Three times what the worst input may take: only a hang or a bomb gets there."""

_watching = False
_seen: list[str] = []


def install() -> None:
    """Begin to listen; a hook stays until the process ends."""
    sys.addaudithook(_hook)


def watched(target: Callable[[bytes], None], data: bytes) -> None:
    """Run a target, warnings as errors; raise AssertionError if it did the forbidden, or cost too much."""
    global _watching
    _seen.clear()
    start, before = time.process_time(), _megabytes(reset=True)
    _watching = True
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            target(data)
    finally:
        _watching = False
        assert not _seen, f"This is forbidden: {_seen}"
    assert time.process_time() - start < CPU_SECONDS, "This takes too long"
    assert _megabytes() - before < MEGABYTES, "This takes too much memory"


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


def _megabytes(reset: bool = False) -> float:
    """Return the most memory that this process has had since the last reset; 0 where Linux does not tell."""
    if not Path("/proc/self/clear_refs").exists():
        return 0.0
    if reset:
        Path("/proc/self/clear_refs").write_text("5")
    return int(Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0]) / 1024
