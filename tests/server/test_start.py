"""A visitor waits for nothing: all is imported and read within seconds of the server's first answer."""

import re
import sys
from pathlib import Path

from tests.server.conftest import Server, run
from tools.serving import free_port, serving, started, wait_until
from ui.course import COURSE

SLOW = re.compile(r"import (ui\.\S+|nncore\S*|altair|pandas|pyarrow|matplotlib\.figure)$|open .*\.npz")


def test_a_visit_imports_and_reads_nothing(server: Server) -> None:
    wait_until(lambda: "read: all after" in server.log.read_text(), server.log)
    start = server.audit.read_text()
    assert SLOW.search(start)
    with server.socket() as page:
        for entry in COURSE:
            run(page, entry.url)
    late = [line for line in server.since(len(start)) if SLOW.match(line)]
    assert not late, "\n".join(late)
    assert "gates_to_digits start: ready after" in server.log.read_text()


def test_one_of_several_processes_answers_once_all_is_read(tmp_path: Path) -> None:
    log = tmp_path / "log"
    with serving(log, GATES_WARM="1"):
        events = re.findall(r"gates_to_digits (read|start):", log.read_text())
    assert events == ["read", "start"]


def test_whoever_starts_it_at_a_desk_sees_it(tmp_path: Path) -> None:
    shown, browser, port = tmp_path / "shown", tmp_path / "browser", free_port()
    browser.write_text(f'#!/bin/sh\necho "$1" > {shown}.new && mv {shown}.new {shown}\n')
    browser.chmod(0o700)
    command = [sys.executable, "-m", "tools.run", "--server.headless=false"]
    log = tmp_path / "log"
    with started(command, log, {"PORT": str(port), "BROWSER": str(browser)}) as process:
        wait_until(shown.exists, log, process)
        assert shown.read_text() == f"http://localhost:{port}\n"
