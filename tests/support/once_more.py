"""What fails in a real browser, or among several processes, is tried again: busy machines are no failure."""

from collections.abc import Sequence
from pathlib import Path

import pytest


def once_more(items: Sequence[pytest.Item], folder: Path) -> None:
    """Let the tests in a folder have a second try; the summary names those that took it."""
    for item in items:
        if item.path.parent == folder:
            item.add_marker(pytest.mark.flaky(reruns=1))
