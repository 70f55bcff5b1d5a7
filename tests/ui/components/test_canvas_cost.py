"""What is kept of the reports of the canvas is bounded."""

import json

from nncore.base.budget import CANVAS_BYTES, UNDO_BYTES
from tests.support.canvas_messages import reported, stroke
from ui.components.canvas_report import Report, paper_of, read_report
from ui.state.drawing import Drawing


def test_what_undo_keeps_is_bounded_in_bytes() -> None:
    drawing = Drawing()
    marks = tuple(json.dumps({"number": number}) for number in range(60))
    for count in range(1, 61):
        drawing.report(Report(0, marks[:count], bytes([count]) * CANVAS_BYTES.most))
    assert len(drawing.past) == UNDO_BYTES.most // CANVAS_BYTES.most - 1
    drawing.undo()
    assert drawing.sheet.picture[0] == 59


def test_a_stroke_is_kept_once_however_often_it_is_reported() -> None:
    drawing = Drawing()
    for count in range(1, 30):
        report = read_report(reported(*(stroke(left=n) for n in range(count)), paper=paper_of(0)), None)
        assert report is not None
        drawing.report(report)
    first = [sheet.marks[0] for sheet in (*drawing.past[1:], drawing.sheet)]
    assert len(first) == 29
    assert len({id(mark) for mark in first}) == 1
