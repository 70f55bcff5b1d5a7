"""The end of the server: it waits for no visitor's connection longer than a moment."""

import os
import signal
import threading
from types import FrameType

GRACE = 3
"""Seconds that unfinished answers have once the server is asked to stop."""


def stop_in_time() -> None:
    """End the process a moment after it is asked to stop, whatever is still open.

    Otherwise the server waits for ever for a visitor who does not take an answer.
    """
    stop = signal.getsignal(signal.SIGTERM)  # the server's own way, which SIGINT has too

    def stop_or_end(number: int, frame: FrameType | None) -> None:
        end = threading.Timer(GRACE, os._exit, [0])
        end.daemon = True
        end.start()
        if callable(stop):
            stop(number, frame)

    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, stop_or_end)
