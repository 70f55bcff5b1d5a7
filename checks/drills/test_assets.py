"""A file of `assets/` that is not as it should be: one sentence says which, and what it advises mends it."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from checks.drills.conftest import STATES, damage, sentence_for, without_rights

VISIT = """
import json, os, pathlib, subprocess, sys
from streamlit.testing.v1 import AppTest

sys.path.insert(0, sys.argv[1])
from checks.drills.conftest import STATES, damage

def visit(page):
    path, section, button = page.split(",")
    app = AppTest.from_file("app.py", default_timeout=60)
    if section:
        app.session_state.section = section
    app.run()
    app.switch_page(path).run()
    if button:
        app.button(key=button).click().run()
    return [len(app.exception), [element.value for element in app.error]]

def drill(state):
    damage(pathlib.Path("assets", sys.argv[2]), state)
    seen = [visit(page) for page in sys.argv[3:]]
    subprocess.run(seen[0][1][0].split("`")[1], shell=True, check=True)
    print(json.dumps([state, seen, visit(sys.argv[3])]), flush=True)

for state in STATES:  # in a child each: what was read once is kept
    child = os.fork()
    if not child:
        drill(state)
        os._exit(0)
    os.waitpid(child, 0)
"""
HOME, DRAW, EVALUATE = "pages/home.py,,", "pages/draw.py,,show_me_one", "pages/evaluate.py,,"
STORY = "pages/learn.py,,"
PAGES = {
    "weights.npz": (HOME, DRAW, EVALUATE),
    "mnist_test.npz": (HOME, EVALUATE, DRAW),
    "history.npz": (STORY,),
    "mnist_train.npz": (STORY,),
    "pen_traces.npz": (STORY,),
    "typefaces.npz": (STORY,),
    "SHA256SUMS": (HOME, EVALUATE),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_says_so_and_what_it_advises_mends_it(name: str, repository: Path) -> None:
    command = [sys.executable, "-W", "ignore", "-c", VISIT, str(Path.cwd()), name, *PAGES[name]]
    done = subprocess.run(
        without_rights(command), cwd=repository, capture_output=True, text=True, timeout=280
    )
    assert done.returncode == 0, done.stderr
    for line, state in zip(done.stdout.splitlines(), STATES, strict=True):
        said = [0, [sentence_for(name, state)]]
        assert json.loads(line) == [state, [said] * len(PAGES[name]), [0, []]]
        assert sentence_for(name, state) in done.stderr
    assert "Traceback" not in done.stderr


def test_other_pages_go_on_without_any_asset(repository: Path) -> None:
    for name in (*PAGES, "fonts/SourceSans3-Regular.otf"):
        (repository / "assets" / name).unlink()
    pages = ("gates.py", "matrices.py", "activations.py")
    program = VISIT.partition("def drill")[0] + "print(json.dumps([visit(page) for page in sys.argv[2:]]))"
    command = [
        sys.executable,
        "-W",
        "ignore",
        "-c",
        program,
        str(Path.cwd()),
        *(f"pages/{page},," for page in pages),
    ]
    done = subprocess.run(command, cwd=repository, capture_output=True, text=True, timeout=280)
    assert json.loads(done.stdout) == [[0, []]] * len(pages)


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(
    ("command", "name"),
    [("train", "mnist_test.npz"), ("train", "typefaces.npz"), ("bench", "mnist_test.npz")],
)
def test_a_command_says_so(
    command: str, name: str, state: str, repository: Path, say: Callable[..., str]
) -> None:
    damage(repository / "assets" / name, state)
    assert say(without_rights(["make", command]), repository) == sentence_for(name, state)
