"""What an instrument tells the words around it, and what is said where it tells nothing."""

import pytest

from ui.lessons import parse
from ui.widgets.live import UNKNOWN, Live, complain, nothing_known

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
SECTION = parse(LESSON, "page").sections[0]


def test_an_instrument_with_nothing_to_work_with_leaves_all_open() -> None:
    live = nothing_known(SECTION)
    complain(SECTION, live)
    assert live.values == {"measured": UNKNOWN, "many": UNKNOWN}
    assert live.done == {"moved": False}
    assert not live.revealed


def test_what_is_not_told_is_said_to_whoever_writes_the_page() -> None:
    with pytest.raises(LookupError, match="many"):
        complain(SECTION, Live(values={"measured": 1}, done={"moved": False}))
