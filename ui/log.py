"""The log: two lines for each start, one for each upload, refusal and unexpected error.

It is for whoever runs the course, and never holds what visitors bring: no drawing, no file, no name, no
message that may quote a file, and no IP address.
"""

import json
import logging
import os
import secrets
from datetime import UTC, datetime
from pathlib import Path

from ui.language import N_

ROOT = Path(__file__).resolve().parent.parent
SETTING = "GATES_LOG"
"""The environment variable that switches to lines in JSON: ``GATES_LOG=json``."""
LOG = logging.getLogger("gates_to_digits")
UNEXPECTED = N_(
    "Something went wrong here, and it is not your fault: reload the page, and if it comes back, "
    "tell whoever runs this course the number **{}**."
)
"""The message of a page for an unexpected error, with its number in the log."""


class JsonLines(logging.Formatter):
    """Formats a record as a line of JSON: time, level, event, message, and its parts by name."""

    def format(self, record: logging.LogRecord) -> str:
        """Write a line."""
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "message": record.getMessage(),
            **getattr(record, "parts", {}),
        }
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def show_log() -> None:
    """Write the log to standard error. Without this call only errors are written."""
    if not LOG.handlers:
        handler = logging.StreamHandler()
        plain = logging.Formatter("%(asctime)s %(name)s %(message)s")
        handler.setFormatter(JsonLines() if os.environ.get(SETTING) == "json" else plain)
        LOG.addHandler(handler)
        LOG.setLevel(logging.INFO)
        LOG.propagate = False


def log_start(seconds: float) -> None:
    """Log that the server is ready, and how long that took."""
    LOG.info("start: ready after %.1f s", seconds, extra=_parts("start", seconds=round(seconds, 3)))


def log_read(seconds: float) -> None:
    """Log that all assets are read, and how long after the start."""
    LOG.info("read: all after %.1f s", seconds, extra=_parts("read", seconds=round(seconds, 3)))


def log_upload(what: str, size: int) -> None:
    """Log an accepted upload, "a picture" or "weights", with its size in bytes."""
    LOG.info("upload: %s, %d bytes", what, size, extra=_parts("upload", what=what, bytes=size))


def log_refusal(what: str, why: str | BaseException) -> None:
    """Log a refusal and its reason: fixed words of ours, or the error.

    Of an error only its kind and the line that raised it are logged: its message may quote a file.
    """
    reason = why if isinstance(why, str) else _origin(why)
    LOG.info("refusal: %s, %s", what, reason, extra=_parts("refusal", what=what, why=reason))


def log_broken(what: BaseException) -> None:
    """Log an error in the course's own files; its message names them, and nothing of a visitor."""
    LOG.error("error: %s", what, extra=_parts("error"))


def log_error(error: BaseException) -> str:
    """Log an unexpected error with its traceback; return its number."""
    number, origin = secrets.token_hex(3), _origin(error)
    parts = _parts("error", number=number, what=origin)
    LOG.error("error %s: %s", number, origin, exc_info=error, extra=parts)
    return number


def _parts(event: str, **parts: str | float) -> dict[str, dict[str, str | float]]:
    return {"parts": {"event": event, **parts}}


def _origin(error: BaseException) -> str:
    """Return an error's kind and the last line of ours that it came through."""
    place, trace = "", error.__traceback__
    while trace is not None:
        file = Path(trace.tb_frame.f_code.co_filename)
        if file.is_relative_to(ROOT) and ".venv" not in file.parts:
            place = f" at {file.relative_to(ROOT).as_posix()}:{trace.tb_lineno}"
        trace = trace.tb_next
    return type(error).__name__ + place
