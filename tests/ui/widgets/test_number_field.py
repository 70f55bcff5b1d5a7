"""A number field takes a number as people write it, or says in a sentence what it takes."""

import pytest
from streamlit.testing.v1 import AppTest


def page() -> None:
    import streamlit as st

    from ui.widgets.number_field import Range, number_field, show_refusal

    def take(number: float) -> None:
        st.session_state.held = number

    held = st.session_state.setdefault("held", 2.0)
    number_field("A number", held, Range("this field", -9999, 9999), take, key="field")
    show_refusal("this field")


def test_a_number_is_taken_however_it_is_written() -> None:
    app = AppTest.from_function(page).run()
    for typed, number, shown in (("1,5", 1.5, "1.5"), ("−3", -3, "-3"), (" 1 000 ", 1000, "1000")):
        app.text_input(key="field").set_value(typed).run()
        assert not app.error
        assert app.session_state.held == number
        assert app.text_input(key="field").value == shown


@pytest.mark.parametrize("typed", ["0x10", "1e400", "10000", "[a](//evil.example)"])
def test_what_does_not_fit_is_told_and_the_old_number_stays(typed: str) -> None:
    app = AppTest.from_function(page).run()
    app.text_input(key="field").set_value(typed).run()
    (error,) = app.error
    assert error.value.replace("\\", "").startswith(f"“{typed}” does not fit, and the old number stays")
    assert "](" not in error.value
    assert error.value.endswith("this field takes numbers from −9999 to 9999.")
    assert app.session_state.held == 2
    assert app.text_input(key="field").value == "2"
    assert not app.run().error
