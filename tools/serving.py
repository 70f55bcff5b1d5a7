"""The app as `make run` serves it, in a process of its own, for the tests that need the whole of it."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 60
"""Seconds that a server has to start, and to stop."""


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(
    log: Path, port: int | None = None, script: str | None = None, **environment: str
) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """Serve the app until the block ends; give its address and its process. The log is added to.

    Parameters
    ----------
    log : Path
        Where its output goes.
    port : int, optional
        By default a free one.
    script : str, optional
        A page of Streamlit to serve instead, a path in the checkout.
    environment : str
        What else stands in its environment.
    """
    port = port or free_port()
    start = ["streamlit", "run", script, f"--server.port={port}"] if script else ["tools.run"]
    command = [sys.executable, "-m", *start, "--server.headless=true"]
    log.parent.mkdir(exist_ok=True)
    with log.open("a") as file:
        own = os.environ | {"PORT": str(port)} | environment
        process = subprocess.Popen(command, cwd=ROOT, stdout=file, stderr=subprocess.STDOUT, env=own)
    try:
        _wait_for(port, process, log)
        yield f"http://localhost:{port}", process
    finally:
        process.terminate()
        try:
            process.wait(timeout=PATIENCE)
        finally:
            process.kill()
            process.wait()


def _wait_for(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < deadline:
        if answers(port):
            return
        time.sleep(0.1)
    raise AssertionError(f"The app did not start:\n{log.read_text()}")


def answers(port: int, base: str = "") -> bool:
    """Whether an app serves this port, below a path if one is named."""
    connection = http.client.HTTPConnection("localhost", port, timeout=5)
    try:
        connection.request("GET", f"{base}/_stcore/health")
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()
