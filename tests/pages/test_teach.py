"""The page for teachers: worksheets are chosen, made and taken along."""

from streamlit.testing.v1 import AppTest

from tests.support.app import opened
from ui.course import page_at

FILE = page_at("teach").file


def labels(app: AppTest) -> list[str]:
    return [button.proto.label for button in app.main.get("download_button")]


def made(app: AppTest) -> AppTest:
    """The page once its sheets are made."""
    next(button for button in app.button if button.label == "Make the sheets").click().run()
    for _ in range(100):
        assert not app.exception
        if labels(app):
            return app
        app.run()
    raise AssertionError("The sheets are never made.")


def test_both_files_are_there_once_they_are_asked_for() -> None:
    app = opened(FILE)
    assert labels(app) == []
    assert labels(made(app)) == ["Download the worksheets", "Download the answers"]


def test_other_sheets_must_be_asked_for_again() -> None:
    app = made(opened(FILE))
    app.text_input(key="field-first_sheet").set_value("31").run()
    assert labels(app) == []
    assert len(labels(made(app))) == 2


def test_what_does_not_fit_is_said_in_a_sentence() -> None:
    app = opened(FILE)
    app.text_input(key="field-pupils").set_value("2.5").run()
    assert [error.value for error in app.error] == [
        r"“2\.5” does not fit, and the old number stays: “Number of pupils” takes whole numbers from 1 to 40."
    ]
    assert app.text_input(key="field-pupils").value == "30"


def test_no_kind_chosen_is_said_too() -> None:
    app = opened(FILE)
    app.button_group(key="sheets").set_value([]).run()
    assert "Choose at least one kind of sheet." in [caption.value for caption in app.caption]


def test_a_link_brings_the_choice_along() -> None:
    app = opened()
    app.query_params.update({"sheets": ["gates"], "pupils": "12", "first_sheet": "200"})
    app.switch_page(FILE).run()
    assert not app.error
    assert app.session_state["sheets"] == ["gates"]
    assert [app.text_input(key=f"field-{name}").value for name in ("pupils", "first_sheet")] == ["12", "200"]
