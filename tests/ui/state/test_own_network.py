"""A visitor's own network: who sees it, where it reads, and how one goes back to ours."""

import io
import pickle

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Button

from nncore import load_network, pickle_network, predict, save_network
from nncore.evaluation import metrics
from tests.support.app import ROOT, finished, text_of
from tests.support.uploading import MINE, page, uploaded, uploader
from tests.support.weights_files import npz, random_arrays


def ways_back(app: AppTest) -> list[Button]:
    return [button for button in app.sidebar.button if button.label == "Back to our network"]


def test_an_upload_gets_a_bar_measured_on_images_that_training_kept_apart() -> None:
    app = finished(uploaded(page(), "mine.npz", npz(**random_arrays())))
    own = app.session_state["own network state"].own
    plain_network = load_network(io.BytesIO(npz(**random_arrays())))
    images = np.load(ROOT / "assets/mnist_train.npz")["images"][-10_000:].reshape(-1, 784)
    A = plain_network.forward(images / np.float32(255))["A3"]
    assert plain_network.bar is None
    assert (A.max(axis=1) >= own.network.bar).sum() == 9830
    assert "Measuring" not in text_of(app)


def test_its_bar_is_measured_in_the_end_where_a_push_came_between() -> None:
    app = uploaded(page(), "mine.npz", npz(**random_arrays((2000, 30))))
    while not ("work_bar" in app.session_state and app.session_state["work_bar"].running):
        app.run()
    app.session_state["section"] = "How far can you push?"
    app.run()
    finished(app.slider(key="push_right").set_value(2.0).run())
    finished(app.switch_page("pages/draw.py").run())
    assert app.session_state["own network state"].own.network.bar is not None


def test_a_bar_in_the_file_stays() -> None:
    app = uploaded(page(), "mine.npz", npz(**random_arrays(), bar=np.array(1.25)))
    own = app.session_state["own network state"].own
    assert own.network.bar == 1.25


def test_an_upload_is_evaluated_named_and_used_on_the_draw_page() -> None:
    app = uploaded(page(), "mine.npz", npz(**random_arrays()))
    assert not app.exception
    assert MINE in app.sidebar.markdown[0].value
    assert "784-20-30-10" in app.sidebar.markdown[0].value
    assert f"**{MINE}** (784-20-30-10)" in app.success[0].value
    network = load_network(io.BytesIO(npz(**random_arrays())))
    x = np.load(ROOT / "assets/mnist_test.npz")
    right = (predict(network, x["images"].reshape(-1, 784) / np.float32(255)).argmax(1) == x["labels"]).sum()
    assert f"{right / 100:.2f}" in app.success[0].value
    app.switch_page("pages/draw.py").run()
    assert not app.exception
    assert MINE in app.sidebar.markdown[0].value


def test_back_to_ours_from_the_sidebar() -> None:
    app = uploaded(page(), "mine.npz", npz(**random_arrays()))
    ways_back(app)[0].click().run()
    assert not app.exception
    assert not ways_back(app)
    assert not app.success
    assert "our network" in text_of(app)


def test_it_stays_when_the_file_is_taken_out_of_the_uploader() -> None:
    """The browser takes it out by itself when the next file is too large."""
    app = uploaded(page(), "mine.npz", npz(**random_arrays()))
    uploader(app).set_value(None).run()
    assert app.success
    assert ways_back(app)


def test_it_reads_on_the_first_page_too() -> None:
    app = uploaded(page(), "mine.npz", npz(**random_arrays()))
    app.switch_page("pages/home.py").run()
    assert f"read by {MINE}" in [caption.value for caption in app.main.caption]
    image = np.load(ROOT / "assets/mnist_test.npz")["images"][0].reshape(784) / np.float32(255)
    answer = predict(load_network(io.BytesIO(npz(**random_arrays()))), image).argmax()
    assert f">{answer}<" in text_of(app)


def test_another_visitor_never_sees_it() -> None:
    mine = uploaded(page(), "mine.npz", npz(**random_arrays()))
    other = page()
    assert mine.success
    assert not other.success
    assert not ways_back(other)
    assert MINE not in text_of(other)


def test_ours_can_be_taken_along_and_brought_back() -> None:
    network, file = load_network(), io.BytesIO()
    save_network(network, file)
    for content in (file.getvalue(), pickle_network(network)):
        again = load_network(io.BytesIO(content))
        assert all((again[key] == network[key]).all() for key in network)
    listing = pickle.loads(pickle_network(network))  # as the book's listing does
    assert listing["W1"].shape == (784, 50)


def test_the_test_set_is_read_once_a_network(monkeypatch: pytest.MonkeyPatch) -> None:
    images = []
    monkeypatch.setattr(metrics, "predict", lambda network, x: images.append(len(x)) or predict(network, x))
    app = uploaded(page(), "mine.npz", npz(**random_arrays()))
    assert sum(images) == 10_000
    app.run()
    app.switch_page("pages/gates.py").run()
    app.switch_page("pages/evaluate.py").run()
    assert sum(images) == 10_000
    uploaded(app, "other.npz", npz(**random_arrays((5, 6))))
    assert sum(images) == 20_000


def test_a_network_that_is_gone_is_missed_until_one_is_brought_or_ours_is_chosen() -> None:
    for answer in ("bring", "ours"):
        app = page()
        app.query_params["own"] = "true"
        app.run()
        assert "Only they have it" in app.info[0].value
        app.switch_page("pages/draw.py").run()
        assert "Only they have it" in app.info[0].value
        assert "true" in app.query_params["own"]
        assert "Bring it again" in [link.proto.label for link in app.get("page_link")]
        app.switch_page("pages/evaluate.py").run()
        if answer == "bring":
            uploaded(app, "mine.npz", npz(**random_arrays()))
        else:
            next(button for button in app.button if button.label == "Go on with our network").click().run()
        assert "Only they have it" not in text_of(app)
        assert ("own" in app.query_params) == (answer == "bring")


def test_the_address_tells_of_a_network_as_long_as_it_is_in_use() -> None:
    app = page()
    assert "own" not in app.query_params
    uploaded(app, "mine.npz", npz(**random_arrays()))
    assert "true" in app.query_params["own"]
    ways_back(app)[0].click().run()
    assert "own" not in app.query_params
    app.query_params["own"] = "true"  # the browser's Back: nothing is gone, ours was chosen
    assert "Only they have it" not in text_of(app.run())
