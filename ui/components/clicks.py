"""Every click on a button counts, even several within one run of the script.

Streamlit sends "this button was clicked" and merges messages that wait for the same run, so that of five
quick clicks two or three are left. A growing number cannot be merged away.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import streamlit as st

from ui.components.report import reported

MOST_CLICKS = 100
"""The most clicks that count at once; no hand makes more."""

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
    """Let buttons in the same fragment act once for each click.

    Parameters
    ----------
    key : str
    actions : mapping
        What a button does, by its key: the same as its `on_click`, which serves browsers without our script.
    keys : mapping, optional
        The button that a key of the keyboard presses, by the key's name in the browser.
    row : str, optional
        The key of radio buttons that leave these keys to the buttons.
    """
    place, counted = f"clicks-{key}", f"counted-{key}"

    def act() -> None:
        report = reported(place, "clicks")
        for name, action in actions.items():
            for _ in range(new_clicks(report, st.session_state.get(counted), name)):
                action()
        st.session_state[counted] = report

    data = {"names": list(actions), "keys": dict(keys or {}), "row": row}
    report = _mount(key=place, data=data, on_clicks_change=act).get("clicks")
    if report is not None:  # nothing is reported yet on a page that was left and opened again
        st.session_state[counted] = report


def new_clicks(report: Any, counted: Any, name: str) -> int:
    """Return how many reported clicks are not counted yet; none if the report is nonsense."""
    counts, known = _counts(report), _counts(counted)
    if counts is None:
        return 0
    before = known.get(name, 0) if known and report.get("mount") == counted.get("mount") else 0
    now = counts.get(name, 0)
    if type(now) is not int or type(before) is not int:
        return 0
    return min(max(now - before, 0), MOST_CLICKS)


def _counts(report: Any) -> dict[str, Any] | None:
    counts = report.get("counts") if isinstance(report, dict) else None
    return counts if isinstance(counts, dict) else None
