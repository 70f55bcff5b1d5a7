"""What is learned from: a lesson is the same whoever makes it, and each is another."""

import sys
from types import ModuleType

import numpy as np

from training.data import Lessons, make_lesson
from training.strokes import WRITERS


def test_lessons_are_repeatable_and_differ_from_each_other(monkeypatch):
    # A page that was tested before leaves itself as the main program, which a new process would run.
    monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))
    lessons = Lessons(7, images=500)
    try:
        first, second = lessons[0], lessons[1]
    finally:
        lessons.close()
    same = make_lesson(0, 7, 500)
    np.testing.assert_array_equal(first.images, same.images)
    np.testing.assert_array_equal(first.targets, same.targets)
    np.testing.assert_allclose(first.targets.sum(axis=1), 1, rtol=1e-6)
    for part in np.s_[:500, 500:1000, 1000:]:  # of MNIST, drawings, characters of typefaces
        assert not np.array_equal(first.images[part], second.images[part])


def test_no_writer_is_in_two_groups():
    assert sorted(writer for group in WRITERS.values() for writer in group) == list(range(1, 31))
