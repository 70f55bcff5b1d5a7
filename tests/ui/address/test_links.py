"""Whatever a link says: the page runs, names what did not fit, and shows nothing of what it said."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.support.app import opened
from ui.address import bare, bound, value_of
from ui.address.kinds import Parameter
from ui.address.settings import EVERYWHERE, PARAMETERS
from ui.course import BESIDE, COURSE, page_at

ROOT = Path(__file__).resolve().parent.parent.parent.parent
NONSENSE: list[str | list[str]] = [
    "x</style><div style=position:fixed><form action=//a.b>",
    "![](//a.b/c.png)",
    "<script>alert(1)</script>",
    "$x^2$ :red[y] :smile: **z**",
    "a\x00b\u202ec\u2066*d*",
    "x" * 5000,
    "9" * 4301,
    "1e999",
    "\ufffd\ufffd",  # what Streamlit makes of halves of surrogate pairs
    ["", "AND", "<b>"],
]
PAGES = [page.url for page in (*COURSE, *BESIDE)]
WITH_SETTINGS = [page for page in PAGES[1:] if any(row.page == page for row in PARAMETERS.values())]


def rows_of(page: str) -> list[Parameter]:
    return [row for row in PARAMETERS.values() if row.page in (page, EVERYWHERE)]


def visited(page: str, said: dict[str, str | list[str]]) -> AppTest:
    """Open the app by a link to a page."""
    app = opened() if page != COURSE[0].url else AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.query_params.update(said)
    file = page_at(page).file
    return (app.switch_page(file) if page != COURSE[0].url else app).run()


def address_of(app: AppTest) -> dict[str, list[str]]:
    """What the address says, each setting as a list of texts."""
    return {name: [said] if isinstance(said, str) else said for name, said in app.query_params.items()}


def messages(app: AppTest) -> Iterator[bytes]:
    """Everything that the browser is told to show."""
    for block in app._tree.children.values():
        for node in block:
            if hasattr(node, "proto") and hasattr(node.proto, "SerializeToString"):
                yield node.proto.SerializeToString()


@pytest.mark.parametrize("page", WITH_SETTINGS)
def test_nonsense_falls_to_the_start_values_and_is_named_once(page: str) -> None:
    rows = [row for row in rows_of(page) if row.page != EVERYWHERE]
    said = {
        row.name: NONSENSE[(place + WITH_SETTINGS.index(page)) % len(NONSENSE)]
        for place, row in enumerate(rows)
    }
    app = visited(page, dict(said))
    assert not app.exception
    (notice,) = (toast.value for toast in app.toast)
    for row in rows:
        assert f"`{row.name}`" in notice
        assert row.name not in app.query_params
    shown = list(messages(app))
    assert len(shown) > 5
    for text in (text for text in NONSENSE[:5] if isinstance(text, str)):
        assert not any(text.encode() in message for message in shown), text
    assert not app.run().toast


def test_what_fits_is_taken_as_it_is_and_without_a_word() -> None:
    for page in ("gates", "forward"):
        rows = [row for row in rows_of(page) if row.start is not None]
        app = visited(page, {row.name: row.kind.write(row.start) for row in rows})
        assert not app.exception
        assert not app.toast
        assert not app.query_params, page  # start values need no words


@pytest.mark.parametrize(
    ("page", "said", "name"),
    [
        ("evaluate", {"batch": "1e999"}, "batch"),
        ("gates", {"w1": "2.5"}, "w1"),
        ("forward", {"at": "digit-network", "of": "3", "step": "A1", "n1": "50"}, "n1"),
        ("forward", {"step": "A4"}, "step"),
        ("matrices", {"at": "product", "i": "4"}, "i"),
    ],
)
def test_one_setting_that_does_not_fit_is_named_and_the_others_stand(
    page: str, said: dict[str, str], name: str
) -> None:
    app = visited(page, dict(said))
    assert not app.exception
    assert [f": `{name}`" in toast.value for toast in app.toast] == [True]
    assert address_of(app) == {key: [text] for key, text in said.items() if key != name}


def test_what_was_set_is_kept_while_its_section_is_not_shown_and_on_other_pages() -> None:
    app = visited("gates", {"at": "three-numbers", "gate": "own", "fires": ["1 0", "1 1"], "w1": "1.5"})
    app.button_group(key="gate").set_value("OR").run()
    assert app.slider(key="w1").value == 1  # OR's own
    app.slider(key="w2").set_value(0.7).run()
    address = {"gate": ["OR"], "fires": ["1 0", "1 1"], "w2": ["0.7"]}
    assert address_of(app) == {"at": ["three-numbers"]} | address
    app.query_params["at"] = "weigh-and-decide"
    app.run()
    assert "w2" not in [slider.key for slider in app.slider]
    assert address_of(app) == {"at": ["weigh-and-decide"]} | address
    assert not {"w2", "gate"} & set(app.switch_page("pages/matrices.py").run().query_params)
    app.query_params.clear()
    app.query_params["at"] = "three-numbers"
    app.switch_page("pages/gates.py").run()
    assert app.slider(key="w2").value == 0.7
    assert address_of(app) == {"at": ["three-numbers"]} | address


@pytest.mark.parametrize("use", [bound, bare, value_of])
def test_what_is_not_in_the_table_is_not_read(use: Callable[[str, str], object]) -> None:
    with pytest.raises(KeyError):
        use("gates", "of")
