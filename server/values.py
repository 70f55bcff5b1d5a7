"""What a widget can be told: a value of its own type. Anything else is left out of a browser's message.

Streamlit finds out late, in the middle of a run, and each kind of widget in its own way. A number out of
bounds, or words that are none of a group's options, it replaces by the default itself.
"""

import json
import math
from dataclasses import dataclass
from typing import Any

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.Slider_pb2 import Slider
from streamlit.proto.WidgetStates_pb2 import WidgetState

TYPES = {
    "bidi_component": "json_value",
    "button": "trigger_value",
    "button_group": "string_array_value",
    "camera_input": "file_uploader_state_value",
    "checkbox": "bool_value",
    "download_button": "trigger_value",
    "expandable": "bool_value",
    "file_uploader": "file_uploader_state_value",
    "number_input": "double_value",
    "popover": "bool_value",
    "radio": "string_value",
    "select_slider": "string_array_value",
    "selectbox": "string_value",
    "slider": "double_array_value",
    "tab_container": "string_value",
    "text_input": "string_value",
    "vega_lite_chart": "string_value",
}
"""In which field of Streamlit's protocol each kind of widget that the course uses has its value."""
OF_OPTIONS = {"radio", "selectbox", "select_slider"}
"""The kinds whose options are looked at: Streamlit itself takes any words for them, or fails."""

NAME = b"$$ID-"
"""How a widget's name begins. It is made from the kind among others, and so never names two kinds."""
MOST_KNOWN = 20_000
"""Some are named by what is on the page, so there is no end of names; the oldest are forgotten."""


@dataclass(frozen=True)
class Widget:
    """What is known of a widget: its kind, whether it can be without a value, and its options."""

    kind: str
    required: bool
    options: tuple[str, ...]

    def admits(self, state: WidgetState) -> bool:
        """Say whether it can have this value."""
        field = state.WhichOneof("value")
        if field is None:
            return not self.required
        return field == TYPES[self.kind] and self._reads(getattr(state, field))

    def _reads(self, value: Any) -> bool:
        """Say whether what is in the right field can be read too."""
        match self.kind:
            case "button_group":
                return bool(value.data) or not self.required
            case "radio" | "selectbox":
                return value in self.options
            case "number_input":
                return math.isfinite(value)
            case "slider":
                return all(map(math.isfinite, value.data))
            case "select_slider":
                return bool(value.data) and set(value.data) <= set(self.options)
            case "bidi_component":
                return _mapping(value) is not None
            case "vega_lite_chart":
                chosen = _mapping(value)
                return chosen is not None and isinstance(chosen.get("selection", {}), dict)
        return True


def _mapping(text: str) -> dict[str, Any] | None:
    """Return what a text in JSON says, if that is a mapping."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


class Widgets:
    """The widgets that the server has shown to anybody."""

    def __init__(self) -> None:
        self._known: dict[str, Widget] = {}

    def learn(self, data: bytes) -> None:
        """Take note of the widget in a message to a browser, if there is one."""
        if NAME not in data:
            return
        delta = ForwardMsg.FromString(data).delta
        part: Any = delta.new_element if delta.HasField("new_element") else delta.add_block
        kind = part.WhichOneof("type")
        content = getattr(part, kind) if delta.HasField("new_element") else part
        if kind == "slider" and content.type == Slider.SELECT_SLIDER:
            kind = "select_slider"  # it speaks in words, not in numbers
        if kind in TYPES:
            self._known.pop(content.id, None)
            options = tuple(content.options) if kind in OF_OPTIONS else ()
            self._known[content.id] = Widget(kind, getattr(content, "required", False), options)
            if len(self._known) > MOST_KNOWN:
                del self._known[next(iter(self._known))]

    def admits(self, state: WidgetState) -> bool:
        """Say whether the widget of this name can have this value; all is believed of an unknown one."""
        widget = self._known.get(state.id)
        return widget.admits(state) if widget else state.id != ""
