"""Files that are written whole or not at all, whatever interrupts the writing."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


@contextmanager
def whole_file(path: str | Path) -> Iterator[IO[bytes]]:
    """Give a binary file to write to that takes its name only when it is whole.

    It is written beside the old one, so that Ctrl-C, a kill or a full disk leaves that as it was.

    Parameters
    ----------
    path : path
        The name that it will have.
    """
    path = Path(path)
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())  # or a power cut could leave the name without the content
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
