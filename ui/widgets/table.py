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


def show_table(
    theme: Theme, header: Sequence[str], rows: Sequence[Sequence[str]], now: int | None = None
) -> None:
    """Show rows of cells under a header; the row `now` lies under the highlighter.

    A column without a name has no header cell: a screen reader would announce nothing again and again.
    """
    marked = css(
        "background:$marker;color:$ink;forced-color-adjust:none",
        marker=theme.highlight,
        ink=theme.on_highlight,
    )
    looks = [CELL] * len(header)
    body = [_row(row, looks, marked if number == now else css("")) for number, row in enumerate(rows)]
    names = [
        fill('<th scope="col" style="$look">$name</th>', look=CELL, name=name)
        if name
        else fill('<td style="$look"></td>', look=CELL)
        for name in header
    ]
    head = fill(
        '<thead><tr style="$look">$names</tr></thead>',
        look=css("color:$muted", muted=theme.muted),
        names=joined(names),
    )
    _show(head if any(header) else joined([]), body)


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
    _show(joined([]), [*(_row(row, looks, css("")) for row in terms), _row(total, looks, marked)])


def markdown_table(head: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: bool = True) -> str:
    """Return a table in Markdown: the first column to the left, others to the right if they are numbers."""
    sides = [":--", *["--:" if numbers else ":--"] * (len(head) - 1)]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, sides, *rows))


def _show(head: Safe, body: Sequence[Safe]) -> None:
    show(
        fill(
            '<table style="border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums">'
            "$head<tbody>$body</tbody></table>",
            head=head,
            body=joined(body),
        )
    )


def _row(cells: Sequence[str], looks: Sequence[Safe], look: Safe) -> Safe:
    inner = [
        fill('<td style="$look">$text</td>', look=each, text=cell)
        for each, cell in zip(looks, cells, strict=True)
    ]
    return fill('<tr style="$look">$cells</tr>', look=look, cells=joined(inner))
