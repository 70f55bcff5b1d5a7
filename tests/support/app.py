"""The app without a browser: a page opened, its work finished, a button pressed, its text read."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar, cast

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Widget

ROOT = Path(__file__).resolve().parent.parent.parent

W = TypeVar("W", bound=Widget)


def opened(page: str | None = None, at: str = "", **state: object) -> AppTest:
    """Open the app as by a link, at a page and there at a section."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    for key, value in state.items():
        app.session_state[key] = value
    if page is not None:
        app.switch_page(page)
    if at:
        app.query_params["at"] = at
    return app.run()


def finished(app: AppTest) -> AppTest:
    """The page once its work is done: each run of the page is a tick of its clock."""
    for _ in range(2000):
        if not any((button.key or "").startswith("stop_") for button in app.button):
            return app
        app.run()
    raise AssertionError("The work does not end.")


def press(app: AppTest, label: str) -> AppTest:
    next(button for button in app.button if button.label == label).click()
    return app.run()


def keyed(widgets: Iterable[W], start: str) -> W:
    """The widget whose key begins so: the rest of it is the state that it is about."""
    (found,) = (widget for widget in widgets if str(widget.key).startswith(start))
    return found


def choose(widget: Any, label: str) -> AppTest:
    """Choose by its label one of the options that stand for places, and run."""
    return cast(AppTest, widget.set_value(widget.options.index(label)).run())


def text_of(app: AppTest) -> str:
    """Return all text in the main part of the page, formulas without what keeps a sign at them."""
    kinds = (app.main.markdown, app.main.caption, app.main.title, app.main.subheader, app.main.info)
    html = [str(element.proto.body) for element in app.main.get("html")]
    text = "\n".join([str(element.value) for kind in kinds for element in kind] + html)
    return re.sub(r'<span class="whole">(\$[^<]*)</span>', r"\1", text)


def captions(app: AppTest) -> str:
    """Return what stands under the pictures in the main part of the page."""
    return "\n".join(image.caption for each in app.main.get("image") for image in each.proto.imgs)


def words_in(app: AppTest, key: str) -> str:
    """Return what is written within a container, by the end of its key: of a check, or of a section."""
    found: list[str] = []

    def walk(block: Any, inside: bool) -> None:
        inside = inside or str(getattr(block.proto, "id", "")).endswith(f"-{key}")
        for child in block.children.values():
            if hasattr(child, "children"):
                walk(child, inside)
            elif inside and child.type in ("markdown", "caption", "latex"):
                found.append(str(child.value))

    walk(app.main, False)
    return "\n".join(found)


def formulas(app: AppTest) -> str:
    return "\n".join(element.value for element in app.latex)


def unfolded(app: AppTest) -> AppTest:
    """Open all folds with the code that just ran, which is shown only then."""
    for fold in (*app.get("expander"), *app.get("popover")):
        _, _, key = str(fold.proto.id).partition("-code-")
        if key:
            app.session_state[f"code-{key}"] = True
    return app.run()
