"""No fragment lies within another: all are made by one function, which sees to it.

What happens otherwise is seen by `tests/browser/test_draw_undo.py`, where clicks come quickly.
"""

from pathlib import Path

ROOT = Path(__file__).parents[3]


def test_there_is_no_other_way_to_a_fragment() -> None:
    files = (path for folder in ("ui", "pages") for path in (ROOT / folder).rglob("*.py"))
    users = [path.relative_to(ROOT).as_posix() for path in files if "st.fragment" in path.read_text("utf-8")]
    assert users == ["ui/components/fragment.py"]
