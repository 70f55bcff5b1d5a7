"""Long work in short steps: a generator that pauses again and again, and returns its result at the end.

The caller may stop it between two steps, or let others go first.
"""

from collections.abc import Generator
from typing import TypeVar

T = TypeVar("T")
Steps = Generator[None, None, T]
"""Work that pauses, by `yield`, at least every 0.2 seconds."""


def finish(steps: Steps[T]) -> T:
    """Do all steps at once and return the result."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value
