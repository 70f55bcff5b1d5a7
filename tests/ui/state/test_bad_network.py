"""What a bad file changes of a visitor's own network: nothing."""

import io
import os
import pickle
import re
import zipfile
from pathlib import Path

import numpy as np
import pytest

from tests.support.uploading import MINE, page, uploaded, uploader
from tests.support.weights_files import npz, random_arrays


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
