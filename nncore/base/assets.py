"""The files that ship with the course, read from ``assets/`` and held against their checksums.

``assets/README.md`` has the origin of each, ``assets/SHA256SUMS`` its SHA-256: a reader gets
what was shipped, to the last bit, or one sentence that says how to restore it.
"""

import hashlib
import io
from pathlib import Path

import numpy as np

from nncore.base.refusal import Refused
from nncore.base.whole_file import whole_file
from nncore.types import Array

ASSETS = Path(__file__).resolve().parent.parent.parent / "assets"
CHECKOUT = (ASSETS.parent / "pyproject.toml").exists()
"""Whether this is the repository, not an installed copy."""
SUMS = "SHA256SUMS"
"""The file of checksums, as the command sha256sum writes and checks it."""


class AssetError(Refused):
    """A file that ships with the course is not as it should be; the message says how to restore it."""


def read_asset(name: str, *keys: str) -> tuple[Array, ...]:
    """Return the named arrays of one .npz file in ``assets/``.

    Raises
    ------
    AssetError
        If the file is missing, unreadable or damaged; the message says how to restore it.
    """
    content = asset_bytes(name)
    try:
        with np.load(io.BytesIO(content), allow_pickle=False) as file:
            return tuple(file[key] for key in keys)
    # NumPy and zipfile raise a dozen types of error for a damaged file; to a user they are one.
    except Exception as error:
        raise _broken(name) from error


def asset_bytes(name: str) -> bytes:
    """Return what a file in ``assets/`` holds, if that is what was shipped.

    Raises
    ------
    AssetError
        If it is missing, unreadable or another; the message says how to restore it.
    """
    content, sums = _read(name), checksums()
    if hashlib.sha256(content).hexdigest() != sums.get(name):
        raise _broken(name if name in sums else SUMS)
    return content


def checksums() -> dict[str, str]:
    """Return the SHA-256 of each file that ships, by its name."""
    lines = _read(SUMS).decode("ascii", "replace").splitlines()
    return {name: sum_ for sum_, _, name in (line.partition("  ") for line in lines)}


def left_out(name: str) -> bool:
    """Whether a build left a file out by design: it is neither there nor among the checksums.

    Raises
    ------
    AssetError
        If it is not there, and neither are the checksums.
    """
    return not (ASSETS / name).exists() and name not in checksums()


def note_checksums(*names: str) -> None:
    """Write down the checksums of files that were made anew."""
    new = {name: hashlib.sha256((ASSETS / name).read_bytes()).hexdigest() for name in names}
    with whole_file(ASSETS / SUMS) as file:
        for name, sum_ in sorted((checksums() | new).items()):
            file.write(f"{sum_}  {name}\n".encode())


def _read(name: str) -> bytes:
    try:
        return (ASSETS / name).read_bytes()
    except PermissionError as error:
        raise AssetError(
            "assets/{name} is unreadable: let everybody read it with `chmod a+r assets/{name}`.", name=name
        ) from error
    except OSError as error:
        raise _broken(name) from error


def _broken(name: str) -> AssetError:
    if CHECKOUT:
        return AssetError(
            "assets/{name} is missing or damaged: restore it with `git checkout -- assets/{name}`.", name=name
        )
    return AssetError("assets/{name} is missing or damaged: install Gates to Digits again.", name=name)
