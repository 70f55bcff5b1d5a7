"""A small table of text whose current row is under the highlighter."""

from collections.abc import Sequence

from ui.components.markup import Safe, css, fill, joined, show
from ui.theme import Theme

CELL = css(
    "padding:.4rem .35rem;text-align:left;font-weight:400;border-bottom:1px solid rgba(128,128,128,.3)"
)


def show_table(
    theme: Theme, header: Sequence[str], rows: Sequence[Sequence[str]], now: int | None = None
) -> None:
    """Show rows of cells under a header; the row `now` lies under the highlighter."""
    marked = css("background:$marker;color:$ink", marker=theme.highlight, ink=theme.on_highlight)
    body = [_row(row, marked if number == now else css("")) for number, row in enumerate(rows)]
    names = [fill('<th style="$look">$name</th>', look=CELL, name=name) for name in header]
    show(
        fill(
            '<table style="border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums">'
            '<thead><tr style="$look">$names</tr></thead><tbody>$body</tbody></table>',
            look=css("color:$muted", muted=theme.muted),
            names=joined(names),
            body=joined(body),
        )
    )


def _row(cells: Sequence[str], look: Safe) -> Safe:
    inner = [fill('<td style="$look">$text</td>', look=CELL, text=cell) for cell in cells]
    return fill('<tr style="$look">$cells</tr>', look=look, cells=joined(inner))
