"""The pages on learning without a browser: a section opened by a link, its words, its figures, its runs."""

from streamlit.testing.v1 import AppTest

from tests.support.app import ROOT, text_of
from ui.learn.run import Run
from ui.lessons import read_lesson

PAGES = "learn", "loss", "backprop"


def opened(at: str, **settings: str) -> AppTest:
    """Open a section of these pages by a link with these settings."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
    page = next(page for page in PAGES if at in {section.name for section in read_lesson(page).sections})
    app.switch_page(f"pages/{page}.py")
    for name, text in {"at": at, **settings}.items():
        app.query_params[name] = text
    app.run()
    assert not app.exception
    return app


def said(app: AppTest) -> str:
    """Return all that the page says, in words as they are read."""
    return " ".join(text_of(app).split())


def metrics(app: AppTest) -> dict[str, str]:
    return {metric.label: metric.value for metric in app.metric}


def run_of(app: AppTest, key: str) -> Run:
    run: Run = app.session_state["learn state"].runs[key]
    return run
