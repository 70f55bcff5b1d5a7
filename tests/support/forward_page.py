"""The page of the forward pass without a browser: opened at a step by a link, and what it then shows."""

from streamlit.testing.v1 import AppTest

from tests.support.app import opened
from tests.support.reading import plain

PAGE = "pages/forward.py"
SYMBOLS = ("X", "A1", "Z1", "A2", "Z2", "A3", "Y")


def at(*, predict: bool = False, **settings: str) -> AppTest:
    """Open the page by a link with these settings."""
    app = opened(predict=predict)
    app.query_params.update(settings)
    app.session_state.editor = True
    app = app.switch_page(PAGE).run()
    assert not app.exception
    return app


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
