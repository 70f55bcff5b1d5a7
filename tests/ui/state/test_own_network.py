"""A visitor's own network: what it is called, who sees it, and what a bad file changes (nothing)."""

import io
import os
import pickle
import re
import zipfile
from pathlib import Path

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Button

from nncore import load_network, pickle_network, predict, read_weights_file, save_network
from nncore.evaluation import metrics
from nncore.weights.files import SHIPPED
from tests.support.app import ROOT, finished, text_of
from tests.support.uploading import FOREIGN, page, uploaded, uploader
from tests.support.weights_files import npz, random_arrays
from ui.plain import plain
from ui.state.own_network import OwnNetwork

MINE = plain("mine.npz")
"""How the name of the file stands in Markdown."""


def ways_back(app: AppTest) -> list[Button]:
    return [button for button in app.sidebar.button if button.label == "Back to our network"]


class Attack:
    def __init__(self, function: object, *arguments: object) -> None:
        self.function, self.arguments = function, arguments

    def __reduce__(self) -> tuple[object, ...]:
        return self.function, self.arguments


def bomb() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("W1.npy", bytes(80 * 2**20))
    return file.getvalue()


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


def test_nothing_in_a_pickle_runs(tmp_path: Path) -> None:
    trace = tmp_path / "it ran"
    calls = (Attack(os.system, f"touch '{trace}'"), {"W1": [Attack(os.system, f"touch '{trace}'")]})
    texts = [pickle.dumps(call, protocol) for call in calls for protocol in range(6)]
    texts.append(f"cos\nsystem\n(S\"touch '{trace}'\"\ntR.".encode())
    pickle.loads(texts[-1])
    assert trace.exists()  # so it would run
    trace.unlink()
    app = page()
    for text in texts:
        uploaded(app, "bad.pkl", text)
        sentence = app.error[0].value.replace("\\", "")
        assert re.search(r"asks for '(os|posix|nt)\.system': only NumPy arrays are read", sentence)
    assert not trace.exists()


def test_another_visitor_never_sees_it() -> None:
    mine = uploaded(page(), "mine.npz", npz(**random_arrays()))
    other = page()
    assert mine.success
    assert not other.success
    assert not ways_back(other)
    assert MINE not in text_of(other)


BAD = {
    "a function of Python": pickle.dumps(Attack(eval, "1/0")),
    "a function of NumPy": pickle.dumps({"W1": Attack(np.zeros, 3)}, protocol=2),
    "nested": pickle.dumps({"W1": {"deep": [Attack(eval, "1/0")]}}, protocol=5),
    "a missing key": npz(**{k: v for k, v in random_arrays().items() if k != "b2"}),
    "wrong shapes": npz(**(random_arrays() | {"W2": np.ones((7, 30))})),
    "nine outputs": npz(**(random_arrays() | {"W3": np.ones((30, 9)), "b3": np.ones(9)})),
    "objects": npz(**(random_arrays() | {"b1": np.array([None] * 20)})),
    "nan": npz(**(random_arrays() | {"b1": np.full(20, np.nan)})),
    "inf": npz(**(random_arrays() | {"b1": np.full(20, np.inf)})),
    "a zip bomb": bomb(),
    "text": b"All work and no play makes Jack a dull boy.\n" * 95_000,
    "empty": b"",
}


@pytest.mark.parametrize("content", BAD.values(), ids=BAD.keys())
def test_a_bad_file_gets_one_sentence_and_changes_nothing(content: bytes) -> None:
    app = uploaded(page(), "mine.npz", npz(**random_arrays()))
    uploaded(app, "bad.pkl", content)
    assert not app.exception
    assert len(app.error) == 1
    sentence = app.error[0].value
    assert sentence.endswith(".")
    assert len(sentence.replace("\\", "")) < 250
    assert "Traceback" not in sentence
    assert MINE in app.sidebar.markdown[0].value  # what was in use stays in use
    uploader(app).set_value(None).run()
    assert not app.error
    assert MINE in app.sidebar.markdown[0].value


def test_ours_can_be_taken_along_and_brought_back() -> None:
    network, file = load_network(), io.BytesIO()
    save_network(network, file)
    for content in (file.getvalue(), pickle_network(network)):
        again = load_network(io.BytesIO(content))
        assert all((again[key] == network[key]).all() for key in network)
    listing = pickle.loads(pickle_network(network))  # as the book's listing does
    assert listing["W1"].shape == (784, 50)


def test_the_name_of_a_file_is_plain_text_wherever_it_is_shown() -> None:
    app = uploaded(page(), FOREIGN, npz(**random_arrays()))
    assert app.success
    app.switch_page("pages/home.py").run()
    for path in ("pages/home.py", "pages/evaluate.py"):
        app.switch_page(path).run()
        assert not app.exception
        shown = [element.value for element in (*app.markdown, *app.caption, *app.success)]
        assert any(plain(FOREIGN) in text for text in shown)
        assert not [text for text in shown if re.search(r"(?<!\\)\]\(|(?<!\\)<b>|https:/", text)]


@pytest.mark.parametrize("name", ["our network", "  ", "\u202e"])
def test_a_file_without_a_name_of_its_own_is_your_network(name: str) -> None:
    assert OwnNetwork(name, read_weights_file(SHIPPED)).name == "your network"


def test_a_name_in_a_file_is_not_shown_with_its_refusal() -> None:
    call = b"c![](//evil.example/x.png)\n[a](//evil.example)\n."
    app = uploaded(page(), "bad.pkl", call)
    assert "only NumPy arrays are read" in app.error[0].value
    assert "evil" not in app.error[0].value


def test_messages_of_two_files_never_stand_side_by_side() -> None:
    app = uploaded(page(), "mine.npz", npz(**random_arrays()))
    uploaded(app, "bad.pkl", BAD["nan"])
    assert app.error
    assert not app.success
    assert any("stays in use" in element.value for element in app.markdown)
    uploaded(app, "other.npz", npz(**random_arrays((5, 6))))
    assert not app.error
    assert "784-5-6-10" in app.success[0].value
    uploaded(app, "bad.pkl", BAD["nan"])
    app.button(key="back").click().run()
    assert not app.error
    assert not app.success


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
