"""Several processes of the course behind HAProxy, on one machine: what `WORKERS=4 make run` starts.

A process that ends is started again on its port, where its visitors' cookies lead.
"""

import os
import secrets
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType

from server.launch import is_free
from tools.programs import find_haproxy

ROOT = Path(__file__).resolve().parent.parent
CONFIGURATION = ROOT / "deploy/haproxy/haproxy.cfg"
FIRST_PORT = 18_501
"""The processes listen from here on: below the ports that systems hand out by themselves."""
AT_ONCE = 10.0
"""Seconds. What ends sooner by itself, with an error, could not start and would end again."""
LEAVE = 10.0
"""Seconds that each has to end once all are asked to: server/stop.py takes three."""


def wanted(environment: Mapping[str, str]) -> int:
    """Return how many processes WORKERS asks for, behind HAProxy; 0 if it is not set: then one without it.

    Raises
    ------
    SystemExit
        If it is no such number, or there is no HAProxy.
    """
    workers = environment.get("WORKERS", "")
    if not workers:
        return 0
    if not workers.isdecimal() or not 0 < int(workers) <= 64:
        raise SystemExit(f"WORKERS must be a number from 1 to 64, not {workers!r}.")
    if find_haproxy() is None:
        raise SystemExit(
            f"WORKERS={workers} needs HAProxy: install the package haproxy, or leave WORKERS out."
        )
    return int(workers)


def serve(count: int, port: int, options: Sequence[str] = ()) -> None:
    """Start so many processes, and HAProxy on a port before them; return when asked to stop.

    Parameters
    ----------
    count, port : int
    options : sequence of str
        Of each process, as `streamlit run` takes them.

    Raises
    ------
    SystemExit
        If one of them cannot start.
    """
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _stop)
    with TemporaryDirectory(prefix="gates-") as folder:
        ports = list(islice(filter(is_free, range(FIRST_PORT, 2**16)), count))
        processes = _Processes(Path(folder), ports, port, options)
        try:
            processes.keep()
        except KeyboardInterrupt:
            pass
        finally:
            processes.end()


def _stop(_: int, __: FrameType | None) -> None:
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)  # all processes have got it already
    raise KeyboardInterrupt


class _Processes:
    """The processes that run, by their numbers."""

    def __init__(self, folder: Path, ports: Sequence[int], public: int, options: Sequence[str]) -> None:
        self._options = options
        self._environment = {
            "STREAMLIT_SERVER_COOKIE_SECRET": secrets.token_hex(32),
            "GATES_BIND": f":{public}",
            "GATES_ADMIN": str(folder / "admin"),
            "GATES_WARM": "1",
            **os.environ,
        }
        servers = folder / "servers.cfg"
        servers.write_text("backend course\n" + "".join(f"    server app{p} 127.0.0.1:{p}\n" for p in ports))
        self._running: dict[int, tuple[subprocess.Popen[bytes], int, float]] = {}
        for port in ports:
            self._start(port)
        files = [str(part) for file in (CONFIGURATION, servers) for part in ("-f", file)]
        self._proxy = subprocess.Popen([str(find_haproxy()), "-db", *files], env=self._environment)

    def _start(self, port: int) -> None:
        command = [sys.executable, "-m", "streamlit", "run", "serve.py", *self._options]
        here = [f"--server.port={port}", "--server.address=127.0.0.1", "--server.headless=true"]
        process = subprocess.Popen([*command, *here], cwd=ROOT, env=self._environment)
        self._running[process.pid] = process, port, time.monotonic()

    def keep(self) -> None:
        """Start each process again that ends."""
        while True:
            ended, status = os.wait()
            if ended == self._proxy.pid:
                raise SystemExit("HAProxy has ended: what it said stands above.")
            _, port, begun = self._running.pop(ended)
            if os.waitstatus_to_exitcode(status) > 0 and time.monotonic() - begun < AT_ONCE:
                raise SystemExit("A process of the course could not start: what it said stands above.")
            self._start(port)

    def end(self) -> None:
        """End all, HAProxy first: who is still there then sees that nobody answers, not an error."""
        everybody = [self._proxy, *(process for process, _, _ in self._running.values())]
        for process in everybody:
            process.terminate()
        for process in everybody:
            try:
                process.wait(LEAVE)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
