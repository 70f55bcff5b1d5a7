"""The page on the test set: its numbers against ones counted here, and its odd cases."""

from collections.abc import Iterator

import numpy as np
import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from nncore import Predictions, Progress, Timed, load_images, load_network, race, read_weights_file
from nncore.weights.files import SHIPPED
from tests.pages.test_pages import ROOT, finished, text_of
from ui.address.table import ANY, DISTORTIONS, WRONG
from ui.evaluate.doubt import lowest_shown
from ui.evaluate.loops import fastest_and_slowest
from ui.evaluate.measuring import DIALS
from ui.evaluate.mistakes import ORDERS, chosen_images
from ui.evaluate.race import Asked
from ui.figures.confusion import digit_chart
from ui.numbers import THIN
from ui.state.own_network import OwnNetwork
from ui.theme import LIGHT

PUSHING = "How far can you push?"


def opened(**state: object) -> AppTest:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    for key, value in state.items():
        app.session_state[key] = value
    app.run()
    return app.switch_page("pages/evaluate.py").run()


@pytest.fixture(scope="module")
def answers() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Answers, best probabilities and labels by the slow path, image by image."""
    images, labels = load_images("test")
    network = load_network()
    ys = np.array([network.forward(image.ravel() / np.float32(255)).Y for image in images])
    return ys.argmax(axis=1), ys.max(axis=1), labels


def metrics(app: AppTest) -> list[str]:
    return [metric.value.replace(THIN, " ") for metric in app.metric]


@pytest.mark.parametrize("section", ["One or many", "Mistakes", "I don’t know", PUSHING, "Your own network"])
def test_every_section_opens(section: str) -> None:
    app = opened(section=section)
    assert not app.exception
    assert not app.error
    assert app.main.markdown


def test_the_summary(answers) -> None:
    answer, _, labels = answers
    right = int((answer == labels).sum())
    text = text_of(opened()).replace(THIN, "")
    assert f"reads **{right}** right: **{right / 100:.2f}%**" in text


def test_the_race_to_the_last_image(answers) -> None:
    answer, _, labels = answers
    app = opened()
    app.number_input[0].set_value(300).run()
    finished(app.button[0].click().run())
    assert not app.exception
    right = int((answer == labels).sum())
    assert f"Both read {right} of 10000 right: the same, to the last image" in app.success[0].value.replace(
        THIN, ""
    )


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
    app = opened(slow=True)
    app.button[0].click().run()
    app.button(key="stop_race").click().run()
    assert "Stopped" in app.info[0].value
    before = text_of(app)
    app.run()
    assert text_of(app) == before


def test_another_network_in_the_middle_ends_the_race() -> None:
    app = opened(slow=True)
    app.button[0].click().run()
    assert "images in **" in text_of(app)
    app.session_state["own_network"] = OwnNetwork("other.npz", read_weights_file(SHIPPED))
    app.run()
    assert not app.exception
    assert "images in **" not in text_of(app)
    assert not [button for button in app.button if button.label == "Stop"]


def test_a_race_that_does_not_agree_says_so() -> None:
    class Odd(Asked):
        def run(self) -> Iterator[tuple[Timed, ...]]:
            return race(*(iter([Progress(10_000, correct, 10_000)]) for correct in (904, 858)))

    own = OwnNetwork("odd.npz", read_weights_file(SHIPPED))
    app = opened(own_network=own, race=Odd(own.network, 100, 1))
    assert not app.exception
    assert not app.success
    assert "do not agree" in "".join(info.value for info in app.info)


@pytest.mark.parametrize("section", ["Mistakes", "I don’t know", PUSHING])
def test_predict_first_hides_the_numbers_until_they_are_guessed(answers, section: str) -> None:
    answer, best, labels = answers
    right = answer == labels
    wrong = np.bincount(labels[~right], minlength=10) / np.bincount(labels)
    truth = {
        "Mistakes": wrong.argmax(),
        "I don’t know": 100 * (best >= 0.9).mean(),
        PUSHING: 100 * right.mean(),
    }
    app = opened(section=section, predict=True)
    percent = f"{100 * right.mean():.2f}"
    assert percent not in text_of(app)
    assert not app.metric
    finished(app.number_input[0].set_value(50.0).run())
    assert f"it is **{100 * right.mean():.4g}**" in text_of(app)
    assert f"**{percent}{THIN}%**" in text_of(app)
    assert not app.metric
    assert not app.get("vega_lite_chart")
    app.number_input[1].set_value(11.0).run()
    assert not app.exception
    assert f"You said **11**: it is **{truth[section]:.4g}**" in text_of(app)
    assert app.get("vega_lite_chart")


def test_another_choice_begins_with_the_first_images() -> None:
    app = opened(section="Mistakes", answer="any")
    next(button for button in app.button if button.label == "Show 24 more").click().run()
    assert "the first 48" in text_of(app)
    app.selectbox(key="truth").set_value("3").run()
    assert "the first 24" in text_of(app)


def test_what_is_always_or_never_right_is_written_exactly() -> None:
    table = digit_chart(LIGHT, np.array([1.0, 0.0, 0.9876, np.nan])).data
    shown = [text.replace(THIN, " ") for text in table.shown]
    assert shown == ["100.00 % right", "0.00 % right", "98.76 % right", "–"]


@pytest.mark.parametrize("least", [0.999, 0.93, 0.5, 0.04, 0.0])
def test_the_axis_begins_a_little_below_the_curve(least: float) -> None:
    curve = pd.DataFrame({"x": [0.0, 0.5, 0.95, 1.0], "share": [1.0, 1.0, least, 0.0]})
    assert 0 <= lowest_shown(curve) <= least
    assert least - lowest_shown(curve) <= 0.1


@pytest.mark.parametrize(
    ("points", "words"),
    [
        (
            [(1, 0.5), (100, 0.02), (10_000, 0.01)],
            ["0.500 s** in batches of 1.", "10.0 ms** in batches of 10 000."],
        ),
        ([(1, 0.5), (100, 0.02), (10_000, 0.03)], ["20.0 ms** in batches of 100.", "no longer fit"]),
        ([(1, 0.5)], ["500.0 ms** in batches of 1."]),
    ],
)
def test_the_curve_in_words(points: list[tuple[int, float]], words: list[str]) -> None:
    text = fastest_and_slowest(points).replace(THIN, " ")
    assert all(word in text for word in words)
    assert ("cache" in text) == ("no longer fit" in words)


def test_image_zero() -> None:
    text = text_of(opened())
    y = load_network().forward(load_images("test")[0][0].ravel() / np.float32(255)).Y
    assert "Its label is **7**" in text
    assert "All ten: " + ", ".join(f"{p:.3f}" for p in y) in text


def test_a_cell_shows_its_images(answers) -> None:
    answer, _, labels = answers
    count = int(((labels == 4) & (answer == 9)).sum())
    app = opened(section="Mistakes", truth="4", answer="9")
    assert f"**{count} image" in text_of(app)


def test_an_empty_cell_says_what_to_do(answers) -> None:
    answer, _, labels = answers
    counts = np.zeros((10, 10), int)
    np.add.at(counts, (labels, answer), 1)
    truth, empty = np.argwhere(counts == 0)[0]
    app = opened(section="Mistakes", truth=str(truth), answer=str(empty))
    assert not app.exception
    assert "No image is like that" in app.info[0].value


def test_choosing_images() -> None:
    y = np.array([[0.9, 0.1], [0.4, 0.6], [0.7, 0.3], [0.2, 0.8]])
    reading = Predictions(y, np.array([0, 0, 1, 1]))
    sure, unsure = ORDERS
    assert chosen_images(reading, ANY, ANY, sure).tolist() == [0, 3, 2, 1]
    assert chosen_images(reading, ANY, WRONG, sure).tolist() == [2, 1]
    assert chosen_images(reading, ANY, WRONG, unsure).tolist() == [1, 2]
    assert chosen_images(reading, "0", "1", sure).tolist() == [1]
    assert chosen_images(reading, "5", ANY, sure).tolist() == []


@pytest.mark.parametrize("threshold", [0.0, 0.9, 1.0])
def test_i_do_not_know(answers, threshold) -> None:
    answer, best, labels = answers
    app = opened(section="I don’t know", threshold=threshold)
    assert not app.exception
    sure = best >= threshold
    answered, right = metrics(app)
    assert float(answered[:-2]) == pytest.approx(100 * sure.mean(), abs=0.011)
    expected = f"{100 * (answer == labels)[sure].mean():.2f} %" if sure.any() else "–"
    assert right == expected


@pytest.mark.parametrize("end", [0, 1])
def test_all_sliders_at_their_ends(end: int) -> None:
    app = finished(
        opened(section=PUSHING, prepared=True, **{dial.key: DISTORTIONS[dial.field][end] for dial in DIALS})
    )
    assert not app.exception
    assert 0 <= float(metrics(app)[0][:-2]) <= 100


def test_a_shift_and_its_cure(answers) -> None:
    answer, _, labels = answers
    rest = float(metrics(finished(opened(section=PUSHING)))[0][:-2])
    assert rest == pytest.approx(100 * (answer == labels).mean(), abs=0.005)
    shifted = float(metrics(finished(opened(section=PUSHING, push_right=6.0)))[0][:-2])
    cured = float(metrics(finished(opened(section=PUSHING, push_right=6.0, prepared=True)))[0][:-2])
    assert shifted < 40
    assert abs(cured - rest) < 2


def test_reset_brings_all_sliders_back() -> None:
    app = opened(section=PUSHING, push_turn=30.0, push_inverted=True)
    next(button for button in app.button if button.label == "Reset").click().run()
    assert [slider.value for slider in app.slider] == [dial.rest for dial in DIALS]
    assert not app.session_state["push_inverted"]
