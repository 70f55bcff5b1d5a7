"""The Dockerfile's steps, carried out in a bare folder where there may be no Docker: no file is forgotten.

FROM's Python is the one that runs the drill, and the folders of the image lie in one of ours.
"""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from checks.drills.conftest import without_rights
from tests.visitors.beside import walks_through
from tools.serving import _wait_for, free_port

FOLDERS = re.compile(r"(?<![\w/.])/(app|venv|tmp)\b")


@dataclass
class Image:
    """What has been built: a folder that stands for the image's root, its settings and its command."""

    root: Path
    workdir: Path = Path()
    environment: dict[str, str] = field(default_factory=dict)
    command: list[str] = field(default_factory=list)
    health: list[str] = field(default_factory=list)
    user: str = ""

    def here(self, text: str) -> str:
        """Put what a step says of the image's folders into ours."""
        return FOLDERS.sub(lambda found: str(self.root / found[1]), text)

    def take(self, word: str, rest: str, context: Path) -> None:
        """Carry out a step."""
        match word:
            case "WORKDIR":
                self.workdir = Path(self.here(rest))
                self.workdir.mkdir(parents=True, exist_ok=True)
            case "RUN":
                words = shlex.split(self.here(rest))
                words = [sys.executable if word == "python" else word for word in words]
                subprocess.run(words, cwd=self.workdir, check=True)
            case "COPY":
                self._copy(rest.split(), context)
            case "ENV":
                self.environment |= dict(pair.split("=", 1) for pair in shlex.split(self.here(rest)))
            case "USER":
                self.user = rest
            case "CMD":
                self.command = json.loads(self.here(rest))
            case "HEALTHCHECK":
                self.health = json.loads(self.here(rest.partition(" CMD ")[2]))
            case _:
                assert word in ("FROM", "EXPOSE"), f"a step that the drill does not know: {word}"

    def _copy(self, words: list[str], context: Path) -> None:
        if words[0].startswith("--from="):
            return  # both stages lie in one folder
        *names, to = words
        taken = re.findall(r"^!(.+)$", (context / ".dockerignore").read_text(encoding="utf-8"), re.M)
        for name in names:
            assert name in taken, f"Docker does not see {name}: .dockerignore leaves it out"
            target = self.workdir / to / Path(name).name if to.endswith("/") else self.workdir / to
            target.parent.mkdir(parents=True, exist_ok=True)
            (shutil.copytree if (context / name).is_dir() else shutil.copy2)(context / name, target)


def build(context: Path, root: Path) -> Image:
    """Carry out the Dockerfile of a checkout."""
    text = (context / "Dockerfile").read_text(encoding="utf-8")
    steps = re.sub(r"^#.*\n", "", text, flags=re.M).replace("\\\n", " ").splitlines()
    image = Image(root)
    (root / "tmp").mkdir(parents=True)
    for step in filter(None, steps):
        word, rest = step.split(None, 1)
        image.take(word, rest, context)
    return image


@contextmanager
def running(image: Image, log: Path, **environment: str) -> Iterator[int]:
    """Start the image's command, with the image's folders not to be written to; give the port."""
    port = free_port()
    own = {"PATH": os.defpath} | image.environment | {"STREAMLIT_SERVER_PORT": str(port)} | environment
    for folder in (image.root / "app").rglob("*/"):
        folder.chmod(0o555)
    with log.open("wb") as file:
        process = subprocess.Popen(
            without_rights(image.command), cwd=image.workdir, env=own, stdout=file, stderr=file
        )
    try:
        _wait_for(port, process, log)
        yield port
    finally:
        process.terminate()
        process.wait(60)


def health(image: Image, environment: Mapping[str, str]) -> int:
    """Return what the health check of the image says."""
    own = {**image.environment, **environment}
    return subprocess.run(image.health, cwd=image.workdir, env=own, timeout=60).returncode


@pytest.mark.timeout(900)
def test_what_the_dockerfile_makes_is_the_whole_course(fresh: Path, tmp_path: Path) -> None:
    for closed in ("app.py", "assets/weights.npz"):
        (fresh / closed).chmod(0o600)
    image = build(fresh, tmp_path / "image")
    shutil.rmtree(fresh)
    assert image.user not in ("", "root", "0")
    there = list((image.root / "app").rglob("*"))
    assert "tests" not in {path.name for path in there}
    assert not [path for path in there if not path.stat().st_mode & 0o004], (
        "others read them: USER is no root"
    )

    log = tmp_path / "log"
    with running(image, log) as port:
        assert health(image, {"STREAMLIT_SERVER_PORT": str(port)}) == 0
        walks_through(f"http://localhost:{port}", 4)
    assert health(image, {"STREAMLIT_SERVER_PORT": str(port)}) == 1
    assert "ready after" in log.read_text()
    assert not re.search("Traceback|[Ee]rror|[Ww]arning", log.read_text()), log.read_text()
