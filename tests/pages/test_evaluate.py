"""The page on the test set: what it tells of ten thousand answers, against a count made here."""

import re

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from nncore import Predictions, race, read_weights_file
from nncore.evaluation.accuracy import Progress
from nncore.weights.files import SHIPPED
from tests.support.app import choose, finished, keyed, opened, press, text_of
from tests.support.forward_page import shapes_of
from ui.address.settings import ANY, ORDERS, WRONG
from ui.evaluate.evaluate_state import EvaluateState
from ui.evaluate.mistakes import chosen_images, commonest
from ui.numbers import THIN
from ui.state.own_network import NetworkState, OwnNetwork
from ui.work import Work

PAGE = "pages/evaluate.py"


def said(app: AppTest) -> str:
    """Return what the page says, numbers without spaces within."""
    assert not app.exception
    return text_of(app).replace(THIN, "").replace("\n", " ")


def metrics(app: AppTest) -> list[str]:
    return [metric.value.replace(THIN, "") for metric in app.metric]


def test_the_accuracy_is_that_of_a_slow_count_and_is_guessed_first(answers) -> None:
    answer, _, labels = answers
    percent = f"{100 * (answer == labels).mean():.2f}%"
    app = opened(PAGE)
    assert metrics(app) == [percent]
    assert "784-50-100-10" in app.metric[0].label
    app = opened(PAGE, predict=True)
    assert not app.metric
    assert percent not in said(app)
    keyed(app.text_input, "guess of-a-hundred ").set_value("50").run()
    assert f"You said 50. It is {percent}" in said(app)
    assert metrics(app) == [percent]


def test_both_loops_read_the_same_and_the_guess_is_judged_by_the_race(answers) -> None:
    answer, _, labels = answers
    app = opened(PAGE, "one-or-many", predict=True)
    choose(keyed(app.button_group, "guess how-much-faster "), "more than 30 times as fast")
    assert "This time" not in said(app)
    finished(press(app, "Run both"))
    told = app.success[0].value.replace(THIN, "")
    assert f"Both read {(answer == labels).sum()} of 10000 correctly: the same" in told
    assert re.search(r"This time it went [\d.]+ times|So it was", said(app))


def test_the_batch_size_is_a_number_of_images() -> None:
    app = opened(PAGE, "one-or-many", loops="shapes")
    field = app.number_input(key="batch")
    assert (field.min, field.max, field.value) == (1, 10_000, 100)
    field.set_value(1000).run()
    assert "(1000, 784) → " in said(app)


def test_a_race_is_stopped_and_another_network_ends_it() -> None:
    app = press(opened(PAGE, "one-or-many", slow=True), "Run both")
    app.button(key="stop_race").click().run()
    before = said(app)
    assert not app.success
    assert said(app.run()) == before
    press(app, "Run both")
    assert "images in **" in said(app)
    app.session_state["own network state"].own = OwnNetwork("other.npz", read_weights_file(SHIPPED))
    assert "images in **" not in said(app.run())
    assert "Stop" not in [button.label for button in app.button]


def test_a_race_that_does_not_agree_says_so_and_why() -> None:
    own = OwnNetwork("odd.npz", read_weights_file(SHIPPED))
    lanes = race(*(iter([Progress(10_000, correct, 10_000)]) for correct in (904, 858)))
    state = {
        "own network state": NetworkState(own=own),
        "evaluate state": EvaluateState(race=Work((own.network, 100), lanes, seconds=0.0)),
    }
    app = finished(opened(PAGE, "one-or-many", **state))
    assert not app.success
    assert "do not agree" in "".join(info.value for info in app.info)
    assert "a batch adds up in another order" in said(app)


def test_what_was_measured_is_explained_once_it_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.evaluate.timings.SIZES", (1000, 10_000))
    app = opened(PAGE, "one-or-many", loops="sizes")
    assert "Each size was run" not in said(app)
    assert "Each size was run 5 times" in said(finished(press(app, "Measure on this machine")))


def counted(answers) -> np.ndarray:
    """The confusion matrix, image by image."""
    answer, _, labels = answers
    counts = np.zeros((10, 10), int)
    np.add.at(counts, (labels, answer), 1)
    return counts


def shots(app: AppTest) -> set[str]:
    """The images in the gallery, by what is said of each."""
    return {image.alt for each in app.main.get("image") for image in each.proto.imgs}


def test_a_cell_shows_its_images_row_by_row_and_an_empty_one_says_what_to_do(answers) -> None:
    counts = counted(answers)
    app = opened(PAGE, "mistakes", truth="9", answer="9")
    assert f"**{counts[9, 9]} images**" in said(app)
    first = shots(app)
    app.session_state.gallery = 2
    assert len(first | shots(app.run())) == 10
    app.selectbox(key="truth").set_value("4").run()
    assert f"**{counts[4, 9]} image" in said(app)
    assert len(shots(app)) == min(5, counts[4, 9])
    truth, empty = np.argwhere(counts == 0)[0]
    app = opened(PAGE, "mistakes", truth=str(truth), answer=str(empty))
    assert "No image is like that" in said(app)


def test_the_digit_that_is_read_worst_is_guessed_first(answers) -> None:
    counts = counted(answers)
    right = np.diag(counts) / counts.sum(axis=1)
    app = opened(PAGE, "mistakes", predict=True)
    assert not shapes_of(app)
    choose(keyed(app.button_group, "guess worst-digit "), str(right.argmax()))
    assert f"It is {right.argmin()}: only {100 * right.min():.2f}%" in said(app)
    assert shapes_of(app)


def test_choosing_images() -> None:
    y = np.array([[0.9, 0.1], [0.4, 0.6], [0.7, 0.3], [0.2, 0.8]])
    reading = Predictions(y, np.array([0, 0, 1, 1]))
    sure, unsure = ORDERS
    assert chosen_images(reading, ANY, ANY, sure).tolist() == [0, 3, 2, 1]
    assert chosen_images(reading, ANY, WRONG, unsure).tolist() == [1, 2]
    assert chosen_images(reading, "0", "1", sure).tolist() == [1]
    assert chosen_images(reading, "5", ANY, sure).tolist() == []


def test_the_pair_with_the_most_mistakes_is_found(answers) -> None:
    counts = counted(answers)
    np.fill_diagonal(counts, 0)
    written, answered = map(str, np.unravel_index(counts.argmax(), counts.shape))
    assert commonest(np.eye(10, dtype=int))[2] == 0
    smaller = map(str, np.argwhere((counts > 0) & (counts < counts.max()))[0])
    app = press(opened(PAGE, "mistakes"), "Check 2 ›")
    for truth, answer, words in (
        (written, "wrong", "Choose a written digit and an answer"),
        (written, written, "right answers are no mistakes"),
        (*smaller, "There is a cell with more."),
        (written, answered, f"{counts.max()} times a {written} was read as {answered}."),
    ):
        app.selectbox(key="truth").set_value(truth)
        app.selectbox(key="answer").set_value(answer).run()
        assert words in said(app)


@pytest.mark.parametrize("threshold", [0.0, 0.9, 1.0])
def test_a_threshold_leaves_out_what_is_less_sure(answers, threshold: float) -> None:
    answer, best, labels = answers
    answered, right = metrics(opened(PAGE, "i-dont-know", threshold=threshold))
    least, most = ((best >= threshold + hair).mean() for hair in (1e-7, -1e-7))  # a sum's last bit
    assert 100 * least - 0.011 <= float(answered[:-1]) <= 100 * most + 0.011
    sure = best >= threshold
    assert right == (f"{100 * (answer == labels)[sure].mean():.2f}%" if sure.any() else "–")


def test_how_far_sure_and_right_are_apart_is_said_after_the_guess(answers) -> None:
    answer, best, labels = answers
    places = np.minimum((best * 10).astype(int), 9)
    gaps = [abs(best[places == k].sum() - (answer == labels)[places == k].sum()) for k in range(10)]
    text = said(opened(PAGE, "i-dont-know", doubt="honest"))
    assert f"the two are {sum(gaps) / 100:.2f} percentage points apart" in text
    app = opened(PAGE, "i-dont-know", predict=True)
    assert not app.metric
    keyed(app.text_input, "guess sure-answers ").set_value("11").run()
    assert f"You said 11. It is {100 * (best >= 0.9).mean():.4g}." in said(app)
    assert app.metric


def test_the_numbers_of_the_network_add_up() -> None:
    text = said(opened(PAGE, "own-network"))
    for number in (39_250, 5_100, 1_010, 45_360):
        assert f"<td>{number}</td>" in text
    assert "45360 numbers in ours" in text


def test_a_share_is_counted_in_parts() -> None:
    app = opened(PAGE, "what-you-can-do", counted=10_000)
    assert "from **99.06%** to **99.06%** right" in said(app)
    ends = re.search(
        r"from \*\*([\d.]+)%\*\* to \*\*([\d.]+)%", said(opened(PAGE, "what-you-can-do", counted=10))
    )
    assert ends is not None
    assert float(ends[1]) % 10 == float(ends[2]) % 10 == 0  # so many of ten
