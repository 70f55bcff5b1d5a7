"""The code that just ran, as learners see it: what it does, without what is for reviewers."""

from dataclasses import dataclass

from nncore import XOR, softmax
from ui.source import for_learners


@dataclass(frozen=True)
class Pair:
    """Two numbers.

    Attributes
    ----------
    one, other : float
    """

    one: float
    other: float

    def summed(self) -> float:
        """Return their sum."""
        return sum(a + b for a, b in zip((self.one,), (self.other,), strict=True))


def test_what_only_reviewers_need_is_left_out() -> None:
    assert (
        for_learners(Pair)
        == '''@dataclass
class Pair:
    """Two numbers."""

    one: float
    other: float

    def summed(self) -> float:
        """Return their sum."""
        return sum(a + b for a, b in zip((self.one,), (self.other,)))
'''
    )


def test_a_method_stands_at_the_margin() -> None:
    assert for_learners(Pair.summed).startswith("def summed(self)")


def test_the_steps_and_the_reason_stay() -> None:
    shown = for_learners(softmax)
    assert "exp_a = np.exp(a - a.max(axis=-1, keepdims=True))" in shown
    assert 'keeps exp from overflowing (the book, section 3.5.2)."""' in shown
    assert "Parameters" not in shown
    assert for_learners(XOR).endswith("    return AND(s1, s2)\n")
