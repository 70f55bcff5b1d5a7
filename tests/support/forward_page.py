"""The page of the forward pass without a browser: opened at a step by a link, and what it then shows."""

import json
from typing import Any

from streamlit.testing.v1 import AppTest

from tests.support.app import ROOT, keyed
from tests.support.reading import plain

PAGE = "pages/forward.py"
SYMBOLS = ("X", "A1", "Z1", "A2", "Z2", "A3", "Y")


def at(section: str = "three-layers", *, predict: bool = False, **settings: str) -> AppTest:
    """Open a section by a link with these settings."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).switch_page(PAGE)
    app.session_state["predict"] = predict
    app.query_params.update({"at": section} | settings)
    app.run()
    assert not app.exception
    return app


def strip(app: AppTest) -> Any:
    """The row of all steps."""
    return keyed(app.segmented_control, "strip-")


def in_address(app: AppTest, name: str) -> str:
    """What the address holds under a name."""
    value = app.query_params[name]
    return value if isinstance(value, str) else value[-1]


def code_of(app: AppTest) -> str:
    """The line of NumPy that ran, and what it gave."""
    return str(app.code[0].value)


def formulas_of(app: AppTest) -> str:
    """All formulas, without what only typesetting needs."""
    return plain("\n".join(str(markdown.value) for markdown in app.main.markdown))


def shapes_of(app: AppTest) -> list[dict[str, Any]]:
    """All that the diagram shows."""
    told = (json.loads(element.proto.json or "{}") for element in app.main.get("bidi_component"))
    return [shape for each in told for shape in each.get("shapes", [])]
