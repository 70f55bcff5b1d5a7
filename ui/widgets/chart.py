"""Charts, each with its numbers: closed under it lies the same as a table, and as CSV to take along.

The numbers are a callable's: as long as nobody asks for them they are not even gathered.
"""

import csv
import io
from collections.abc import Callable, Iterable
from itertools import zip_longest

import numpy as np
import streamlit as st

from nncore import Array
from ui.components.diagram import show_diagram
from ui.components.markup import fill, show
from ui.figures.diagram_base import Cell, Columns, Diagram
from ui.language import _
from ui.numbers import rounded
from ui.widgets.table import table_of

HEIGHT = 300


def show_plot(
    diagram: Diagram,
    key: str,
    name: str,
    most: float | None = None,
    on_pick: Callable[[str], None] | None = None,
) -> None:
    """Show a chart, and under it the way to its numbers.

    Parameters
    ----------
    diagram : Diagram
        The chart, with its numbers as `columns`.
    key : str
    name : str
        What its numbers are, as “Mistakes in each pass”: no other chart of the page has that name.
    most, on_pick
        See `show_diagram`.
    """
    show_diagram(diagram, key, on_pick, most)
    as_table(name, lambda: diagram.columns)


def as_table(name: str, columns: Callable[[], Columns]) -> None:
    """Offer the numbers of a chart as a table, and that as a file, once somebody asks for it."""
    file = "-".join(name.lower().split())
    menu = st.popover(
        _("{name} as a table").format(name=name),
        icon=":material/table:",
        type="tertiary",
        key=f"table-{file}",
        on_change="rerun",
    )
    # Its height is known before its content, or else the content would come to stand below the window.
    with menu.container(height=HEIGHT, border=False):
        if menu.open:
            table = columns()
            st.download_button(
                _("Save as CSV"),
                lambda: as_csv(table),
                f"{file}.csv",
                "text/csv",
                key=f"csv-{file}",
                on_click="ignore",
                icon=":material/download:",
            )
            _show(name, table)


def _show(name: str, table: Columns) -> None:
    """Show it; the keys scroll it."""
    rows = [[text_of(cell) for cell in row] for row in rows_of_table(table)]
    show(
        fill(
            '<div tabindex="0" role="region" aria-label="$numbers" class="scrolls">$table</div>',
            numbers=_("Numbers"),
            table=table_of(list(table), rows, name),
        )
    )


def rows_of_table(table: Columns) -> Iterable[tuple[Cell, ...]]:
    """Yield its rows, in Python's own numbers; below the end of a column cells are empty."""
    plain = [column.tolist() if isinstance(column, np.ndarray) else column for column in table.values()]
    return zip_longest(*plain, fillvalue="")


def text_of(cell: Cell) -> str:
    """Return a cell as the page writes it."""
    return cell if isinstance(cell, str) else rounded(cell)


def as_csv(table: Columns) -> str:
    """Return a table as CSV: names first, numbers in the shortest form that is read back as the same."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(table)
    for row in rows_of_table(table):
        writer.writerow([cell if isinstance(cell, str) else cell + 0 for cell in row])  # never −0
    return file.getvalue()


def by_pixel(**values: Array) -> Columns:
    """Return 784 numbers of each name, a row a pixel."""
    row, column = np.divmod(np.arange(784), 28)
    return {"row": row, "column": column} | {name: each.ravel() for name, each in values.items()}
