"""Visitors without browsers who send what real hands drew, each in their own time, and look at the clock."""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import numpy as np
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

from nncore import CANVAS
from tools.pen import mark, report
from tools.screen import names
from tools.visitor import Visitor
from training.strokes import fit_to_canvas, load_traces

DIGITS = 40
"""So many different digits are drawn."""
GRACE = 20.0
"""So many seconds after the end of a lesson nobody acts any more: what is left is lost."""
PEN = {"strokeColor": "#22252B", "strokeWidth": 20}
SHEET = "rgba(255, 255, 255, 1)"


def recorded_strokes() -> list[str]:
    """Return what the canvas reports after each stroke of some digits, one digit after the other, as JSON."""
    traces = load_traces()
    told = []
    for row in np.random.default_rng(0).choice(len(traces), DIGITS, replace=False):
        strokes = fit_to_canvas(traces.strokes[row], 0.6 * CANVAS)
        marks = [mark(stroke.tolist(), PEN) for stroke in strokes]
        told += [json.dumps(report(marks[:count], SHEET)) for count in range(1, len(marks) + 1)]
    return told


async def send(visitor: Visitor, stroke: str) -> None:
    """Send what was reported after a stroke, as if it were drawn on the sheet that lies there."""
    part = visitor.screen.find("paper")
    sheet = json.loads(part.content.json)["backgroundColor"]
    state = WidgetState(id=part.content.id, json_value=stroke.replace(SHEET, sheet))
    await visitor.say(state, fragment=part.fragment)


async def let_it_work(visitor: Visitor) -> None:
    """Wait until no work of this visitor's can be stopped any more."""
    await visitor.until(
        lambda screen: not any(names(part)[0].startswith("stop_") for part in screen.widgets())
    )


class TimedVisitor(Visitor):
    """A visitor who notes when the first of an answer was there: of what stands in a container.

    Attributes
    ----------
    answered : float
        When that was, by `time.perf_counter`; 0 before it came.
    """

    def __init__(self, server: str, watched: str = "prediction") -> None:
        super().__init__(server)
        self.answered = 0.0
        self._watched, self._place = watched, tuple[int, ...]()

    def listen(self) -> None:
        """Wait for the next answer."""
        self.answered, self._place = 0.0, ()

    def _take(self, message: ForwardMsg, kind: str) -> None:
        super()._take(message, kind)
        if kind == "delta" and not self.answered:
            path = tuple(message.metadata.delta_path)
            if message.delta.add_block.id.endswith(f"-{self._watched}"):
                self._place = path
            elif self._place and path[: len(self._place)] == self._place:
                self.answered = time.perf_counter()


Act = Callable[[TimedVisitor, int], Awaitable[None]]


@dataclass
class Times:
    """How long visitors waited, in seconds from when they acted or should have: who is held up counts it.

    Attributes
    ----------
    answer, end : list of float
        Until the first of the answer was there, and until all was.
    lost : list of str
        What came instead of an end.
    """

    answer: list[float] = field(default_factory=list)
    end: list[float] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)

    async def keep(self, visitor: TimedVisitor, act: Act, every: float, until: float) -> None:
        """Let a visitor act every so many seconds."""
        due, number = time.perf_counter(), 0
        while due < until:
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            if time.perf_counter() > until + GRACE:
                self.lost.append("not before the end")
                break
            visitor.listen()
            try:
                await act(visitor, number)
                self.end.append(time.perf_counter() - due)
                if visitor.answered:
                    self.answer.append(visitor.answered - due)
                self.lost += visitor.screen.exceptions()
            except Exception as error:
                self.lost.append(f"{type(error).__name__}: {error}")
            due, number = due + every, number + 1
