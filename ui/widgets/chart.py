"""Charts, each with its numbers: closed under it lies the same as a table, and as CSV to take along.

The numbers are a callable's: as long as nobody asks for them they are not even gathered.
"""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import zip_longest
from typing import Any

import numpy as np
import streamlit as st

from nncore import Array
from ui.components.diagram import show_diagram
from ui.components.markup import fill, show
from ui.figures.diagram_base import Diagram
from ui.figures.vega import Spec
from ui.language import _
from ui.numbers import rounded
from ui.widgets.table import table_of

Cell = str | int | float
Column = Sequence[Cell] | Array
Columns = Mapping[str, Column]
"""A table by its columns."""
HEIGHT = 300


def show_chart(
    chart: Spec | Any, alt: str, name: str, columns: Callable[[], Columns], **options: Any
) -> None:
    """Show a chart of Vega-Lite or of Altair, and under it the way to its numbers.

    Parameters
    ----------
    chart : dict or altair.TopLevelMixin
    alt : str
        What it shows now, for those who cannot see it.
    name : str
        What its numbers are, as “Mistakes in each pass”: no other chart of the page has that name.
    columns : callable
        Returns them.
    **options
        What `st.altair_chart` takes besides.
    """
    if isinstance(chart, dict):
        st.vega_lite_chart(chart, alt=alt, **options)
    else:
        st.altair_chart(chart, alt=alt, **options)
    as_table(name, columns)


def show_plot(
    diagram: Diagram, key: str, name: str, columns: Callable[[], Columns], most: float | None = None
) -> None:
    """Show a chart that is a diagram of ours, and under it the way to its numbers; see `show_chart`."""
    show_diagram(diagram, key, most=most)
    as_table(name, columns)


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
