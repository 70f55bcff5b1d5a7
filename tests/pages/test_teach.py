"""The page for teachers: worksheets are chosen and taken along."""

from streamlit.testing.v1 import AppTest

from tests.support.app import opened
from ui.course import page_at

FILE = page_at("teach").file


def labels(app: AppTest) -> list[str]:
    return [button.proto.label for button in app.main.get("download_button")]


def test_both_files_are_there_as_soon_as_a_kind_is_chosen() -> None:
    app = opened(FILE)
    assert labels(app) == ["Download the worksheets", "Download the answers"]
    app.button_group(key="sheets").set_value([]).run()
    assert not labels(app)
    assert "Choose at least one kind of sheet." in [caption.value for caption in app.caption]


def test_a_link_brings_the_choice_along() -> None:
    app = opened()
    app.query_params.update({"sheets": ["gates"], "pupils": "12", "first_sheet": "200"})
    app.switch_page(FILE).run()
    assert not app.error
    assert app.session_state["sheets"] == ["gates"]
    assert [app.number_input(key=name).value for name in ("pupils", "first_sheet")] == [12, 200]
