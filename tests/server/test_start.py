"""The first visitor waits for nothing: all is imported and read before the server answers."""

import re

from tests.server.conftest import Server, run
from ui.course import COURSE

SLOW = re.compile(r"import (ui\.\S+|nncore\S*|altair|pandas|pyarrow|matplotlib\.figure)$|open .*\.npz")


def test_the_first_visit_imports_and_reads_nothing(server: Server) -> None:
    start = server.told.read_text()
    assert SLOW.search(start)
    with server.socket() as page:
        for stop in COURSE:
            run(page, stop.url)
    late = [line for line in server.since(len(start)) if SLOW.match(line)]
    assert not late, "\n".join(late)
    assert "gates_to_digits start: ready after" in server.log.read_text()
