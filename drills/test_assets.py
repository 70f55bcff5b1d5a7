"""With a file of `assets/` missing or cut short, each page says in one sentence which, and how to restore it.

The whole app runs in a copy of the repository, in a process of its own: nothing is shared with other tests.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
VISIT = """
import json, sys
from streamlit.testing.v1 import AppTest

for page in sys.argv[1:]:
    path, section, button = page.split(",")
    app = AppTest.from_file("app.py", default_timeout=60)
    if section:
        app.session_state.section = section
    app.run()
    app.switch_page(path).run()
    if button:
        app.button(key=button).click().run()
    print(json.dumps([len(app.exception), [element.value for element in app.error]]))
"""


def visits(root: Path, name: str, state: str, *pages: str) -> tuple[list[tuple[int, list[str]]], str]:
    """Open pages of a copy of the app whose asset is missing or damaged.

    Returns of each page how many exceptions and which errors it showed, and what went to the log.
    """
    for folder in ("pages", "ui", "nncore"):
        shutil.copytree(ROOT / folder, root / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "app.py", root)
    (root / "assets").mkdir()
    for file in (ROOT / "assets").iterdir():
        (root / "assets" / file.name).symlink_to(file)
    broken = root / "assets" / name
    broken.unlink()
    if state == "damaged":
        broken.write_bytes((ROOT / "assets" / name).read_bytes()[:2000])
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", VISIT, *pages],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
        timeout=100,
    )
    return [tuple(json.loads(line)) for line in done.stdout.splitlines()], done.stderr


HOME, DRAW, EVALUATE = "pages/home.py,,", "pages/draw.py,,", "pages/evaluate.py,,"
STORY = "pages/evaluate.py,How it was trained,"


@pytest.mark.parametrize("state", ["missing", "damaged"])
@pytest.mark.parametrize(
    ("name", "pages"),
    [
        ("weights.npz", (HOME, DRAW, EVALUATE)),
        ("mnist_test.npz", (HOME, EVALUATE, "pages/draw.py,,show_me_one")),
        ("history.npz", (STORY,)),
    ],
)
def test_a_broken_asset_stops_the_page_with_one_sentence(
    name: str, state: str, pages: tuple[str, ...], tmp_path: Path
) -> None:
    sentence = f"assets/{name} is {state}: restore it with `git checkout -- assets/{name}`."
    seen, log = visits(tmp_path, name, state, *pages)
    assert seen == [(0, [sentence])] * len(pages)
    assert sentence in log


@pytest.mark.parametrize("name", ["weights.npz", "mnist_test.npz", "mnist_train.npz", "history.npz"])
def test_pages_that_do_not_need_it_go_on(name: str, tmp_path: Path) -> None:
    seen, _ = visits(tmp_path, name, "missing", "pages/gates.py,,", "pages/matrices.py,,")
    assert seen == [(0, [])] * 2
