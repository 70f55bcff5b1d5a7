"""The paper's memory: what undo, clear, examples and late reports do to it."""

from ui.limits import CANVAS_BYTES, UNDO_BYTES
from ui.state.canvas_report import Report
from ui.state.drawing import LONGEST_PAST, Drawing, Sheet

A, B = "a stroke", "another"
IMAGE = '{"type": "Image", "src": "data:"}'


def drawn(*strokes: str) -> Drawing:
    drawing = Drawing()
    for count in range(1, len(strokes) + 1):
        drawing.report(Report(0, strokes[:count], b"%d" % count))
    return drawing


def test_undo_takes_strokes_back_one_by_one() -> None:
    drawing = drawn(A, B)
    drawing.undo()
    assert drawing.sheet == Sheet((A,), b"1")
    drawing.undo()
    assert drawing.sheet.is_blank
    drawing.undo()
    assert drawing.sheet.is_blank


def test_undo_brings_back_what_was_cleared() -> None:
    drawing = drawn(A)
    drawing.clear()
    assert drawing.sheet.is_blank
    drawing.undo()
    assert drawing.sheet == Sheet((A,), b"1")
    assert drawing.initial == (A,)


def test_a_report_about_an_older_version_is_dropped() -> None:
    drawing = drawn(A)
    drawing.clear()
    drawing.report(Report(0, (A, B), b"late"))
    assert drawing.sheet.is_blank


def test_the_canvas_may_describe_a_laid_sheet_in_its_own_words() -> None:
    drawing = Drawing()
    drawing.put(Sheet((IMAGE,), b"picture", example=7))
    drawing.report(Report(drawing.version, (IMAGE,), b"same"))
    assert drawing.sheet.example == 7
    assert len(drawing.past) == 1
    drawing.report(Report(drawing.version, (IMAGE, A), b"more"))
    assert drawing.sheet.example == 7
    assert len(drawing.past) == 2


def test_the_past_is_not_endless() -> None:
    drawing = Drawing()
    for number in range(2 * LONGEST_PAST):
        drawing.report(Report(0, (str(number),), b""))
    assert len(drawing.past) == LONGEST_PAST
    drawing, marks = Drawing(), tuple(f"{number}" for number in range(60))
    for count in range(1, 61):
        drawing.report(Report(0, marks[:count], bytes([count]) * CANVAS_BYTES))
    assert len(drawing.past) == UNDO_BYTES // CANVAS_BYTES - 1


def test_strokes_reported_together_are_undone_one_by_one() -> None:
    drawing = Drawing()
    drawing.report(Report(0, (A, B), b"both"))
    drawing.undo()
    assert drawing.sheet.marks == (A,)
    drawing.report(Report(drawing.version, (A,), b"one"))
    assert drawing.sheet == Sheet((A,), b"one")
    drawing.undo()
    assert drawing.sheet.is_blank
