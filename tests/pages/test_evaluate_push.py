"""How far the images can be pushed on the page: every slider, its cure, and the pairs most often confused."""

import re

import numpy as np
import pytest

from nncore import Distortion, as_seen, load_images, load_network
from tests.support.app import finished, words_in
from tests.support.evaluate_page import PUSHING, captions, metrics, opened
from ui.address.settings import DISTORTIONS
from ui.evaluate.measuring import DIALS
from ui.numbers import THIN
from ui.resources import test_input as network_input


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
    assert shifted < 50
    assert abs(cured - rest) < 2


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
