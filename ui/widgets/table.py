"""Small tables: of text with the current row under the highlighter, or in Markdown for formulas in cells."""

from collections.abc import Iterable, Sequence

from ui.components.markup import Safe, css, fill, joined, show
from ui.theme import Theme

CELL = css(
    "padding:.4rem .35rem;text-align:left;font-weight:400;border-bottom:1px solid rgba(128,128,128,.3)"
)
SIDE = css("$cell;white-space:nowrap", cell=CELL)
"""A cell of a table that scrolls sideways."""
TERM = css("padding:.08rem .3rem")
NUMBER = css("$cell;text-align:right;white-space:nowrap", cell=TERM)
"""A cell of a sum that is written out, and one with a number of it."""


def show_table(header: Sequence[str], rows: Sequence[Sequence[str]], now: int | None = None) -> None:
    """Show rows of cells under a header; the row `now` lies under the highlighter.

    The style of lessons says how they look: with one in each cell, Streamlit takes twice as long to clean
    them of scripts. A column without a name has no header cell: a screen reader would announce nothing again
    and again.
    """
    names = [fill('<th scope="col">$name</th>', name=name) if name else fill("<td></td>") for name in header]
    head = fill("<thead><tr>$names</tr></thead>", names=joined(names))
    body = [_cells(row, now=number == now) for number, row in enumerate(rows)]
    show(
        fill(
            '<table class="cells">$head<tbody>$body</tbody></table>',
            head=head if any(header) else joined([]),
            body=joined(body),
        )
    )


def _cells(row: Sequence[str], *, now: bool) -> Safe:
    cells = joined([fill("<td>$text</td>", text=cell) for cell in row])
    return fill('<tr class="now">$cells</tr>', cells=cells) if now else fill("<tr>$cells</tr>", cells=cells)


def table_of(header: Sequence[str], rows: Sequence[Sequence[str]], name: str) -> Safe:
    """Return a table of many numbers, with a name for a screen reader."""
    heads = [fill('<th scope="col" style="$look">$name</th>', look=SIDE, name=each) for each in header]
    looks = [SIDE] * len(header)
    return fill(
        '<table style="border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums">'
        '<caption style="position:absolute;clip-path:inset(50%)">$name</caption>'
        "<thead><tr>$heads</tr></thead><tbody>$body</tbody></table>",
        name=name,
        heads=joined(heads),
        body=joined([_row(row, looks, css("")) for row in rows]),
    )


def show_written_sum(theme: Theme, terms: Sequence[Sequence[str]], total: Sequence[str]) -> None:
    """Show a sum, a term a row, with numbers to the right; what they come to is under the highlighter."""
    marked = css(
        "background:$marker;color:$ink;font-weight:600;forced-color-adjust:none",
        marker=theme.highlight,
        ink=theme.on_highlight,
    )
    looks = [TERM, *[NUMBER] * (len(total) - 1)]
    _show([*(_row(row, looks, css("")) for row in terms), _row(total, looks, marked)])


def markdown_table(head: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: bool = True) -> str:
    """Return a table in Markdown: the first column to the left, others to the right if they are numbers."""
    sides = [":--", *["--:" if numbers else ":--"] * (len(head) - 1)]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, sides, *rows))


def _show(body: Sequence[Safe]) -> None:
    show(
        fill(
            '<table style="border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums">'
            "<tbody>$body</tbody></table>",
            body=joined(body),
        )
    )


def _row(cells: Sequence[str], looks: Sequence[Safe], look: Safe) -> Safe:
    inner = [
        fill('<td style="$look">$text</td>', look=each, text=cell)
        for each, cell in zip(looks, cells, strict=True)
    ]
    return fill('<tr style="$look">$cells</tr>', look=look, cells=joined(inner))
