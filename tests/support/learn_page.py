"""The pages on learning without a browser: opened by a link, its words, its figures, its runs."""

from streamlit.testing.v1 import AppTest

from tests.support.app import ROOT, text_of
from ui.learn.training_run import Run
from ui.lessons import read_lesson

PAGES = "learn", "loss", "backprop"


def opened(**settings: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
    if "predict" in settings:
        app.query_params["predict"] = settings.pop("predict")
    app.run()
    for name, text in settings.items():
        app.query_params[name] = text
    page = next(page for page in PAGES if settings["only"] in {beat.name for beat in read_lesson(page).beats})
    return app.switch_page(f"pages/{page}.py").run()


def said(app: AppTest) -> str:
    """Return all that the page says, in words as they are read."""
    return " ".join(text_of(app).split())


def metrics(app: AppTest) -> dict[str, str]:
    return {metric.label: metric.value for metric in app.metric}


def run_of(app: AppTest, key: str) -> Run:
    run: Run = app.session_state["learn state"].runs[key]
    return run
