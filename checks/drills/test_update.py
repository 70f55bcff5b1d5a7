"""A new version in a folder of its own under a running process: the unit's own lines, without systemd."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from checks.drills.conftest import ROOT
from tests.support.running import awaited
from tests.visitors.beside import walks_through
from tools.serving import _wait_for, free_port
from tools.visitor import Visitor

LINK = "/srv/gates-to-digits"
UNIT = (ROOT / "deploy/haproxy/systemd/gates@.service").read_text(encoding="utf-8")


@contextmanager
def started(link: Path, log: Path) -> Iterator[str]:
    """Start the unit's command with the unit's environment; give its address."""
    port = free_port()
    unit = UNIT.replace(LINK, str(link)).replace("%i", str(port))
    (folder,) = re.findall(r"^WorkingDirectory=(.+)$", unit, re.M)
    (command,) = re.findall(r"^ExecStart=/bin/sh -c '(.+)'$", unit, re.M)
    settings = dict(re.findall(r"\b([A-Z_]+)=(\S+)", " ".join(re.findall(r"^Environment=(.+)$", unit, re.M))))
    with log.open("wb") as file:
        process = subprocess.Popen(
            ["/bin/sh", "-c", command.replace("$$", "$")],
            cwd=folder,
            env=os.environ | settings,
            stdout=file,
            stderr=file,
        )
    try:
        _wait_for(port, process, log)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(60)


def shows(address: str, headline: str) -> None:
    """See the headline of a page, and Streamlit's own script that shows it in a browser."""

    async def visit() -> None:
        async with Visitor(address) as visitor:
            await visitor.open("gates")
            assert headline in visitor.screen.text()

    awaited(visit())
    with urlopen(address) as page:  # noqa: S310
        (script,) = re.findall(r'src="\.?(/static/js/index[^"]+)"', page.read().decode())
    with urlopen(address + script) as answer:  # noqa: S310
        assert "javascript" in answer.headers["Content-Type"]


def test_a_process_keeps_to_its_folder_when_another_takes_its_place(installed: Path, tmp_path: Path) -> None:
    link, new, log = tmp_path / "course", tmp_path / "new", tmp_path / "log"
    shutil.copytree(installed, new, symlinks=True)
    lesson = new / "lessons/en/gates.md"
    old_headline, _, rest = lesson.read_text(encoding="utf-8").partition("\n")
    lesson.write_text("# A new question?\n" + rest, encoding="utf-8")

    link.symlink_to(installed)
    with started(link, log) as address:
        link.unlink()  # for a moment nothing is there, then the new version
        shows(address, old_headline.removeprefix("# "))
        walks_through(address, 4)
        link.symlink_to(new)
        shows(address, old_headline.removeprefix("# "))
    assert "Traceback" not in log.read_text()

    shutil.rmtree(installed)
    with started(link, log) as address:
        shows(address, "A new question?")
    assert "Traceback" not in log.read_text()
