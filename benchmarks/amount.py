"""How much is measured: the whole, and just enough to see that all of it runs."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Amount:
    """How much is measured.

    Attributes
    ----------
    visitors : int
        Who make a class.
    seconds : float
        How long it draws.
    alone : int
        Strokes of somebody who draws alone.
    strokes, moves, starts : int
        In a browser: strokes, then moves of each other kind, then starts of a server.
    classes : tuple of int
        How the class grows.
    lesson : float
        Seconds of each of these.
    long : tuple of int
        Strokes and page changes of one visitor, for memory.
    images : tuple of int
        How the pictures grow.
    rounds : int
        How often what takes a moment is timed.
    """

    visitors: int = 60
    seconds: float = 120
    alone: int = 80
    strokes: int = 30
    moves: int = 15
    starts: int = 3
    classes: tuple[int, ...] = (1, 10, 30, 60)
    lesson: float = 15
    long: tuple[int, int] = (1000, 300)
    images: tuple[int, ...] = (100, 1000, 10_000, 60_000)
    rounds: int = 21


WHOLE = Amount()
QUICK = Amount(6, 12, 8, 2, 2, 1, (1, 3), 3, (20, 6), (100, 1000), 3)
