"""What a visitor without a browser sees: the elements of a page, kept up to date by the server's messages.

The server sends a page as deltas, each with a path ("second element of the first column"). A run
may leave out what stood there before; when it has ended, what it did not send again is gone, as in
a browser.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

Path = tuple[int, ...]
Value = float | str | Mapping[str, Any]
TEXTS = ("markdown", "html", "alert", "heading", "text", "exception", "toast")
"""The kinds of elements that say something."""
TAGS = re.compile(r"<(script|style)\b.*?</\1>|<[^>]*>", re.DOTALL)


@dataclass
class Part:
    """One element or container of the page: what it is, its content, its fragment, and which run sent it."""

    kind: str
    content: Any
    fragment: str
    run: int


@dataclass
class Screen:
    """The elements of the page by their path.

    Attributes
    ----------
    parts : dict
    messages : dict
        Large elements by their hash: the server sends such a one once, then only its name.
    run : int
        The number of the last run.
    runs : dict
        The number of the last run of each fragment; that of the whole page has no name.
    """

    parts: dict[Path, Part] = field(default_factory=dict)
    messages: dict[str, ForwardMsg] = field(default_factory=dict)
    run: int = 0
    runs: dict[str, int] = field(default_factory=lambda: {"": 0})
    _fragments: tuple[str, ...] = ()

    def begin(self, fragments: tuple[str, ...]) -> None:
        """Take note of a new run, of these fragments alone or, without any, of the whole page."""
        self.run += 1
        self.runs |= dict.fromkeys(fragments or ("",), self.run)
        self._fragments = fragments

    def take(self, message: ForwardMsg) -> None:
        """Take in a delta, or the name of one that was sent before."""
        path = tuple(message.metadata.delta_path)
        if message.WhichOneof("type") == "ref_hash":
            message = self.messages[message.ref_hash]
        elif message.metadata.cacheable:
            self.messages[message.hash] = message
        delta = message.delta
        if delta.WhichOneof("type") == "new_element":
            element = delta.new_element
            kind = str(element.WhichOneof("type"))
            self._drop(lambda other, _: other[: len(path)] == path)
            self.parts[path] = Part(kind, getattr(element, kind), delta.fragment_id, self.run)
        elif delta.WhichOneof("type") == "add_block":
            block = delta.add_block
            container = block.WhichOneof("type") or "container"
            self.parts[path] = Part(container, block, delta.fragment_id, self.run)

    def end(self) -> None:
        """Take away what this run did not send again."""

        def stale(_: Path, part: Part) -> bool:
            ours = not self._fragments or part.fragment in self._fragments
            return ours and part.run != self.run

        self._drop(stale)

    def _drop(self, condition: Callable[[Path, Part], bool]) -> None:
        for path in [path for path, part in self.parts.items() if condition(path, part)]:
            del self.parts[path]

    def find(self, name: str) -> Part:
        """Return the widget, or else the container, with this key or label.

        Raises
        ------
        LookupError
            If there is none, with what there is.
        """
        named = [part for part in self.parts.values() if name in names(part)]
        for part in sorted(named, key=lambda part: part.kind == "container"):
            return part
        there = sorted({label for part in self.parts.values() for label in names(part) if label})
        raise LookupError(f"There is no {name!r} on the page, only {there}.")

    def only(self, kind: str) -> Part:
        """Return the one widget of this kind, whatever it is called."""
        (part,) = [part for part in self.parts.values() if part.kind == kind]
        return part

    def widgets(self) -> Iterator[Part]:
        """Go through the widgets, and containers that work as one (tabs, expanders): what has an id."""
        return (part for part in self.parts.values() if getattr(part.content, "id", ""))

    def enabled(self) -> set[str]:
        """Return the keys of the widgets that can be used."""
        return {names(part)[0] for part in self.widgets() if not getattr(part.content, "disabled", False)}

    def has(self, name: str) -> bool:
        """Whether there is a widget or a container with this key or label."""
        return any(name in names(part) for part in self.parts.values())

    def text(self, container: str | None = None) -> str:
        """Return what the page says, or the container with this key, one line for each element."""
        inside = (
            [path for path, part in self.parts.items() if container in names(part)] if container else [()]
        )
        texts = [
            _text(part)
            for path, part in sorted(self.parts.items())
            if part.kind in TEXTS and any(path[: len(place)] == place for place in inside)
        ]
        return "\n".join(texts)

    def exceptions(self) -> list[str]:
        """Return the messages of all exception boxes."""
        return [
            f"{p.content.type}: {p.content.message}" for p in self.parts.values() if p.kind == "exception"
        ]


def names(part: Part) -> tuple[str, str]:
    """Return a widget's or container's key and label, as the app calls it; empty if it has none."""
    identity = str(getattr(part.content, "id", ""))
    key = identity.split("-", 2)[2] if identity.startswith("$$ID-") else ""
    return key, str(getattr(part.content, "label", ""))


def _text(part: Part) -> str:
    text = str(part.content.message if part.kind == "exception" else part.content.body)
    return TAGS.sub("", text) if part.kind == "html" else text


def widget_state(part: Part, value: Value) -> WidgetState:
    """Return what a browser sends when a widget was set to a value."""
    state = WidgetState(id=part.content.id)
    if isinstance(value, Mapping):
        state.json_value = json.dumps(value)
    elif isinstance(value, str):
        state.string_array_value.data.append(value)
    elif part.kind == "slider":
        state.double_array_value.data.append(value)
    else:
        state.double_value = value
    return state
