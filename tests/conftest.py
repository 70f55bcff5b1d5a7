"""Settings that all tests share."""

from collections.abc import Iterator

import pytest
from hypothesis import settings

from ui.work import LINE

# The same examples in every run, and no deadline: a busy machine is no failure.
settings.register_profile("course", deadline=None, derandomize=True, max_examples=60)
settings.load_profile("course")


@pytest.fixture(autouse=True)
def nobody_waits() -> Iterator[None]:
    """Let no test wait for work that another one has left."""
    yield
    LINE._asked.clear()
