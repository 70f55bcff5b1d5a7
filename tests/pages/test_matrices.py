"""The page on matrix products: its numbers against the lecture notes and sums worked by hand."""

import json
import re

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from nncore import PRODUCTS
from tests.support.app import ROOT, formulas, keyed, opened, press, text_of
from ui.plain import plain

PAGE = "pages/matrices.py"


def cell(app: AppTest) -> str:
    """Return the sum of products that is written out."""
    return next(line for line in text_of(app).splitlines() if line.startswith("${"))


def first_alt(app: AppTest) -> str:
    return str(json.loads(app.main.get("bidi_component")[0].proto.json)["alt"])


def results(app: AppTest) -> str:
    return (
        "".join(element.value for element in app.code).replace(" ", "").replace(".,", ",").replace(".]", "]")
    )


def field(app: AppTest, label: str):  # type: ignore[no-untyped-def]
    return next(element for element in app.text_input if element.label == label)


def test_the_chosen_cell_is_written_out() -> None:
    app = opened(PAGE)
    assert cell(app) == r"${1\cdot 5} + {2\cdot 7} = \mathbf{19}$"
    app.session_state["i"] = app.session_state["j"] = 2
    app.run()
    assert cell(app) == r"${3\cdot 6} + {4\cdot 8} = \mathbf{50}$"


@pytest.mark.parametrize("name", PRODUCTS)
def test_an_example_shows_what_numpy_makes_of_it(name: str) -> None:
    A, B, b = PRODUCTS[name]
    app = press(opened(PAGE), name)
    assert not app.exception
    assert re.sub(r"\s|\.0\b", "", str(np.round(A @ B + b, 12).tolist())) in results(app).replace("\n", "")


def test_a_number_changes_its_cells_and_the_address_text() -> None:
    app = opened(PAGE)
    field(app, "A, row 1, column 1").set_value("-2.5").run()
    assert cell(app) == r"${(−2.5)\cdot 5} + {2\cdot 7} = \mathbf{1.5}$"
    assert app.session_state["A"] == "-2.5,2;3,4"
    assert field(app, "A, row 2, column 2").value == "4"


def test_a_new_shape_that_does_not_fit_is_explained() -> None:
    app = opened(PAGE)
    app.selectbox(key="shape A").set_value((2, 3)).run()
    assert not app.exception
    assert app.session_state["A"] == "1,2,0;3,4,0"
    assert "A row of A has 3 numbers and a column of B has 2" in text_of(app)
    assert "ValueError: shapes (2,3) and (2,2) not aligned: 3 (dim 1) != 2 (dim 0)" in app.code[0].value


def test_vectors_give_a_single_number() -> None:
    app = opened(PAGE, A="1,2", B="3,4")
    assert not app.exception
    assert cell(app) == r"${1\cdot 3} + {2\cdot 4} = \mathbf{11}$"


@pytest.mark.parametrize("text", ["", "1,2;x", "nan,1;2,3", "inf", "1e308,1;2,3", "1,2,3,4,5", "\0"])
def test_nonsense_leaves_the_numbers_and_says_what_to_write(text: str) -> None:
    app = opened(PAGE, B="1,0;0,2")
    app.text_input(key="A").set_value("7,8;9,1").run()
    app.text_input(key="A").set_value(text).run()
    assert not app.exception
    assert "A stays as it was" in app.error[0].value
    assert len(app.error) == 1
    assert field(app, "A, row 1, column 1").value == "7"
    assert field(app, "B, row 2, column 2").value == "2"


def test_biases_follow_the_columns_of_b() -> None:
    app = opened(PAGE, bias="0.5,-1,2", A="1,2", B="1,3,5;2,4,6")
    assert "[5.5,10,19]" in results(app)
    app.selectbox(key="shape B").set_value((2, 4)).run()
    assert "[5.5,10,19,0]" in results(app)


def test_predict_first_hides_the_cell_and_the_layer_until_a_guess() -> None:
    app = opened(PAGE, predict=True)
    assert cell(app) == r"${1\cdot 5} + {2\cdot 7} = ?$"
    assert "19" not in results(app)
    keyed(app.text_input, "guess one-cell ").set_value("19").run()
    assert "You said 19. You paired the row" in text_of(app)
    assert r"\mathbf{19}" in cell(app)


def test_the_checks_know_the_state_of_the_page() -> None:
    app = opened(PAGE)
    assert "These fit, and there is a product" in text_of(app)
    assert "Choose the example" in text_of(app)
    app.selectbox(key="shape A").set_value((2, 3)).run()
    assert "NumPy refuses, and says why" in text_of(app)
    app = press(opened(PAGE), "(2,) · (2, 1) + (1,)")
    assert "One input alone is not enough yet" in text_of(app)
    field(app, "b, row 1, column 1").set_value("-0.5").run()
    assert "One input alone is not enough yet" in text_of(app)
    field(app, "b, row 1, column 1").set_value("0.1").run()
    assert "It would fire even with no input" in text_of(app)
    field(app, "b, row 1, column 1").set_value("0").run()
    assert "That is OR" in text_of(app)
    field(app, "B, row 1, column 1").set_value("1").run()
    assert "The weights should stay" in text_of(app)


def test_the_layer_by_itself_brings_its_matrices() -> None:
    app = opened(PAGE, only="layer")
    assert not app.exception
    assert field(app, "A, row 1, column 1").value == "1"
    assert "[19,22]" in results(app)


def test_one_image_and_a_batch() -> None:
    app = opened(PAGE)
    assert r"\text{(100, 784)} \cdot \text{(784, 50)} \to \text{(100, 50)}" in formulas(app)
    app.session_state["images"] = 1
    app.run()
    assert r"\text{(784,)} \cdot \text{(784, 50)} \to \text{(50,)}" in formulas(app)


def test_terms_that_cancel_give_0_everywhere() -> None:
    app = opened(PAGE, A="0.1,0.3", B="3;-1")
    assert cell(app) == r"${0.1\cdot 3} + {0.3\cdot (−1)} = \mathbf{0}$"
    assert "[0]" in results(app)


def test_factors_are_exact_and_a_cut_result_says_so() -> None:
    app = opened(PAGE, A="1234.5678,0.1234567", B="1;1")
    assert cell(app) == r"${1234.5678\cdot 1} + {0.1234567\cdot 1} ≈ \mathbf{1234.69}$"


def test_the_sums_of_large_numbers_fit_a_phone() -> None:
    large = "9999,-9999,1234.56,8888;1,2,3,4;5,6,7,8;1,1,1,1"
    app = opened(PAGE, A=large, B=large)
    assert max(map(len, app.code[0].value.splitlines())) <= 34


@pytest.mark.parametrize("text", ["10000", "-9999.5", "1e308", "0x10", "1e400"])
def test_a_number_that_does_not_fit_is_answered_and_changes_nothing(text: str) -> None:
    app = opened(PAGE)
    field(app, "A, row 1, column 2").set_value("7").run()
    field(app, "A, row 2, column 1").set_value(text).run()
    refusal = f"“{plain(text)}” does not fit, and the old number stays: A takes numbers from −9999 to 9999."
    assert [error.value for error in app.error] == [refusal]
    assert field(app, "A, row 2, column 1").value == "3"
    assert app.session_state["A"] == "1,7;3,4"
    field(app, "A, row 2, column 1").set_value("9999").run()
    assert not app.error
    assert app.session_state["A"] == "1,7;9999,4"


def test_fields_that_change_in_one_go_are_all_taken() -> None:
    app = opened(PAGE)
    field(app, "A, row 1, column 1").set_value("7")
    field(app, "A, row 1, column 2").set_value("8")
    field(app, "A, row 2, column 1").set_value("1e+308")
    field(app, "B, row 2, column 2").set_value("-0")
    app.run()
    assert (app.session_state["A"], app.session_state["B"]) == ("7,8;3,4", "5,6;7,0")


def test_a_message_is_no_highlighter() -> None:
    """Yellow is for what happens now: no page has a warning box, which would take that colour."""
    code = [path.read_text() for folder in ("pages", "ui") for path in (ROOT / folder).rglob("*.py")]
    assert code
    assert not any("st.warning(" in text for text in code)


def test_three_neurons_follow_the_inputs_and_the_chosen_one_is_written_out() -> None:
    app = opened(PAGE, x1=3, neuron=2)
    assert "gives 7, 7, 2. Neuron 2: 3·3 + 2·(−1) = 7" in first_alt(app)
    app.slider(key="x2").set_value(-3).run()
    assert not app.exception
    assert "gives −3, 12, −18. Neuron 2: 3·3 + (−3)·(−1) = 12" in first_alt(app)
