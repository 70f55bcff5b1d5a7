"""Each click counts: those on one button that come within one run of the script, too.

Streamlit sends a click as "this button was clicked" and merges what waits for the same run, so that of
five quick clicks two or three are left. A number that grows cannot be merged away.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import streamlit as st

from ui.components.report import reported

MOST_CLICKS = 100
"""So many clicks at most count at once; more are no hand's."""

_mount = st.components.v2.component(
    "gates_to_digits.clicks",
    js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def each_click_counts(
    key: str,
    actions: Mapping[str, Callable[[], None]],
    keys: Mapping[str, str] | None = None,
    row: str = "",
) -> None:
    """Let buttons that are shown in the same fragment act once for each click.

    Parameters
    ----------
    key : str
    actions : mapping
        What a button does, by its key: what its own `on_click` does, which is left for a browser without
        scripts of ours.
    keys : mapping, optional
        The button that a key of the keyboard presses, by the key's name in the browser.
    row : str, optional
        The key of radio buttons that leave these keys to the buttons.
    """
    place, counted = f"clicks-{key}", f"counted-{key}"

    def act() -> None:
        told = reported(place, "clicks")
        for name, action in actions.items():
            for _ in range(new_clicks(told, st.session_state.get(counted), name)):
                action()
        st.session_state[counted] = told

    data = {"names": list(actions), "keys": dict(keys or {}), "row": row}
    told = _mount(key=place, data=data, on_clicks_change=act).get("clicks")
    if told is not None:  # nothing is told yet on a page that was left and opened again
        st.session_state[counted] = told


def new_clicks(told: Any, counted: Any, name: str) -> int:
    """Return how many clicks a browser tells of that were not told before; none if it talks nonsense."""
    counts, known = _counts(told), _counts(counted)
    if counts is None:
        return 0
    before = known.get(name, 0) if known and told.get("mount") == counted.get("mount") else 0
    now = counts.get(name, 0)
    if type(now) is not int or type(before) is not int:
        return 0
    return min(max(now - before, 0), MOST_CLICKS)


def _counts(told: Any) -> dict[str, Any] | None:
    counts = told.get("counts") if isinstance(told, dict) else None
    return counts if isinstance(counts, dict) else None
