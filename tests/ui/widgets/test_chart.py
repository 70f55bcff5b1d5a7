"""The numbers of a chart as a table: nothing is lost on the way to the file and back."""

import csv

import numpy as np

from ui.widgets.chart import as_csv, rows_of_table


def test_numbers_are_read_back_as_they_were() -> None:
    thirds = np.array([1 / 3, -2e-17, 1e300])
    table = {"a name, with a comma": ["one", 'two "quoted"', ""], "x": thirds, "n": np.array([1, 2, 3])}
    head, *rows = csv.reader(as_csv(table).splitlines())
    assert head == list(table)
    assert [row[0] for row in rows] == table["a name, with a comma"]
    assert [float(row[1]) for row in rows] == thirds.tolist()
    assert [row[2] for row in rows] == ["1", "2", "3"]


def test_what_is_missing_at_the_end_of_a_column_is_empty() -> None:
    table = {"threshold": [0.0, 1.0], "answered": np.array([1.0, 0.0]), "right": [0.9]}
    assert list(rows_of_table(table)) == [(0.0, 1.0, 0.9), (1.0, 0.0, "")]
