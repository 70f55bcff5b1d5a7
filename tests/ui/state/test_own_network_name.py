"""What a visitor's own network is called: plain text wherever it is shown."""

import re

import pytest

from nncore import read_weights_file
from nncore.weights.files import SHIPPED
from tests.support.uploading import FOREIGN, page, uploaded
from tests.support.weights_files import npz, random_arrays
from ui.plain import plain
from ui.state.own_network import OwnNetwork


def test_the_name_of_a_file_is_plain_text_wherever_it_is_shown() -> None:
    app = uploaded(page(), FOREIGN, npz(**random_arrays()))
    assert app.success
    for path in ("pages/evaluate.py", "pages/home.py"):
        app.switch_page(path).run()
        assert not app.exception
        shown = [element.value for element in (*app.markdown, *app.caption, *app.success)]
        assert any(plain(FOREIGN) in text for text in shown)
        assert not [text for text in shown if re.search(r"(?<!\\)\]\(|(?<!\\)<b>|https:/", text)]


@pytest.mark.parametrize("name", ["our network", "  ", "\u202e"])
def test_a_file_without_a_name_of_its_own_is_your_network(name: str) -> None:
    assert OwnNetwork(name, read_weights_file(SHIPPED)).name == "your network"
