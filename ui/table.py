"""A small table of text whose current row is under the highlighter."""

import html
from collections.abc import Sequence

import streamlit as st

from ui.theme import Theme


def show_table(
    theme: Theme, header: Sequence[str], rows: Sequence[Sequence[str]], now: int | None = None
) -> None:
    """Show rows of cells under a header; the row `now` lies under the highlighter."""
    marked = f"background:{theme.highlight};color:{theme.on_highlight}"
    body = "".join(_row("td", row, marked if number == now else "") for number, row in enumerate(rows))
    st.html(
        '<table style="border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums">'
        f"<thead>{_row('th', header, f'color:{theme.muted}')}</thead><tbody>{body}</tbody></table>"
    )


def _row(tag: str, cells: Sequence[str], style: str) -> str:
    cell_style = (
        "padding:.4rem .35rem;text-align:left;font-weight:400;border-bottom:1px solid rgba(128,128,128,.3)"
    )
    inner = "".join(f'<{tag} style="{cell_style}">{html.escape(cell)}</{tag}>' for cell in cells)
    return f'<tr style="{style}">{inner}</tr>'
