"""No page starts a thread or a process as it opens, nor in any other test here, as conftest.py sees."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from streamlit.testing.v1 import AppTest

from tests.support.no_threads import ROOT
from ui.course import BESIDE, COURSE

WAYS = {
    "a thread": "import threading; threading.Thread(target=int).start()",
    "a bare thread": "import _thread; _thread.start_new_thread(int, ())",
    "a timer": "import threading; threading.Timer(0, int).start()",
    "an executor": "from concurrent.futures import ThreadPoolExecutor as E; E(1).submit(int).result()",
    "asyncio's": "import asyncio; asyncio.run(asyncio.to_thread(int))",
    "a program": "import subprocess, sys; subprocess.run([sys.executable, '-c', ''])",
    "a shell": "import os; os.system('true')",
    "a fork": "import os; os.waitpid(os.fork() or os._exit(0), 0)",
    "a process": "from multiprocessing.util import spawnv_passfds; import os, sys\n"
    "os.waitpid(spawnv_passfds(os.fsencode(sys.executable), [sys.executable, '-c', ''], []), 0)",
}


def test_no_page_starts_a_thread_or_a_process(started: list[str]) -> None:
    app = AppTest.from_file(ROOT / "app.py", default_timeout=60).run()
    for page in (*COURSE, *BESIDE):
        app.switch_page(page.file).run()
        assert not app.exception
    assert started == []


@pytest.mark.parametrize("program", WAYS.values(), ids=WAYS)
def test_one_of_ours_would_be_seen(program: str, started: list[str]) -> None:
    code = compile(program, str(ROOT / "ui/sly.py"), "exec")
    with ThreadPoolExecutor(1) as pool:  # where no loop of asyncio runs: what drives a browser has one here
        pool.submit(exec, code, {}).result()
    assert started
    started.clear()


def test_one_of_a_package_is_its_own(started: list[str]) -> None:
    exec(compile(WAYS["a thread"], "/elsewhere/streamlit/runner.py", "exec"))
    assert started == []
