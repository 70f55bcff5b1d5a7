"""The page of the gates without a browser: opened by a link, its tables and words, its controls."""

import re
from typing import Any

from streamlit.testing.v1 import AppTest

from tests.support.app import ROOT


def opened(query: dict[str, Any] | None = None) -> AppTest:
    """Open the page as a link with these parameters would."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.run()
    app.switch_page("pages/gates.py")
    for key, value in (query or {}).items():
        app.query_params[key] = value
    app.run()
    assert not app.exception
    return app


def tables(app: AppTest) -> list[list[list[str]]]:
    """Return the cells of every table on the page."""
    bodies = [str(element.proto.body) for element in app.main.get("html")]
    rows = [re.findall(r"<tr.*?</tr>", body) for body in bodies if "<table" in body]
    return [[re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row) for row in table] for table in rows]


def words(app: AppTest) -> str:
    kinds = (app.main.markdown, app.main.header, app.main.info, app.main.success)
    html = [str(element.proto.body) for element in app.main.get("html")]
    return "\n".join([str(element.value) for kind in kinds for element in kind] + html)


def choose(app: AppTest, key: str, value: Any) -> AppTest:
    app.button_group(key=key).set_value(value).run()
    assert not app.exception
    return app


def press(app: AppTest, label: str, times: int = 1) -> AppTest:
    for _ in range(times):
        next(button for button in app.button if button.label == label).click().run()
    assert not app.exception
    return app
