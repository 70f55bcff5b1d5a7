"""Charts, each with a fold-out below that shows its numbers as a table and saves them as CSV.

The numbers are gathered when the fold-out is opened.
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
from ui.figures.axis import cell_text
from ui.figures.diagram_base import Cell, Columns, Diagram
from ui.language import _
from ui.widgets.table import table_of

HEIGHT = 300


def show_plot(
    diagram: Diagram,
    key: str,
    name: str,
    most: float | None = None,
    on_pick: Callable[[str], None] | None = None,
) -> None:
    """Show a chart with its numbers in a fold-out below.

    Parameters
    ----------
    diagram : Diagram
        The chart, with its numbers as `columns`.
    key : str
    name : str
        What its numbers are, such as “Mistakes in each pass”; unique on the page.
    most, on_pick
        See `show_diagram`.
    """
    show_diagram(diagram, key, on_pick, most)
    as_table(name, lambda: diagram.columns)


def as_table(name: str, columns: Callable[[], Columns]) -> None:
    """Show a fold-out with the numbers of a chart as a table, and a button that saves them."""
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
    """Show the table; the arrow keys scroll it."""
    rows = [[cell_text(cell, 6) for cell in row] for row in rows_of_table(table)]
    show(
        fill(
            '<div tabindex="0" role="region" aria-label="$numbers" class="scrolls">$table</div>',
            numbers=_("Numbers"),
            table=table_of(list(table), rows, name),
        )
    )


def rows_of_table(table: Columns) -> Iterable[tuple[Cell, ...]]:
    """Yield the rows of a table in Python numbers; below the end of a column cells are empty."""
    plain = [column.tolist() if isinstance(column, np.ndarray) else column for column in table.values()]
    return zip_longest(*plain, fillvalue="")


def as_csv(table: Columns) -> str:
    """Return a table as CSV: a header, and numbers in the shortest form that reads back the same."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(table)
    for row in rows_of_table(table):
        writer.writerow([cell if isinstance(cell, str) else cell + 0 for cell in row])  # never −0
    return file.getvalue()


def by_pixel(**values: Array) -> Columns:
    """Return a table of pixels: a row for each, with 784 numbers by each name."""
    row, column = np.divmod(np.arange(784), 28)
    return {"row": row, "column": column} | {name: each.ravel() for name, each in values.items()}
