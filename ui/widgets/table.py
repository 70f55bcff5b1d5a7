"""Small tables: of text with the current row highlighted, or in Markdown for formulas in cells."""

from collections.abc import Iterable, Sequence

from ui.components.markup import Safe, fill, joined, show


def show_table(header: Sequence[str], rows: Sequence[Sequence[str]], now: int | None = None) -> None:
    """Show rows of cells under a header; the row `now` lies under the highlighter.

    A column without a name has no header cell, which a screen reader would announce again and again.
    """
    names = [fill('<th scope="col">$name</th>', name=name) if name else fill("<td></td>") for name in header]
    head = fill("<thead><tr>$names</tr></thead>", names=joined(names)) if any(header) else joined([])
    show(fill('<table class="cells">$head$body</table>', head=head, body=_body(rows, now)))


def table_of(header: Sequence[str], rows: Sequence[Sequence[str]], name: str) -> Safe:
    """Return a table of many numbers, with a name for a screen reader."""
    return fill(
        '<table class="numbers"><caption>$name</caption><thead><tr>$heads</tr></thead>$body</table>',
        name=name,
        heads=joined([fill('<th scope="col">$name</th>', name=each) for each in header]),
        body=_body(rows),
    )


def show_written_sum(terms: Sequence[Sequence[str]], total: Sequence[str]) -> None:
    """Show a sum, one term in each row, with numbers on the right and the total highlighted."""
    show(fill('<table class="sum">$body</table>', body=_body([*terms, total], now=len(terms))))


def markdown_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table in Markdown, all columns to the left."""
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, [":--"] * len(head), *rows))


def _body(rows: Sequence[Sequence[str]], now: int | None = None) -> Safe:
    body = [_row(row, now=number == now) for number, row in enumerate(rows)]
    return fill("<tbody>$rows</tbody>", rows=joined(body))


def _row(row: Sequence[str], *, now: bool) -> Safe:
    cells = joined([fill("<td>$text</td>", text=cell) for cell in row])
    return fill('<tr class="now">$cells</tr>', cells=cells) if now else fill("<tr>$cells</tr>", cells=cells)
