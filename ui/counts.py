"""What is counted for whoever runs the course; `server.figures` tells it."""

from threading import Lock


class Count:
    """How often something happened since the start."""

    def __init__(self) -> None:
        self.value = 0
        self._lock = Lock()

    def add(self, number: int = 1) -> None:
        """Count so many more."""
        with self._lock:
            self.value += number


STROKES = Count()
"""Strokes drawn on a canvas."""
ERRORS = Count()
"""Errors that nobody expected, or in files of our own."""
REFUSALS = Count()
"""What was brought or asked for, and not taken."""
UPLOADS = Count()
"""Files that were taken."""
