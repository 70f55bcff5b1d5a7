"""What is said where an instrument has nothing to tell."""

from ui.lessons import parse
from ui.widgets.live import UNKNOWN, nothing_known

LESSON = """# A question?

## one-section: A section | Section

What it names.

### seen
It is {measured}.

### check how-many: say
How many?
answer: {many}
right: Yes.
hint doubled: Twice that.

### check moved: do
Move it.
done: Moved.

### takeaway
On.
"""
SECTION = parse(LESSON).sections[0]


def test_an_instrument_with_nothing_to_work_with_leaves_all_open() -> None:
    live = nothing_known(SECTION)
    assert live.values == {"measured": UNKNOWN, "many": UNKNOWN}
    assert not live.revealed
