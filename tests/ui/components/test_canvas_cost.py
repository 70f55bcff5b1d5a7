"""What reports of the canvas cost: what is kept of them is bounded, and so is the worst that is allowed."""

import json
import sys

import pytest

from nncore.base.budget import CANVAS_BYTES, CANVAS_STROKES, UNDO_BYTES
from tests.support.canvas_messages import reported, stroke
from tests.support.cost import cost_of
from ui.components.canvas_report import Report, paper_of, read_report
from ui.state.drawing import Drawing

# What is kept


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


# The worst that is allowed, in a process of its own


WORST = """
import io, json
import numpy as np
from PIL import Image
from nncore.base.budget import CANVAS_BYTES, CANVAS_POINTS, CANVAS_STROKES
from tests.support.canvas_messages import png, reported, stroke
from ui.state.drawing import Drawing, digits_of
from ui.components.canvas_report import read_report
noise = np.random.default_rng(0).integers(0, 256, (280, 280, 4), np.uint8)
noise[..., 3] = 255
noise[60:] = 255
file = io.BytesIO()
Image.fromarray(noise).save(file, "PNG")
picture = file.getvalue() + bytes(CANVAS_BYTES.most - len(file.getvalue()) - 9)
each = CANVAS_POINTS.most // CANVAS_STROKES.most
strokes = [stroke(path=[["Q", 1, 2, 3, 4]] * each)] * CANVAS_STROKES.most
message = json.dumps(reported(*strokes, picture=picture))
read_report(reported(stroke()), None)
"""
READ = """
drawing = Drawing(version=3)
drawing.report(read_report(json.loads(message), None))
digits_of(drawing.sheet)
print(len(drawing.sheet.marks))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="Linux alone says so where we look")
def test_the_worst_report_that_is_allowed_costs_little() -> None:
    cost = cost_of(READ, setup=WORST)
    assert cost.output == str(CANVAS_STROKES.most)
    assert cost.cpu_seconds < 9
    assert cost.megabytes < 400
