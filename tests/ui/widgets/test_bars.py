"""Probabilities as bars: the best and the right one are told apart, whatever a network answers."""

from streamlit.testing.v1 import AppTest


def _rows(app: AppTest) -> list[str]:
    return app.get("html")[0].proto.body.split('role="row"')[1:]


def _app() -> None:
    import numpy as np

    from ui.widgets.bars import show_bars

    show_bars(np.array([0.2, 0.7, 0.1]), right=2)
    show_bars(np.full(3, np.nan))


def test_a_frame_is_around_the_right_one_and_the_best_is_bold() -> None:
    app = AppTest.from_function(_app).run()
    assert not app.exception
    rows = _rows(app)
    assert [" right" in row for row in rows] == [False, False, True]
    assert ["best" in row for row in rows] == [False, True, False]
    assert ["70" in row for row in rows] == [False, True, False]


def test_what_is_no_number_is_an_empty_bar() -> None:
    body = AppTest.from_function(_app).run().get("html")[1].proto.body
    assert "nan" not in body
