"""One image at a time or many: the race on the page, its batch sizes, its words and its timings."""

import re
from collections.abc import Iterator

import numpy as np
import pytest

from nncore import Progress, Timed, load_images, load_network, race, read_weights_file
from nncore.weights.files import SHIPPED
from tests.support.app import finished, text_of, words_in
from tests.support.evaluate_page import opened, press
from ui.evaluate.evaluate_state import EvaluateState
from ui.evaluate.race import RaceRequest
from ui.numbers import THIN
from ui.state.own_network import NetworkState, OwnNetwork


def test_the_race_to_the_last_image(answers) -> None:
    answer, _, labels = answers
    app = opened()
    app.number_input(key="batch").set_value(300).run()
    assert "Press *Run both*, and let it finish." in words_in(app, "check-run-both")
    finished(press(app, "Run both"))
    assert not app.exception
    right = int((answer == labels).sum())
    said = app.success[0].value.replace(THIN, "")
    assert f"Both read {right} of 10000 correctly: the same, to the last image" in said
    speedup = re.search(r"\*\*([\d.]+) times\*\*", said)
    assert speedup is not None
    assert f"The same answers, {speedup[1]} times as fast" in words_in(app, "check-run-both")


@pytest.mark.parametrize(("entered", "used"), [(0, 1), (-5, 1), (20_000, 10_000), (2.5, 2)])
def test_a_batch_size_that_does_not_fit_is_answered_in_a_sentence(entered: int, used: int) -> None:
    app = opened()
    app.number_input(key="batch").set_value(entered).run()
    assert not app.exception
    assert f"these are batches of {used}." in app.error[0].value.replace(THIN, "")
    assert any(f"({used}, 784) → " in caption.value for caption in app.main.caption)
    app.number_input(key="batch").set_value(64).run()
    assert not app.error


def test_a_stopped_race_says_so_and_goes_no_further() -> None:
    app = press(opened(slow=True), "Run both")
    app.button(key="stop_race").click().run()
    assert "Stopped" in app.info[0].value
    before = text_of(app)
    app.run()
    assert text_of(app) == before


def test_another_network_in_the_middle_ends_the_race() -> None:
    app = press(opened(slow=True), "Run both")
    assert "images in **" in text_of(app)
    app.session_state["own network state"].own = OwnNetwork("other.npz", read_weights_file(SHIPPED))
    app.run()
    assert not app.exception
    assert "images in **" not in text_of(app)
    assert not [button for button in app.button if button.label == "Stop"]


def test_a_race_that_does_not_agree_says_so_and_why() -> None:
    class Odd(RaceRequest):
        def run(self) -> Iterator[tuple[Timed, ...]]:
            return race(*(iter([Progress(10_000, correct, 10_000)]) for correct in (904, 858)))

    own = OwnNetwork("odd.npz", read_weights_file(SHIPPED))
    app = opened(
        **{
            "own network state": NetworkState(own=own),
            "evaluate state": EvaluateState(race=Odd(own.network, 100, 1)),
        }
    )
    assert not app.exception
    assert not app.success
    assert "do not agree" in "".join(info.value for info in app.info)
    said = words_in(app, "beat-one-or-many").replace("\n", " ")
    assert "a batch adds up in another order" in said
    assert "Both read the same number correctly" not in said


def test_what_was_measured_is_explained_once_it_is_measured() -> None:
    app = opened()
    assert "Each size was run" not in words_in(app, "beat-one-or-many")
    finished(press(app, "Measure on this machine"))
    assert not app.exception
    assert "Each size was run 5 times" in words_in(app, "beat-one-or-many")


def test_image_zero() -> None:
    text = text_of(opened())
    y = load_network().forward(load_images("test")[0][0].ravel() / np.float32(255)).Y
    assert "Its label is **7**" in text
    assert "All ten: " + ", ".join(f"{p:.3f}" for p in y) in text
