"""How far the images can be pushed on the page: every slider, its cure, and the pairs most often confused."""

import re

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from nncore import Distortion, as_seen, load_images, load_network
from tests.pages.test_evaluate import PAGE, metrics
from tests.support.app import finished, keyed, opened, text_of
from ui.evaluate.measuring import DIALS
from ui.numbers import THIN
from ui.resources import test_input as network_input


def pushed(**settings: object) -> AppTest:
    return finished(opened(PAGE, "pushing", **settings))


def accuracy(app: AppTest) -> float:
    return float(metrics(app)[0][:-1])


def captions(app: AppTest) -> list[str]:
    """Return what stands under the pushed images."""
    (row,) = (row for row in app.main.get("image") if len(row.proto.imgs) == 8)
    return [image.caption for image in row.proto.imgs]


@pytest.mark.parametrize("end", [0, 1])
def test_all_sliders_at_their_ends(end: int) -> None:
    app = pushed(prepared=True, **{dial.key: dial.ends[end] for dial in DIALS})
    by = Distortion(**{dial.field: dial.ends[end] for dial in DIALS})
    images, labels = network_input().reshape(-1, 28, 28), load_images("test")[1]
    seen = np.concatenate(list(as_seen(images, by, prepared=True))).reshape(-1, 784)
    assert accuracy(app) == round(100 * (load_network().forward(seen).Y.argmax(axis=1) == labels).mean(), 2)
    assert "Besides: Rotate" in text_of(app)


def test_each_kind_of_push_has_its_sliders_and_the_curve_is_over_the_one_that_moved() -> None:
    app = pushed()
    assert [slider.label for slider in app.slider] == ["Shift right", "Shift down"]
    finished(app.slider(key="push_down").set_value(2.0).run())
    assert "against shift down" in str([element.proto.json for element in app.get("bidi_component")])
    app.session_state["push"] = "turn"
    finished(app.run())
    assert [slider.label for slider in app.slider] == ["Rotate", "Shear"]
    assert "against rotate" in str([element.proto.json for element in app.get("bidi_component")])
    assert "Besides: Shift down 2.0 px" in text_of(app)


def test_the_pushed_images_tell_label_and_answer_and_the_pairs_most_often_confused() -> None:
    app = pushed(push_turn=180.0)
    images, labels = load_images("test")
    upside_down = images[:, ::-1, ::-1].reshape(-1, 784) / np.float32(255)
    answer = load_network().forward(upside_down).Y.argmax(axis=1)
    assert captions(app) == [
        f"{t} → {y}{'' if t == y else ' ✗'}" for t, y in zip(labels[:8], answer[:8], strict=True)
    ]
    pairs = [tuple(map(int, pair)) for pair in re.findall(r"(\d) → (\d) \((\d+)\)", text_of(app))]
    assert len(pairs) == 4
    assert all(times == ((labels == t) & (answer == y)).sum() for t, y, times in pairs)
    assert {(6, 9), (9, 6)} <= {(t, y) for t, y, _ in pairs}


def test_the_answers_to_a_push_are_guessed_first_and_to_another_push_again(answers) -> None:
    answer, _, labels = answers
    app = pushed(predict=True)
    assert captions(app) == [f"{t} → ?" for t in labels[:8]]
    assert not app.metric
    finished(keyed(app.text_input, "guess after-the-push ").set_value("11").run())
    assert f"You said 11. It is {100 * (answer == labels).mean():.4g}." in text_of(app).replace(THIN, "")
    assert not any("?" in caption for caption in captions(app))
    app.slider(key="push_right").set_value(3.0).run()
    assert all("?" in caption for caption in captions(app))


def test_a_shift_is_hurt_then_mended() -> None:
    app = pushed()

    def said(**settings: object) -> str:
        for key, value in settings.items():
            app.session_state[key] = value
        finished(app.run())
        assert not app.exception
        return text_of(app)

    assert "Shift them" not in said()
    assert "Shift them further" in said(prepared=True, push_right=6.0)  # never seen to hurt
    assert "Shift them further" in said(prepared=False, push_right=1.0)
    assert "Now switch *Prepare again as MNIST* on." in said(push_right=10.0)
    assert "no preparation brings it back" in said(prepared=True)
    assert "Now switch" in said(prepared=False, push_right=6.0)
    assert "Mended" in said(prepared=True)
