"""What is learned from: a lesson is the same whoever makes it, and each is another."""

import sys
from contextlib import closing
from itertools import count, islice
from types import ModuleType

import numpy as np
import pytest

from training.lessons import in_turns, lessons, make_lesson
from training.strokes import WRITERS


def test_lessons_are_repeatable_and_differ_from_each_other(monkeypatch):
    # A page that was tested before leaves itself as the main program, which a new process would run.
    monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))
    with closing(lessons(7, 500, first=3)) as made:
        first, second = next(made), next(made)
    same = make_lesson(3, 7, 500)
    np.testing.assert_array_equal(first.images, same.images)
    np.testing.assert_array_equal(first.targets, same.targets)
    np.testing.assert_allclose(first.targets.sum(axis=1), 1, rtol=1e-6)
    for part in np.s_[:500, 500:1000, 1000:]:  # of MNIST, drawings, characters of typefaces
        assert not np.array_equal(first.images[part], second.images[part])


@pytest.mark.parametrize("start", [0, 5, 19, 20, 35, 107])
def test_the_small_network_has_each_lesson_in_turns_wherever_it_goes_on(start):
    turns = in_turns(count(start // 20), start)
    assert list(islice(turns, 90)) == [epoch // 20 + epoch % 16 for epoch in range(start, start + 90)]


def test_no_writer_is_in_two_groups():
    assert sorted(writer for group in WRITERS.values() for writer in group) == list(range(1, 31))
