"""The small network on the page on learning: its steps, its points, and those that one paints."""

from streamlit.testing.v1 import AppTest

from nncore import PAINTED_POINTS
from tests.support.learn_page import opened, run_of, said
from ui.figures.plane_pictures import COARSE


def test_before_the_first_step_there_is_no_loss_to_tell() -> None:
    app = opened(only="playground")
    assert "It has not learned yet" in said(app)
    app.button(key="plane_step").click().run()
    assert "After step 1 the loss of the last mini-batch is" in said(app)


def test_the_small_network_goes_step_by_step_and_begins_again_the_same() -> None:
    app = opened(only="playground", points="Moons")
    app.button(key="plane_step").click().run()
    first = list(run_of(app, "plane").losses)
    assert len(first) == 1
    app.button(key="plane_step").click().run()
    assert "After step 2" in said(app)
    app.button(key="plane_again").click().run()
    assert run_of(app, "plane").losses == []
    app.button(key="plane_step").click().run()
    assert run_of(app, "plane").losses == first


def test_other_points_or_another_network_begin_anew() -> None:
    app = opened(only="playground")
    app.button(key="plane_step").click().run()
    for key, value in (("points", "Circles"), ("hidden", 3), ("start", "zero")):
        app.main.button_group(key=key).set_value(value).run()
        assert not app.exception
        assert run_of(app, "plane").losses == []
    assert run_of(app, "plane").training.plan.sizes == (2, 4, 4, 4, 2)
    assert "are copies of another" in said(app)


def test_points_that_one_paints() -> None:
    app = opened(only="playground", points="own")
    assert app.button(key="plane_step").disabled
    app.session_state["learn state"].painted = tuple(
        (x, y, int(x > 0)) for x in (-0.5, 0.5) for y in (-0.2, 0.3)
    )
    app.run()
    app.button(key="plane_step").click().run()
    assert not app.exception
    assert run_of(app, "plane").steps == 1


def painting() -> None:
    import streamlit as st

    from ui.figures.plane_pictures import COARSE
    from ui.learn.playground import paint

    for brush, cells in st.session_state.strokes:
        st.session_state.brush = brush
        for cell in range(COARSE**2) if cells is None else cells:
            paint(str(cell))


def painted(*strokes: tuple[str, list[int] | None]) -> list[tuple[float, float, int]]:
    app = AppTest.from_function(painting)
    app.session_state["strokes"] = strokes
    assert not app.run().exception
    return list(app.session_state["learn state"].painted)


def test_whoever_paints_on_and_on_keeps_the_newest_points() -> None:
    points = painted(("orange", None), ("blue", [0]))
    assert len(points) == PAINTED_POINTS.most
    assert [colour for *_, colour in points] == [0] * (PAINTED_POINTS.most - 4) + [1] * 4
    assert all(x < -0.7 and y > 0.7 for x, y, _ in points[-4:])  # the first cell is the upper left one


def test_points_are_rubbed_out_where_one_rubs_alone() -> None:
    assert painted(("rub out", None)) == []
    both = painted(("orange", [0]), ("blue", [COARSE**2 - 1]))
    assert painted(("orange", [0]), ("blue", [COARSE**2 - 1]), ("rub out", [0])) == both[4:]
    assert painted(("orange", [0]), ("blue", [3, 9]), ("rub out", None)) == []


def test_it_plays_many_steps_from_picture_to_picture_until_it_is_stopped() -> None:
    app = opened(only="playground", points="Circles")
    app.button(key="plane_play").click().run()
    first = run_of(app, "plane").steps
    assert first >= 20
    assert run_of(app.run(), "plane").steps >= first + 20
    app.button(key="plane_stop").click().run()
    stopped = run_of(app, "plane").steps
    assert run_of(app.run(), "plane").steps == stopped
    app.button(key="plane_epoch").click().run()
    app.run()
    assert run_of(app, "plane").steps == stopped + 20
    app.button(key="plane_step").click().run()
    assert run_of(app, "plane").steps == stopped + 21
