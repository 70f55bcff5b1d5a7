"""The networks of all visitors together have a limit: who comes too late hears it in a sentence."""

from weakref import WeakSet

import pytest
from streamlit.testing.v1 import AppTest

from tests.support.uploading import page, uploaded
from tests.support.weights_files import npz, random_arrays
from ui.state import own_network

FILE = npz(**random_arrays())
BYTES = sum(array.astype("f4").nbytes for array in random_arrays().values())


def own(app: AppTest) -> object:
    return app.session_state["own network state"].own


def test_who_comes_too_late_keeps_ours_until_another_has_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_network, "VISITORS", WeakSet())
    monkeypatch.setattr(own_network, "NETWORKS_BYTES", BYTES * 3 // 2)
    first, second = uploaded(page(), "first.npz", FILE), uploaded(page(), "second.npz", FILE)
    assert own(first)
    assert own(second) is None
    (error,) = second.error
    assert "other visitors have brought fill the memory" in error.value

    uploaded(first, "first again.npz", FILE)  # one that takes the last one's place
    assert own(first).file == "first again.npz"  # type: ignore[attr-defined]
    assert not first.error

    first.button(key="back_to_ours").click().run()
    assert own(uploaded(second, "second.npz", FILE))
