"""What nobody expected: a sentence with a number on the page, and the same number in the log."""

import re
from pathlib import Path

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.server.conftest import run, serving_page, texts

FAIL = 'raise RuntimeError("the cat\'s name is Mimi")'
PAGES = {
    "a page": FAIL,
    "a fragment": f"import streamlit as st\n@st.fragment\ndef part():\n    {FAIL}\npart()",
}


@pytest.mark.parametrize("place", PAGES)
def test_page_and_log_share_a_number(place: str, tmp_path: Path) -> None:
    with serving_page(tmp_path, PAGES[place]) as server, server.socket() as socket:
        came = run(socket)
        (sentence,) = filter(None, texts(came))
        log = server.log.read_text()
    (number,) = re.findall(r"\*\*([0-9a-f]{6})\*\*", sentence)
    assert f"error {number}: RuntimeError" in log
    assert log.count("Traceback") == 1
    assert log.count("the cat's name is Mimi") == 2  # in the source line, and as the error's own words
    assert "Mimi" not in str(came)
    assert not [message for message in came if _is_exception(message)]


def _is_exception(message: ForwardMsg) -> bool:
    return message.WhichOneof("type") == "delta" and message.delta.new_element.HasField("exception")
