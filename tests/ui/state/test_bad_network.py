"""What a bad file changes of a visitor's own network: nothing. `tests/nncore/weights` has each kind."""

import os
import pickle
from pathlib import Path

import numpy as np
import pytest

from tests.support.uploading import MINE, page, uploaded, uploader
from tests.support.weights_files import npz, random_arrays


class Attack:
    def __init__(self, command: str) -> None:
        self.command = command

    def __reduce__(self) -> tuple[object, ...]:
        return os.system, (self.command,)


def test_nothing_in_a_pickle_runs(tmp_path: Path) -> None:
    trace = tmp_path / "it ran"
    content = pickle.dumps({"W1": [Attack(f"touch '{trace}'")]})
    pickle.loads(content)
    assert trace.exists()  # so it would run
    trace.unlink()
    app = uploaded(page(), "bad.pkl", content)
    assert "only those are read, nothing ran" in app.error[0].value.replace("\\", "")
    assert not trace.exists()


BAD = {
    "a missing key": npz(**{k: v for k, v in random_arrays().items() if k != "b2"}),
    "nan": npz(**(random_arrays() | {"b1": np.full(20, np.nan)})),
    "text": b"All work and no play makes Jack a dull boy.\n" * 95_000,
    "its name in the file": b"c![](//evil.example/x.png)\n[a](//evil.example)\n.",
    "empty": b"",
}


@pytest.mark.parametrize("content", BAD.values(), ids=BAD.keys())
def test_a_bad_file_gets_one_sentence_and_changes_nothing(content: bytes) -> None:
    app = uploaded(page(), "mine.npz", npz(**random_arrays()))
    uploaded(app, "bad.pkl", content)
    assert not app.exception
    assert app.success[0].value.startswith(f"In use: **{MINE}**")
    (error,) = app.error
    assert error.value.endswith(".")
    assert "evil" not in error.value
    assert len(error.value.replace("\\", "")) < 250
    assert MINE in app.sidebar.markdown[0].value  # what was in use stays in use
    uploader(app).set_value(None).run()
    assert not app.error
    assert MINE in app.sidebar.markdown[0].value
