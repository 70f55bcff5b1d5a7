"""A field of a matrix takes a number as people write it, or says in a sentence what it takes."""

import pytest
from streamlit.testing.v1 import AppTest

KEY = "field-this field-0-0"


def page() -> None:
    import numpy as np
    import streamlit as st

    from ui.widgets.matrix_editor import matrix_fields, show_refusal

    def put(numbers: np.ndarray) -> None:
        st.session_state.held = float(numbers[0])

    held = np.array([st.session_state.setdefault("held", 2.0)])
    matrix_fields("this field", held, 9999, put, lambda _i, _j: "A number")
    show_refusal("this field")


def test_a_number_is_taken_however_it_is_written() -> None:
    app = AppTest.from_function(page).run()
    for typed, number, shown in (("1,5", 1.5, "1.5"), ("−3", -3, "-3"), (" 1 000 ", 1000, "1000")):
        app.text_input(key=KEY).set_value(typed).run()
        assert not app.error
        assert app.session_state.held == number
        assert app.text_input(key=KEY).value == shown


@pytest.mark.parametrize("typed", ["0x10", "1e400", "10000", "[a](//evil.example)"])
def test_what_does_not_fit_is_told_and_the_old_number_stays(typed: str) -> None:
    app = AppTest.from_function(page).run()
    app.text_input(key=KEY).set_value(typed).run()
    (error,) = app.error
    assert error.value.replace("\\", "").startswith(f"“{typed}” does not fit, and the old number stays")
    assert "](" not in error.value
    assert error.value.endswith("this field takes numbers from −9999 to 9999.")
    assert app.session_state.held == 2
    assert app.text_input(key=KEY).value == "2"
    assert not app.run().error
