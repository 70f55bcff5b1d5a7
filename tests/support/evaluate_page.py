"""The page on the test set without a browser: opened, linked to, its buttons, guesses and figures."""

from collections.abc import Mapping

from streamlit.testing.v1 import AppTest

from tests.support.app import ROOT
from ui.lessons import read_lesson
from ui.numbers import THIN

PUSHING, DOUBT = "pushing", "i-dont-know"
BEATS = {beat.name: beat for beat in read_lesson("evaluate").beats[1:-1]}


def opened(**state: object) -> AppTest:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    for key, value in state.items():
        app.session_state[key] = value
    app.run()
    return app.switch_page("pages/evaluate.py").run()


def linked(state: Mapping[str, object] | None = None, **query: str) -> AppTest:
    """Open the page by a link."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    for key, value in (state or {}).items():
        app.session_state[key] = value
    app.run()
    for name, text in query.items():
        app.query_params[name] = text
    return app.switch_page("pages/evaluate.py").run()


def press(app: AppTest, label: str) -> AppTest:
    next(button for button in app.main.button if button.label == label).click().run()
    assert not app.exception
    return app


def guess(app: AppTest, prediction: str, said: str) -> AppTest:
    """Answer a prediction: a number, or a choice."""
    fields = [*app.text_input, *app.button_group]
    field = next(field for field in fields if str(field.key).startswith(f"guess {prediction} "))
    field.set_value(said).run()
    assert not app.exception
    return app


def metrics(app: AppTest) -> list[str]:
    return [metric.value.replace(THIN, " ") for metric in app.metric]


def captions(app: AppTest) -> list[str]:
    """Return what stands under the pushed images."""
    return next(
        [image.caption for image in row.proto.imgs]
        for row in app.main.get("image")
        if len(row.proto.imgs) == 8
    )
