"""The start of the server: its port, its addresses, and Streamlit, in this process and on any system."""

import os
import socket
import sys
from pathlib import Path

from ui.own_address import own_address

FOLDER = Path(__file__).resolve().parent.parent
"""Where serve.py lies, in the checkout or wherever the course was installed."""


def free_port() -> int:
    """Return the first free port from 8501 on."""
    for port in range(8501, 8601):
        if is_free(port):
            return port
    raise SystemExit("No free port between 8501 and 8600: say which, such as 12345.")


def is_free(port: int) -> bool:
    """Return whether this process may listen on a port, and no other does."""
    with socket.socket() as probe:
        if os.name != "nt":  # on Windows it would take the port from the process that listens
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("", port))
        except OSError:
            return False
    return True


def chosen_port(asked: str, name: str) -> int:
    """Return the port that somebody asks for, or a free one if they name none.

    Parameters
    ----------
    asked : str
        What they typed.
    name : str
        The option, such as ``PORT``, for the sentence that refuses it.

    Raises
    ------
    SystemExit
        If it is no port, or taken.
    """
    asked = asked or str(free_port())
    if not (asked.isascii() and asked.isdecimal()) or not 0 < int(asked) < 65_536:
        raise SystemExit(f"{name} must be a number from 1 to 65535, not {asked!r}.")
    if not is_free(int(asked)):
        raise SystemExit(f"Port {asked} is taken or not yours to take: choose another, or none, with {name}.")
    return int(asked)


def announce(port: int, host: str = "") -> None:
    """Print the course's addresses: on this machine and, unless one host was named, for phones."""
    lines = [f"On this machine:  http://{host or 'localhost'}:{port}"]
    address = None if host else own_address()
    if address:
        lines.append(f"On a phone:       http://{address}:{port}   (in the same network)")
    sys.stdout.write("\nGates to Digits\n  " + "\n  ".join(lines) + "\n  Ctrl-C stops it.\n\n")
    sys.stdout.flush()


def serve(port: int, *options: str) -> None:
    """Run the server until somebody stops it; the options are those of `streamlit run`."""
    from streamlit.web import cli  # here, so that the addresses are printed first

    os.chdir(FOLDER)
    cli.main(["run", "serve.py", f"--server.port={port}", *options], prog_name="streamlit")
