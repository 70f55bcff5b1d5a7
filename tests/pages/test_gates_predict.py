"""Predict first on the page of the gates: the answers wait for a guess, and what is needed for it stays."""

from streamlit.testing.v1 import AppTest

from nncore import INPUTS
from tests.support.gates_page import opened, tables, words


def guess(app: AppTest, said: tuple[str, ...]) -> AppTest:
    """Say what each of the four inputs will be answered, in the first prediction that is open."""
    for x, word in zip(INPUTS, said, strict=True):
        group = next(g for g in app.button_group if str(g.key).endswith(f" {x[0]}{x[1]}"))
        group.set_value(word).run()
    assert not app.exception
    return app


def test_predict_first_hides_the_answers_and_nothing_that_is_needed() -> None:
    app = opened()
    app.toggle(key="predict").set_value(True).run()
    assert tables(app)[0][1:] == [
        ["0", "0", "0.5·0 + 0.5·0 − 0.7 = ?", "?", "0"],
        ["1", "0", "0.5·1 + 0.5·0 − 0.7 = ?", "?", "0"],
        ["0", "1", "0.5·0 + 0.5·1 − 0.7 = ?", "?", "0"],
        ["1", "1", "0.5·1 + 0.5·1 − 0.7 = ?", "?", "1"],
    ]
    assert "4 of 4 rows right" not in words(app)
    assert "corners" not in str(tables(app))  # their totals would tell
    assert "With your numbers" not in words(app)
    assert "one and the same neuron" not in words(app)
    guess(app, ("0", "0", "1", "1"))
    assert [row[-1] for row in tables(app)[0]] == ["you said", "0 ✓", "0 ✓", "1 ✗", "1 ✓"]
    assert "You said 0 0 1 1. Look at the rows marked ✗" in words(app)
    assert "this neuron is AND" in words(app)
    assert "With your numbers: −0.4 and −0.4." in words(app).replace("\n", " ")
    app.slider(key="b").set_value(-0.2).run()
    assert all(row[3] == "?" for row in tables(app)[0][1:])


def test_predict_first_hides_what_the_two_layers_answer() -> None:
    app = opened({"only": "two-layers"})
    app.session_state["predict"] = True  # by itself a beat has no sidebar
    app.run()
    assert all(row[2:] == ["?", "?", "?"] for row in tables(app)[0][1:])
    assert "Two became" not in words(app)
    guess(app, ("0", "1", "1", "0"))
    assert [row[-1] for row in tables(app)[0]] == ["you said", "0 ✓", "1 ✓", "1 ✓", "0 ✓"]
    assert "You said 0 1 1 0. All four" in words(app)
    assert "Two became" in words(app)
