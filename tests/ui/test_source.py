"""The code that just ran, as learners see it: what it does, without what is for reviewers."""

from dataclasses import dataclass

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
