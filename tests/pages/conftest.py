"""Whatever a test of these does on a page, code of ours starts no thread and no process.

There are none where a browser runs the course by itself. What Streamlit and Altair start where they can is
theirs: the build for the browser (stlite) has its own ways.
"""

from collections.abc import Iterator

import pytest

from tests.support.no_threads import watch


@pytest.fixture(autouse=True)
def started(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What code of ours has started in this test: nothing may be left in it."""
    seen = watch(monkeypatch)
    yield seen
    assert seen == [], "there are no threads and no processes in a browser"
