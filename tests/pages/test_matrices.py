"""The page on matrix products: its numbers against the lecture notes and sums worked by hand."""

import json
import re

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from nncore import PRODUCTS
from tests.support.app import keyed, opened, text_of
from ui.plain import plain

PAGE = "pages/matrices.py"


def cell(app: AppTest) -> str:
    """Return the sum of products that is written out."""
    return next(line for line in text_of(app).splitlines() if line.startswith("${"))


def sums(app: AppTest) -> str:
    code = "".join(element.value for element in app.code)
    return code.replace(" ", "").replace(".,", ",").replace(".]", "]")


def field(app: AppTest, label: str):  # type: ignore[no-untyped-def]
    return next(element for element in app.text_input if element.label == label)


def test_the_chosen_cell_is_written_out() -> None:
    app = opened(PAGE, "product")
    assert cell(app) == r"${1\cdot 5} + {2\cdot 7} = \mathbf{19}$"
    app.session_state["i"] = app.session_state["j"] = 2
    app.run()
    assert cell(app) == r"${3\cdot 6} + {4\cdot 8} = \mathbf{50}$"


@pytest.mark.parametrize("name", PRODUCTS)
def test_an_example_shows_what_numpy_makes_of_it(name: str) -> None:
    X, W, b = PRODUCTS[name]
    app = opened(PAGE, "layer")
    app.selectbox(key="matrices example").set_value(name).run()
    assert not app.exception
    assert re.sub(r"\s|\.0\b", "", str(np.round(X @ W + b, 12).tolist())) in sums(app).replace("\n", "")


def test_a_number_changes_its_cells_and_stays_from_section_to_section() -> None:
    app = opened(PAGE, "shapes")
    field(app, "X, row 1, column 1").set_value("-2.5").run()
    app.query_params["at"] = "product"
    app.run()
    assert cell(app) == r"${(−2.5)\cdot 5} + {2\cdot 7} = \mathbf{1.5}$"
    app.query_params["at"] = "layer"
    assert "[1.5,1]" in sums(app.run())


def test_a_new_shape_that_does_not_fit_is_explained() -> None:
    app = opened(PAGE, "product")
    assert "These fit, and there is a product" not in text_of(app)  # that is the second check's hint
    app.selectbox(key="shape A").set_value((2, 3)).run()
    assert not app.exception
    assert "A row of X has 3 numbers and a column of W has 2" in text_of(app)
    assert "ValueError: shapes (2,3) and (2,2) not aligned: 3 (dim 1) != 2 (dim 0)" in app.code[0].value
    app.button(key="other-check").click().run()
    assert "NumPy refuses, and says why" in text_of(app)


@pytest.mark.parametrize("text", ["10000", "0x10", "1e400"])
def test_a_number_that_does_not_fit_is_answered_and_changes_nothing(text: str) -> None:
    app = opened(PAGE, "shapes")
    field(app, "X, row 2, column 1").set_value(text).run()
    refusal = f"“{plain(text)}” does not fit, and the old number stays: X takes numbers from −9999 to 9999."
    assert [error.value for error in app.error] == [refusal]
    assert field(app, "X, row 2, column 1").value == "3"


def test_biases_follow_the_columns_of_w() -> None:
    app = opened(
        PAGE, "layer", bias=np.array([0.5, -1, 2]), A=np.array([1.0, 2]), B=np.array([[1.0, 3, 5], [2, 4, 6]])
    )
    assert "[5.5,10,19]" in sums(app)
    app.selectbox(key="shape B").set_value((2, 4)).run()
    assert "[5.5,10,19,0]" in sums(app)


def test_predict_first_hides_the_cell_until_a_guess() -> None:
    app = opened(PAGE, "product", predict=True)
    assert cell(app) == r"${1\cdot 5} + {2\cdot 7} = ?$"
    keyed(app.text_input, "guess one-cell ").set_value("19").run()
    assert "You said 19. You paired the row" in text_of(app)
    assert r"\mathbf{19}" in cell(app)


def test_the_and_gate_becomes_or_by_its_bias_alone() -> None:
    app = opened(PAGE, "layer")
    assert "*One gate* first" not in text_of(app)  # nobody has done anything yet
    app.selectbox(key="shape B").set_value((2, 4)).run()
    assert "*One gate* first" in text_of(app)
    app.selectbox(key="matrices example").set_value("One gate").run()
    for bias, said in (
        ("-0.5", "One input alone is not enough yet"),
        ("0.1", "It would fire even with no input"),
        ("0", "That is OR"),
    ):
        field(app, "b, row 1, column 1").set_value(bias).run()
        assert said in text_of(app)
    field(app, "W, row 1, column 1").set_value("1").run()
    assert "The weights should stay" in text_of(app)


def test_terms_that_cancel_give_0_everywhere() -> None:
    app = opened(PAGE, "product", A=np.array([0.1, 0.3]), B=np.array([[3.0], [-1.0]]))
    assert cell(app) == r"${0.1\cdot 3} + {0.3\cdot (−1)} = \mathbf{0}$"
    app.query_params["at"] = "layer"
    assert "[0]" in sums(app.run())


def test_three_neurons_follow_the_inputs_and_the_chosen_one_is_written_out() -> None:
    app = opened(PAGE, "three-at-once", x1=3, neuron=2)
    alt = json.loads(app.main.get("bidi_component")[0].proto.json)["alt"]
    assert "gives 7, 7, 2. Neuron 2: 3·3 + 2·(−1) = 7" in alt
