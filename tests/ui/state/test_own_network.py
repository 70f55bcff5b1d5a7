"""A visitor's own network: who sees it, where it reads, and how one goes back to ours."""

import io

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from nncore import load_network, predict
from nncore.evaluation import metrics
from tests.support.app import ROOT, finished, press, text_of
from tests.support.uploading import MINE, page, uploaded
from tests.support.weights_files import npz, random_arrays


def test_an_upload_gets_a_bar_measured_on_images_that_training_kept_apart() -> None:
    app = finished(uploaded(page(), "mine.npz", npz(**random_arrays())))
    own = app.session_state["own network state"].own
    plain_network = load_network(io.BytesIO(npz(**random_arrays())))
    images = np.load(ROOT / "assets/mnist_train.npz")["images"][-10_000:].reshape(-1, 784)
    A = plain_network.forward(images / np.float32(255))["A3"]
    assert plain_network.bar is None
    assert (A.max(axis=1) >= own.network.bar).sum() == 9830


def test_an_upload_is_evaluated_and_used_on_other_pages_until_one_goes_back_and_nobody_else_sees_it() -> None:
    app = uploaded(page(), "mine.npz", npz(**random_arrays()))
    network = load_network(io.BytesIO(npz(**random_arrays())))
    x = np.load(ROOT / "assets/mnist_test.npz")
    right = (predict(network, x["images"].reshape(-1, 784) / np.float32(255)).argmax(1) == x["labels"]).sum()
    assert f"{right / 100:.2f}" in app.success[0].value
    assert MINE not in text_of(page())
    app.switch_page("pages/home.py")
    app.query_params["at"] = "a-digit-is-read"
    app.run()
    assert "784-20-30-10" in app.sidebar.markdown[0].value
    assert f"read by {MINE}" in [caption.value for caption in app.main.caption]
    image = x["images"][0].reshape(784) / np.float32(255)
    assert f">{predict(network, image).argmax()}<" in text_of(app)
    press(app, "Back to our network")
    assert not app.exception
    assert MINE not in text_of(app)
    assert "Back to our network" not in [button.label for button in app.sidebar.button]


def test_the_test_set_is_read_once_a_network(monkeypatch: pytest.MonkeyPatch) -> None:
    images = []
    monkeypatch.setattr(metrics, "predict", lambda network, x: images.append(len(x)) or predict(network, x))
    app = uploaded(page(), "mine.npz", npz(**random_arrays()))
    app.switch_page("pages/gates.py").run()
    app.switch_page("pages/evaluate.py").run()
    assert sum(images) == 10_000
    uploaded(app, "other.npz", npz(**random_arrays((5, 6))))
    assert sum(images) == 20_000


def test_the_address_tells_of_a_network_and_one_that_is_gone_is_missed_once() -> None:
    app = uploaded(page(), "mine.npz", npz(**random_arrays()))
    assert "true" in app.query_params["own"]
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.query_params["own"] = "true"
    app.switch_page("pages/draw.py").run()
    assert "Only they have it" in app.toast[0].value
    assert "own" not in app.query_params
    assert not app.run().toast


def test_who_goes_back_to_ours_misses_nothing() -> None:
    app = press(uploaded(page(), "mine.npz", npz(**random_arrays())), "Back to our network")
    assert not app.toast
    assert "own" not in app.query_params
