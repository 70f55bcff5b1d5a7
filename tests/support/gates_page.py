"""The page of the gates without a browser: a section opened by a link, its tables, its controls."""

import re
from typing import Any

from streamlit.testing.v1 import AppTest

from tests.support.app import ROOT


def opened(at: str, query: dict[str, Any] | None = None) -> AppTest:
    """Open a section as a link with these parameters would."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.switch_page("pages/gates.py")
    for key, value in {"at": at, **(query or {})}.items():
        app.query_params[key] = value
    app.run()
    assert not app.exception
    return app


def table(app: AppTest) -> list[list[str]]:
    """Return the cells of the table that is shown."""
    (body,) = [body for each in app.main.get("html") if "<table" in (body := str(each.proto.body))]
    return [re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row) for row in re.findall(r"<tr.*?</tr>", body)]


def choose(app: AppTest, key: str, value: Any) -> AppTest:
    app.button_group(key=key).set_value(value).run()
    assert not app.exception
    return app


def slide(app: AppTest, **values: float) -> AppTest:
    for key, value in values.items():
        app.slider(key=key).set_value(value)
    app.run()
    assert not app.exception
    return app
