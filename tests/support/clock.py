"""A clock for tests of what takes time."""


class Clock:
    """A clock that stands still until it is told the time."""

    now = 0.0

    def __call__(self) -> float:
        return self.now
