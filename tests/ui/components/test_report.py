"""A component's callback that runs once its component has left the session breaks nothing."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest


def marks() -> None:
    from ui.components.kept_marks import keep_marks

    keep_marks()


def clicks() -> None:
    from ui.components.clicks import each_click_counts

    each_click_counts("undo", {"undo": lambda: None})


def diagram() -> None:
    from ui.components.diagram import show_diagram
    from ui.figures.diagram_base import Diagram
    from ui.theme import LIGHT

    show_diagram(Diagram(LIGHT, 10, "A picture"), "a diagram", on_pick=lambda _: None)


def pixel_paper() -> None:
    from ui.components.pixel_paper import pixel_paper

    pixel_paper("a paper")


@pytest.mark.parametrize("show", [marks, clicks, diagram, pixel_paper])
def test_a_message_of_a_component_that_is_gone(
    show: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []

    def gone(*, key: str, **given: object) -> dict[str, object]:
        for name, callback in given.items():
            if callable(callback) and name != "on_undo_change":
                callback()
                heard.append(key)
        return {}

    monkeypatch.setattr(f"ui.components.{MODULES[show]}._mount", gone)
    app = AppTest.from_function(show).run()
    assert heard
    assert not app.exception


MODULES = {marks: "kept_marks", clicks: "clicks", diagram: "diagram", pixel_paper: "pixel_paper"}
