"""What plays by itself goes on when its time has come, whatever else is redrawn meanwhile."""

from types import SimpleNamespace

import pytest

from tests.support.app import opened
from tests.support.clock import Clock


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr("ui.components.fragment.time", SimpleNamespace(monotonic=clock, sleep=lambda _: None))
    return clock


def test_the_walk_plays_at_its_pace_and_ends_with_its_last_step(clock: Clock) -> None:
    app = opened("pages/forward.py")
    app.button(key="play").click().run()
    assert "step" not in app.query_params
    for symbol in ("A1", "Z1", "A2", "Z2", "A3", "Y"):
        clock.now += 1.5
        app.run()
        assert app.query_params["step"] == symbol
        assert app.run().query_params["step"] == symbol  # it is not yet time
    assert app.button(key="play")
    assert not app.session_state["rhythms state"].every


def test_the_perceptron_learns_row_by_row_while_it_plays(clock: Clock) -> None:
    app = opened("pages/gates.py", at="let-it-learn")
    app.toggle(key="gates_play").set_value(True).run()
    learner = app.session_state["gates state"]
    before = learner.step
    for count in (1, 2, 3):
        clock.now += 0.3
        app.run()
        assert learner.step == before + count
    app.toggle(key="gates_play").set_value(False).run()
    clock.now += 0.3
    app.run()
    assert learner.step == before + 3
