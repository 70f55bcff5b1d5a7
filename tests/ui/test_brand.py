"""The mark is read at 16 pixels, the logo on the paper of both themes; the version is the newest change."""

from ui.brand import VERSION
from ui.texts import changes


def test_the_version_is_the_newest_of_the_changes() -> None:
    assert changes().split("## ")[1].split("\n")[0] == VERSION
