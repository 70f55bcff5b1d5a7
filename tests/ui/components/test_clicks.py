"""Clicks that are told as a number: what is new counts, and nonsense counts nothing."""

from typing import Any

import pytest

from ui.components.clicks import MOST_CLICKS, new_clicks


def told(mount: object = 1.5, **counts: object) -> dict[str, Any]:
    return {"mount": mount, "counts": counts}


@pytest.mark.parametrize(
    ("now", "before", "clicks"),
    [
        (told(undo=1), None, 1),
        (told(undo=5), told(undo=3), 2),
        (told(undo=3), told(undo=3), 0),
        (told(undo=2, clear=1), told(clear=1), 2),
        (told(clear=4), told(undo=3), 0),
        (told(2.5, undo=2), told(undo=7), 2),  # the page was left and opened again
        (told(undo=10**9), None, MOST_CLICKS),
        (told(undo=1), told(undo=3), 0),
    ],
)
def test_only_what_is_new_counts(now: object, before: object, clicks: int) -> None:
    assert new_clicks(now, before, "undo") == clicks
