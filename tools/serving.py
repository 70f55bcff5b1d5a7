"""The app as `make run` serves it, in a process of its own, for the tests that need the whole of it."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 120
"""Seconds that a server has to start, and to stop: three of them on a busy machine."""


def free_port() -> int:
    """Return a free port."""
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        return int(probe.getsockname()[1])


@contextmanager
def started(
    command: Sequence[str], log: Path, environment: Mapping[str, str], folder: Path = ROOT
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a command until the block ends, and end what it has started with it; a log gets what it says."""
    with log.open("ab") as file:
        own = {**os.environ, **environment}
        process = subprocess.Popen(
            command, cwd=folder, stdout=file, stderr=file, env=own, start_new_session=True
        )
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(PATIENCE)
        finally:
            process.kill()
            process.wait()


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
    with started(command, log, {"PORT": str(port), **environment}) as process:
        wait_until(lambda: answers(port), log, process)
        yield f"http://localhost:{port}", process


def wait_until(
    condition: Callable[[], object], log: Path, process: subprocess.Popen[bytes] | None = None
) -> None:
    """Wait for a condition, as long as a process goes on if one is named."""
    deadline = time.monotonic() + PATIENCE
    while not condition():
        if (process and process.poll() is not None) or time.monotonic() > deadline:
            raise AssertionError(f"This does not come:\n{log.read_text()}")
        time.sleep(0.1)


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
