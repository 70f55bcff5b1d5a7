"""No page starts a thread or a process as it opens, nor in any other test here, as conftest.py sees."""

from streamlit.testing.v1 import AppTest

from tests.support.no_threads import ROOT
from ui.course import BESIDE, COURSE


def test_no_page_starts_a_thread_or_a_process(started: list[str]) -> None:
    app = AppTest.from_file(ROOT / "app.py", default_timeout=60).run()
    for page in (*COURSE, *BESIDE):
        app.switch_page(page.file).run()
        assert not app.exception
    assert started == []
