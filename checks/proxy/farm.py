"""Several processes behind HAProxy, for tests and benchmarks: which serves whom, and when one is back."""

import csv
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tools.serving import ROOT, answers, free_port

PATIENCE = 120.0
"""Seconds that the processes have to start: three of them on a machine that is busy with other things."""


@dataclass(frozen=True)
class Farm:
    """What `WORKERS=3 make run` has started.

    Attributes
    ----------
    address : str
        Where visitors come.
    pid : int
        The process that keeps the others.
    admin : Path
        HAProxy's own socket.
    log : Path
    base : str
        The path below which the course is, if it has one.
    """

    address: str
    pid: int
    admin: Path
    log: Path
    base: str = ""

    def processes(self) -> dict[str, int]:
        """Return the number of each process that runs, by the name that HAProxy has for it."""
        found: dict[str, int] = {}
        for child in Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split():
            words = Path(f"/proc/{child}/cmdline").read_text().split("\0")
            ports = [word.partition("=")[2] for word in words if word.startswith("--server.port=")]
            found |= {f"app{port}": int(child) for port in ports}
        return found

    def who_serves(self, cookies: Mapping[str, str]) -> str:
        """Return the name of the process to which a visitor's cookies lead."""
        (name,) = [row["svname"] for row in self._rows() if row["cookie"] == cookies["GATES"]]
        return name

    def up(self) -> set[str]:
        """Return the processes to which HAProxy sends visitors and which answer: it is late to see an end."""
        names = {row["svname"] for row in self._rows() if row["status"].startswith("UP")}
        return {name for name in names if answers(int(name.removeprefix("app")), self.base)}

    def wait(self) -> None:
        """Wait until all of them are up, none the one that it was before it was ended."""
        deadline = time.monotonic() + PATIENCE
        while not self._rows() or len(self.up()) < len(self._rows()):
            if time.monotonic() > deadline:
                raise TimeoutError(f"Not all processes came up:\n{self.log.read_text()}")
            time.sleep(0.1)

    def wait_for_another(self, name: str, pid: int) -> None:
        """Wait until a process of this name, but not of this number, is up."""
        deadline = time.monotonic() + PATIENCE
        while self.processes().get(name, pid) == pid or name not in self.up():
            if time.monotonic() > deadline:
                raise TimeoutError(f"{name} did not come back:\n{self.log.read_text()}")
            time.sleep(0.1)

    def _rows(self) -> list[dict[str, str]]:
        with socket.socket(socket.AF_UNIX) as admin:
            admin.settimeout(PATIENCE)
            admin.connect(str(self.admin))
            admin.sendall(b"show stat -1 4 -1\n")
            answer = b"".join(iter(lambda: admin.recv(65536), b"")).decode()
        rows = list(csv.DictReader(answer.removeprefix("# ").splitlines()))
        return [row for row in rows if row["pxname"] == "course"]


@contextmanager
def farm(log: Path, count: int = 3, **environment: str) -> Iterator[Farm]:
    """Start so many processes as `make run` does; end them with the block. The log is added to.

    Parameters
    ----------
    log : Path
        Where their output goes.
    count : int
    environment : str
        What else stands in the environment; `GATES_BIND` with ``{port}`` for the port.
    """
    port = free_port()
    with TemporaryDirectory(prefix="farm-") as folder, log.open("a") as file:
        admin = Path(folder, "admin")
        own = {"WORKERS": str(count), "PORT": str(port), "GATES_ADMIN": str(admin)} | environment
        own |= {"GATES_BIND": environment.get("GATES_BIND", ":{port}").format(port=port)}
        process = subprocess.Popen(
            [sys.executable, "-m", "tools.run"],
            cwd=ROOT,
            stdout=file,
            stderr=subprocess.STDOUT,
            env=os.environ | own,
        )
        there = Farm(f"http://localhost:{port}", process.pid, admin, log, own.get("GATES_BASE", ""))
        try:
            _wait_for_proxy(there, process)
            there.wait()
            yield there
        finally:
            process.terminate()
            process.wait(PATIENCE)


def _wait_for_proxy(there: Farm, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not there.admin.exists():
        if process.poll() is not None or time.monotonic() > deadline:
            raise AssertionError(f"The processes did not start:\n{there.log.read_text()}")
        time.sleep(0.1)
