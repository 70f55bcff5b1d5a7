"""Code of ours starts no thread and no process: there are none where a browser runs the course by itself.

What Streamlit and Altair start where they can is theirs: the build for the browser (stlite) has its own ways.
"""

import subprocess
import threading
import traceback
from collections.abc import Callable
from concurrent.futures import Executor, process, thread
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from ui.course import BESIDE, COURSE

ROOT = Path(__file__).resolve().parents[2]
OURS = tuple(str(ROOT / name) for name in ("app.py", "pages", "ui", "nncore"))
LIBRARY = {threading.__file__, subprocess.__file__, thread.__file__, process.__file__}
"""What may stand between who starts something and the start: Python's own modules for it."""


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every thread, executor or process that code of ours starts, by the line that does."""
    seen: list[str] = []

    def watch(owner: type, name: str) -> None:
        original: Callable[..., object] = getattr(owner, name)

        def watched(*args: object, **kwargs: object) -> object:
            callers = [frame for frame in traceback.extract_stack()[:-1] if frame.filename not in LIBRARY]
            if callers[-1].filename.startswith(OURS):
                seen.append(f"{name} at {callers[-1].filename}:{callers[-1].lineno}")
            return original(*args, **kwargs)

        monkeypatch.setattr(owner, name, watched)

    watch(threading.Thread, "start")
    watch(Executor, "__init__")
    watch(subprocess.Popen, "__init__")
    return seen


def test_no_page_starts_a_thread_or_a_process(started: list[str]) -> None:
    app = AppTest.from_file(ROOT / "app.py", default_timeout=60).run()
    for page in (*COURSE, *BESIDE):
        app.switch_page(page.file).run()
        assert not app.exception
    assert started == []


def test_a_thread_of_ours_would_be_seen(started: list[str]) -> None:
    program = "import threading\nthreading.Thread(target=print).start()"
    exec(compile(program, str(ROOT / "ui/sly.py"), "exec"))
    assert len(started) == 1
