"""The log: one line for each start, upload, refusal and unexpected error.

It is for whoever runs the course. What visitors bring never gets into it: no drawing, no file, no name, no
sentence that a file may have had a word in, and no address of a machine.
"""

import logging
import secrets
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOG = logging.getLogger("gates_to_digits")
UNEXPECTED = (
    "Something went wrong here, and it is not your fault: reload the page, and if it comes back, "
    "tell whoever runs this course the number **{}**."
)
"""What a page says of an error that nobody expected, with the number that the log has too."""


def show_log() -> None:
    """Write the log to standard error. Without this call only errors are written."""
    if not LOG.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(name)s %(message)s"))
        LOG.addHandler(handler)
        LOG.setLevel(logging.INFO)
        LOG.propagate = False


def log_start(seconds: float) -> None:
    """Say that visitors may come, and how long it took to get ready."""
    LOG.info("start: ready after %.1f s", seconds)


def log_upload(what: str, size: int) -> None:
    """Say that something was brought and taken: "a picture", "weights"; its size in bytes."""
    LOG.info("upload: %s, %d bytes", what, size)


def log_refusal(what: str, why: str | BaseException) -> None:
    """Say that something was not taken, and why: in our own fixed words, or the error that told so.

    Of an error only its kind and the line that raised it are kept: its sentence may quote a file.
    """
    LOG.info("refusal: %s, %s", what, why if isinstance(why, str) else _origin(why))


def log_broken(what: BaseException) -> None:
    """Log what is wrong with the course's own files: its sentence names them, and nothing of a visitor."""
    LOG.error("error: %s", what)


def log_error(error: BaseException) -> str:
    """Log what nobody expected, with its traceback; return the number to find it by."""
    number = secrets.token_hex(3)
    LOG.error("error %s: %s", number, _origin(error), exc_info=error)
    return number


def _origin(error: BaseException) -> str:
    """Return an error's kind and the last line of ours that it came through."""
    place, trace = "", error.__traceback__
    while trace is not None:
        file = Path(trace.tb_frame.f_code.co_filename)
        if file.is_relative_to(ROOT) and ".venv" not in file.parts:
            place = f" at {file.relative_to(ROOT).as_posix()}:{trace.tb_lineno}"
        trace = trace.tb_next
    return type(error).__name__ + place
