"""The page on the test set: its numbers against ones counted here, and its odd cases."""

import re
from collections.abc import Iterator, Mapping

import numpy as np
import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from nncore import (
    Bin,
    Distortion,
    Predictions,
    Progress,
    Timed,
    as_seen,
    load_images,
    load_network,
    race,
    read_weights_file,
)
from nncore.weights.files import SHIPPED
from tests.support.app import ROOT, finished, text_of, words_in
from ui.address.settings import ANY, DISTORTIONS, SECTIONS, WRONG
from ui.evaluate.doubt import enough, loneliest, lowest_shown
from ui.evaluate.evaluate_state import EvaluateState
from ui.evaluate.measuring import DIALS
from ui.evaluate.mistakes import ORDERS, chosen_images, live_values
from ui.evaluate.race import RaceRequest, speed_in_words
from ui.evaluate.timings import fastest_and_slowest
from ui.figures.confusion import digit_chart
from ui.figures.curves import batch_curve
from ui.lessons import read_lesson
from ui.numbers import THIN
from ui.resources import test_input as network_input
from ui.state.own_network import NetworkState, OwnNetwork
from ui.theme import LIGHT

PUSHING, DOUBT = "How far can you push?", "I don’t know"
BEATS = dict(zip(SECTIONS, read_lesson("evaluate").beats[1:-1], strict=True))


def opened(**state: object) -> AppTest:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    for key, value in state.items():
        app.session_state[key] = value
    app.run()
    return app.switch_page("pages/evaluate.py").run()


def linked(state: Mapping[str, object] | None = None, **query: str) -> AppTest:
    """Open the page by a link."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    for key, value in (state or {}).items():
        app.session_state[key] = value
    app.run()
    for name, text in query.items():
        app.query_params[name] = text
    return app.switch_page("pages/evaluate.py").run()


def press(app: AppTest, label: str) -> AppTest:
    next(button for button in app.main.button if button.label == label).click().run()
    assert not app.exception
    return app


def guess(app: AppTest, prediction: str, said: str) -> AppTest:
    """Answer a prediction: a number, or a choice."""
    fields = [*app.text_input, *app.button_group]
    field = next(field for field in fields if str(field.key).startswith(f"guess {prediction} "))
    field.set_value(said).run()
    assert not app.exception
    return app


@pytest.fixture(scope="module")
def answers() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Answers, best probabilities and labels by the slow path, image by image."""
    images, labels = load_images("test")
    network = load_network()
    ys = np.array([network.forward(image.ravel() / np.float32(255)).Y for image in images])
    return ys.argmax(axis=1), ys.max(axis=1), labels


def metrics(app: AppTest) -> list[str]:
    return [metric.value.replace(THIN, " ") for metric in app.metric]


# The sections


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_shows_its_beat_between_the_first_and_the_last(section: str) -> None:
    app = opened(section=section)
    assert not app.exception
    assert not app.error
    beats = read_lesson("evaluate").beats
    assert [h.value for h in app.main.header] == [
        beat.heading for beat in (beats[0], BEATS[section], beats[-1])
    ]


def arrived_at(app: AppTest) -> list[str]:
    scripts = "\n".join(str(element.proto.body) for element in app.main.get("html"))
    return re.findall(r'getElementById\("(.*?)"\)\?\.scrollIntoView', scripts)


@pytest.mark.parametrize("section", SECTIONS)
def test_a_link_to_a_section_leads_to_its_beat(section: str) -> None:
    app = linked(section=section)
    assert not app.error
    assert app.main.header[1].value == BEATS[section].heading
    assert arrived_at(app) == [BEATS[section].name]


def test_without_a_link_to_a_section_the_page_begins_at_its_top() -> None:
    app = linked(batch="50")
    assert arrived_at(app) == []
    app.session_state["section"] = "Mistakes"
    app.run()
    assert app.main.header[1].value == "Where it fails"
    assert arrived_at(app) == []


def test_one_goes_from_section_to_section_to_the_end() -> None:
    app = opened()
    for section in SECTIONS[1:]:
        press(app, f"Next: {BEATS[section].heading}")
        assert app.session_state["section"] == section
        assert app.main.header[1].value == BEATS[section].heading
        assert arrived_at(app) == [BEATS[section].name]
    assert not [button for button in app.main.button if button.label.startswith("Next")]


def test_the_course_ends_with_a_card_and_the_sheet() -> None:
    app = opened()
    card = words_in(app, "beat-what-you-can-do")
    assert "what a percentage of right answers is worth" in card.replace("\n", " ")
    assert "Left out so far" in card
    assert "A sheet to take along" in [button.proto.label for button in app.main.get("download_button")]


def test_the_summary(answers) -> None:
    answer, _, labels = answers
    right = int((answer == labels).sum())
    said = words_in(opened(), "beat-kept-apart").replace(THIN, "").replace("\n", " ")
    assert f"our network reads {right} correctly: {right / 100:.2f}%" in said


# One or many


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


@pytest.mark.parametrize(
    ("faster", "words"),
    [
        (0.2, "about as fast"),
        (1.4, "about as fast"),
        (1.5, "about 2 times as fast"),
        (5, "about 10 times as fast"),
        (17, "about 10 times as fast"),
        (18, "more than 30 times as fast"),
        (99, "more than 30 times as fast"),
    ],
)
def test_how_many_times_as_fast_in_words(faster: float, words: str) -> None:
    assert speed_in_words(faster) == words


def test_the_timings_are_told_with_their_spread_and_without_a_cause() -> None:
    text = fastest_and_slowest(
        [(1, (1.5, 1.25, 9.0)), (100, (0.02, 0.03, 0.021)), (10_000, (0.001, 0.5, 0.5))]
    )
    assert (
        text == "Slowest: batches of 1, **1.250 to 9.000 s**. Fastest: batches of 100, **20.0 to 30.0 ms**."
    )
    assert fastest_and_slowest([(1, (0.5,))]).count("batches of 1, **500.0 ms**") == 2


def test_every_run_is_a_dot_and_every_size_a_bar_from_the_shortest_to_the_longest() -> None:
    chart = batch_curve(LIGHT, ((1, (0.5, 0.4, 0.7)), (10, (0.2,))), 10)
    _, line, bars, dots = chart.layer
    assert dots.data.values.tolist() == [[1, 0.5], [1, 0.4], [1, 0.7], [10, 0.2]]
    assert isinstance(bars.data, pd.DataFrame)
    assert [bars.data[name].tolist() for name in ("batch", "shortest", "longest", "runs")] == [
        [1, 10],
        [0.4, 0.2],
        [0.7, 0.2],
        [3, 1],
    ]
    assert line.data.middle.tolist() == [0.5, 0.2]
    assert chart.to_dict()


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


# Predict first


def test_predict_first_asks_for_the_accuracy_before_all_that_tells_it(answers) -> None:
    answer, _, labels = answers
    percent = f"{(answer == labels).mean() * 100:.2f}"
    for section in SECTIONS:
        app = opened(section=section, predict=True)
        assert percent not in text_of(app).replace(THIN, "")
        assert not app.metric
        assert not app.get("vega_lite_chart")
        guess(app, "of-a-hundred", "50")
        said = words_in(app, "predict-of-a-hundred")
        assert f"You said 50. It is {percent}{THIN}%" in said
        assert app.main.header[1].value == BEATS[section].heading
    assert "You said 99. That close" in words_in(
        guess(opened(predict=True), "of-a-hundred", "99"), "predict-of-a-hundred"
    )


def test_predict_first_hides_what_each_section_is_about(answers) -> None:
    answer, best, labels = answers
    right = answer == labels
    wrong = np.bincount(labels[~right], minlength=10) / np.bincount(labels)
    worst, other = int(wrong.argmax()), int(wrong.argmin())
    for section, prediction, said, words in (
        ("Mistakes", "worst-digit", f"{other}", f"It is {worst}: only {100 * (1 - wrong[worst]):.2f}{THIN}%"),
        (DOUBT, "sure-answers", "11", f"It is {100 * (best >= 0.9).mean():.4g}."),
        (PUSHING, "after-the-push", "11", f"It is {100 * right.mean():.4g}."),
    ):
        app = guess(opened(section=section, predict=True), "of-a-hundred", "50")
        assert not app.metric
        assert not app.get("vega_lite_chart")
        finished(guess(app, prediction, said))
        assert f"You said {said}. {words}" in words_in(app, f"predict-{prediction}")
        assert app.get("vega_lite_chart")


def test_a_beat_by_itself_does_not_wait_for_a_guess_that_is_not_there() -> None:
    app = linked({"predict": True}, only="mistakes")
    assert not app.exception
    guess(app, "worst-digit", "1")
    assert app.get("vega_lite_chart")


def test_how_much_faster_is_asked_before_the_race_and_judged_after_it() -> None:
    app = guess(opened(predict=True), "of-a-hundred", "50")
    assert "Press *Run both*" in words_in(app, "beat-one-or-many")  # nothing is hidden
    guess(app, "how-much-faster", "more than 30 times as fast")
    said = words_in(app, "predict-how-much-faster")
    assert "You said more than 30 times as fast." in said
    assert "This time" not in said
    finished(press(app, "Run both"))
    assert re.search(r"This time it went [\d.]+ times|So it was", words_in(app, "predict-how-much-faster"))


def test_the_pushed_images_stay_while_their_answers_are_to_be_guessed() -> None:
    app = guess(opened(section=PUSHING, predict=True, push_turn=180.0), "of-a-hundred", "50")
    assert captions(app) == [f"{t} → ?" for t in (7, 2, 1, 0, 4, 1, 4, 9)]
    assert "Most often confused" not in text_of(app)
    finished(guess(app, "after-the-push", "10"))
    assert not any("?" in caption for caption in captions(app))
    app.slider(key="push_turn").set_value(90.0).run()
    assert all("?" in caption for caption in captions(app))  # another push, another guess


# Mistakes


def test_another_choice_begins_with_the_first_images() -> None:
    app = press(opened(section="Mistakes", answer="any"), "Show 24 more")
    assert "the first 48" in text_of(app)
    app.selectbox(key="truth").set_value("3").run()
    assert "the first 24" in text_of(app)


def test_the_bars_of_the_digits_are_as_long_as_they_say() -> None:
    table = digit_chart(LIGHT, np.array([1.0, 0.0, 0.9876, np.nan])).data
    shown = [text.replace(THIN, " ") for text in table.shown]
    assert shown == ["0.00 %", "100.00 %", "1.24 %", "–"]
    assert table.wrong.round(4).tolist()[:3] == [0, 1, 0.0124]


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


def test_what_the_prose_says_of_the_mistakes(answers) -> None:
    answer, best, labels = answers
    pairs = [(int(t), int(y)) for t, y in zip(labels, answer, strict=True) if t != y]
    times = {pair: pairs.count(pair) for pair in pairs}
    both = {(a, b): times.get((a, b), 0) + times.get((b, a), 0) for a in range(10) for b in range(a + 1, 10)}
    wrong = np.flatnonzero(answer != labels)
    surest = wrong[best[wrong].argmax()]
    said = words_in(opened(section="Mistakes"), "beat-mistakes").replace(THIN, "").replace("\n", " ")
    count = re.search(r"Count both ways round: (\d) and (\d), (\d+) times", said)
    assert count is not None
    a, b, n = map(int, count.groups())
    assert both[a, b] == n == max(both.values())
    assert f"number {surest}, written as {labels[surest]}, read as {answer[surest]}" in said


def test_without_a_mistake_nothing_is_made_up() -> None:
    y = np.eye(10)
    reading = Predictions(y, np.arange(10))
    values = live_values(reading, np.eye(10, dtype=int))
    assert values["pair_count"] == 0
    assert values["surest"] == "…"


def test_the_pair_with_the_most_mistakes_is_found(answers) -> None:
    answer, _, labels = answers
    counts = np.zeros((10, 10), int)
    np.add.at(counts, (labels, answer), 1)
    np.fill_diagonal(counts, 0)
    written, answered = np.unravel_index(counts.argmax(), counts.shape)
    smaller = np.argwhere((counts > 0) & (counts < counts.max()))[0]
    app = opened(section="Mistakes")
    for truth, said, words in (
        ("any", "a wrong one", ""),
        (f"{written}", "a wrong one", "Choose a written digit and an answer"),
        (f"{written}", f"{written}", "right answers are no mistakes"),
        (f"{smaller[0]}", f"{smaller[1]}", "There is a cell with more."),
        (f"{written}", f"{answered}", f"{counts.max()} times a {written} was read as {answered}."),
    ):
        app.selectbox(key="truth").set_value(truth)
        app.selectbox(key="answer").set_value(said).run()
        check = words_in(app, "check-find-the-pair")
        assert words in check
        assert words or "Choose" not in check


# I don't know


@pytest.mark.parametrize("least", [0.999, 0.93, 0.5, 0.04, 0.0])
def test_the_axis_begins_a_little_below_the_curve(least: float) -> None:
    shares = {0.0: 1.0, 0.5: 1.0, 0.95: least, 1.0: 0.0}
    curve = [{"x": x, "share": share} for x, share in shares.items()]
    assert 0 <= lowest_shown(curve) <= least
    assert least - lowest_shown(curve) <= 0.1


@pytest.mark.parametrize("threshold", [0.0, 0.9, 1.0])
def test_i_do_not_know(answers, threshold) -> None:
    answer, best, labels = answers
    app = opened(section=DOUBT, threshold=threshold)
    assert not app.exception
    answered, right = metrics(app)
    least, most = ((best >= threshold + hair).mean() for hair in (1e-7, -1e-7))  # a sum's last bit
    assert 100 * least - 0.011 <= float(answered[:-2]) <= 100 * most + 0.011
    sure = best >= threshold
    expected = f"{100 * (answer == labels)[sure].mean():.2f} %" if sure.any() else "–"
    assert right == expected


def test_a_dot_of_few_images_is_explained(answers) -> None:
    _, best, _ = answers
    places = np.minimum((best * 10).astype(int), 9)
    counts = np.bincount(places, minlength=10)
    few = min((place for place in range(10) if counts[place]), key=counts.__getitem__)
    said = words_in(opened(section=DOUBT), "beat-i-dont-know").replace("\n", " ")
    assert counts[few] < 20
    mean = 100 * best[places == few].mean()
    assert f"The dot at {mean:.0f}{THIN}% stands for only {counts[few]} images" in said


def test_dots_of_many_images_are_not_excused() -> None:
    assert loneliest([Bin(20, 0.3, 0.2), Bin(900, 0.9, 0.9)]) is None
    assert loneliest([Bin(19, 0.3, 0.2), Bin(900, 0.9, 0.9)]) == Bin(19, 0.3, 0.2)


def test_the_threshold_for_999_of_1000(answers) -> None:
    answer, best, labels = answers
    right = answer == labels
    wanted = next(k / 100 for k in range(101) if right[best >= k / 100].mean() >= 0.999)
    left = int((best < wanted).sum())
    said = words_in(opened(section=DOUBT), "beat-i-dont-know").replace("\n", " ")
    assert f"With about {wanted:g}; {left} images are left to you." in said


def test_a_network_that_is_never_so_good_has_no_such_threshold() -> None:
    assert enough(Predictions(np.eye(10), np.zeros(10, int))) == {"threshold_999": "…", "left_999": "…"}


# How far can you push it?


def captions(app: AppTest) -> list[str]:
    """Return what stands under the pushed images."""
    return next(
        [image.caption for image in row.proto.imgs]
        for row in app.main.get("image")
        if len(row.proto.imgs) == 8
    )


@pytest.mark.parametrize("end", [0, 1])
def test_all_sliders_at_their_ends(end: int) -> None:
    dials = {dial.key: DISTORTIONS[dial.field][end] for dial in DIALS}
    app = finished(opened(section=PUSHING, prepared=True, **dials))
    assert not app.exception
    by = Distortion(**{dial.field: DISTORTIONS[dial.field][end] for dial in DIALS})
    images, labels = network_input().reshape(-1, 28, 28), load_images("test")[1]
    seen = np.concatenate(list(as_seen(images, by, prepared=True))).reshape(-1, 784)
    right = load_network().forward(seen).Y.argmax(axis=1) == labels
    assert metrics(app)[0] == f"{100 * right.mean():.2f} %"


def test_a_shift_and_its_cure(answers) -> None:
    answer, _, labels = answers
    rest = float(metrics(finished(opened(section=PUSHING)))[0][:-2])
    assert rest == pytest.approx(100 * (answer == labels).mean(), abs=0.005)
    shifted = float(metrics(finished(opened(section=PUSHING, push_right=6.0)))[0][:-2])
    cured = float(metrics(finished(opened(section=PUSHING, push_right=6.0, prepared=True)))[0][:-2])
    assert shifted < 45
    assert abs(cured - rest) < 2


def test_reset_brings_all_sliders_back_and_switches_the_preparation_off() -> None:
    app = press(opened(section=PUSHING, push_turn=30.0, push_inverted=True, prepared=True), "Reset")
    assert [slider.value for slider in app.slider] == [dial.rest for dial in DIALS]
    assert not app.session_state["push_inverted"]
    assert not app.session_state["prepared"]


def test_the_pushed_images_tell_label_and_answer_and_the_pairs_most_often_confused() -> None:
    app = finished(opened(section=PUSHING, push_turn=180.0))
    images, labels = load_images("test")
    upside_down = images[:, ::-1, ::-1].reshape(-1, 784) / np.float32(255)
    answer = load_network().forward(upside_down).Y.argmax(axis=1)
    assert captions(app) == [
        f"{t} → {y}{'' if t == y else ' ✗'}" for t, y in zip(labels[:8], answer[:8], strict=True)
    ]
    line = next(c.value for c in app.main.caption if "Most often confused" in c.value).replace(THIN, "")
    assert "of 10000 images" in line
    pairs = [tuple(map(int, pair)) for pair in re.findall(r"(\d) → (\d) \((\d+) times\)", line)]
    assert len(pairs) == 6
    for t, y, times in pairs:
        assert times == ((labels == t) & (answer == y)).sum()
    assert [times for *_, times in pairs] == sorted((times for *_, times in pairs), reverse=True)
    assert {(6, 9), (9, 6)} <= {(t, y) for t, y, _ in pairs}


def test_a_shift_is_hurt_then_mended() -> None:
    app = finished(opened(section=PUSHING))

    def said(**settings: object) -> str:
        for key, value in settings.items():
            app.session_state[key] = value
        finished(app.run())
        assert not app.exception
        return words_in(app, "check-mend-a-shift")

    assert "Shift them" not in said()
    assert "Shift them further" in said(prepared=True, push_right=6.0)  # never seen to hurt
    assert "Shift them further" in said(prepared=False, push_right=1.0)
    assert "Now switch *Prepare again as MNIST* on." in said(push_right=10.0)
    assert "no preparation brings it back" in said(prepared=True)
    assert "Now switch" in said(prepared=False, push_right=6.0)
    assert "Mended" in said(prepared=True)
