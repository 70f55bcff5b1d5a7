"""A file of `assets/` is missing or damaged: one sentence says which, and what it advises mends it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from checks.drills.conftest import says, served

VISIT = """
import json, subprocess, sys
from streamlit.testing.v1 import AppTest

def visit():
    app = AppTest.from_file("app.py", default_timeout=60).run()
    page, _, section = sys.argv[1].partition("?at=")
    app.switch_page(f"pages/{page}.py")
    if section:
        app.query_params["at"] = section
    app.run()
    return [len(app.exception), [error.value for error in app.error]]

broken = visit()
subprocess.run(broken[1][0].split("`")[1], shell=True, check=True)
print(json.dumps([broken, visit()]))
"""


@pytest.fixture
def repository(installed: Path) -> Path:
    """A checkout in which the app runs and git can restore the assets."""
    git = ["git", "-c", "user.name=drill", "-c", "user.email=drill@example.org"]
    for command in (["init", "--quiet"], ["add", "assets"], ["commit", "--quiet", "--message", "As shipped"]):
        subprocess.run([*git, *command], cwd=installed, check=True)
    return installed


def broken(assets: Path, name: str, state: str) -> str:
    """Take a file away or half of it; return what must be said of it."""
    content = (assets / name).read_bytes()
    (assets / name).unlink()
    if state == "damaged":
        (assets / name).write_bytes(content[: len(content) // 2])
    return f"assets/{name} is missing or damaged: restore it with `git checkout -- assets/{name}`."


@pytest.mark.parametrize(
    ("name", "state", "page"),
    [
        ("weights.npz", "missing", "home?at=a-digit-is-read"),
        ("weights.npz", "damaged", "evaluate"),
        ("mnist_test.npz", "missing", "home?at=a-digit-is-read"),
        ("history.npz", "damaged", "learn?at=what-ours-has"),
        ("SHA256SUMS", "missing", "home?at=a-digit-is-read"),
    ],
)
def test_a_page_says_so_and_what_it_advises_mends_it(
    name: str, state: str, page: str, repository: Path
) -> None:
    sentence = broken(repository / "assets", name, state)
    command = [sys.executable, "-W", "ignore", "-c", VISIT, page]
    done = subprocess.run(command, cwd=repository, capture_output=True, text=True, timeout=280)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == [[0, [sentence]], [0, []]]
    assert "Traceback" not in done.stderr


def test_make_run_says_so_in_the_terminal_and_serves_the_rest(installed: Path) -> None:
    sentence = broken(installed / "assets", "weights.npz", "damaged")
    with served(lambda _: ["make", "run"], installed):
        pass
    said = (installed / "log").read_text(encoding="utf-8")
    assert said.count(sentence) == 1
    assert "Traceback" not in said


def test_training_says_so(installed: Path) -> None:
    sentence = broken(installed / "assets", "mnist_test.npz", "damaged")
    assert says(["make", "train"], installed) == [sentence]
