"""Several processes behind HAProxy, for tests and benchmarks: which serves whom, and when one is back."""

import csv
import socket
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tools.serving import PATIENCE, answers, free_port, started, wait_until


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
        wait_until(lambda: (rows := self._rows()) and len(self.up()) == len(rows), self.log)

    def wait_for_another(self, name: str, pid: int) -> None:
        """Wait until a process of this name, but not of this number, is up."""
        wait_until(lambda: self.processes().get(name, pid) != pid and name in self.up(), self.log)

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
    with TemporaryDirectory(prefix="farm-") as folder:
        admin = Path(folder, "admin")
        own = {"WORKERS": str(count), "PORT": str(port), "GATES_ADMIN": str(admin)} | environment
        own |= {"GATES_BIND": environment.get("GATES_BIND", ":{port}").format(port=port)}
        with started([sys.executable, "-m", "tools.run"], log, own) as process:
            there = Farm(f"http://localhost:{port}", process.pid, admin, log, own.get("GATES_BASE", ""))
            wait_until(admin.exists, log, process)
            there.wait()
            yield there
