"""Probabilities as bars; the best in the primary colour. Hovering reads the exact value.

They are HTML: a chart of the same in Altair takes the server 70 ms, and this a tenth of one.
"""

from collections.abc import Sequence

from nncore import Array
from ui.components.markup import Safe, css, fill, joined, show
from ui.numbers import percent
from ui.theme import Theme

LONGEST = 82
"""The bar of a certainty, in percent of the width: beside it there is room for its number."""
LOOK = css("display:grid;grid-template-columns:auto 1fr;line-height:26px;font-variant-numeric:tabular-nums")
NAME = css("font-size:15px;text-align:right;padding-right:.9rem")
TRACK = css("display:flex;align-items:center;gap:6px;font-size:13px;white-space:nowrap")


def show_bars(theme: Theme, probabilities: Array, names: Sequence[str] = ()) -> None:
    """Show probabilities (n,) from 0 to 1 as horizontal bars, labelled 0, 1, 2, … or by names."""
    named = zip(names or map(str, range(len(probabilities))), probabilities, strict=True)
    best = probabilities.argmax()
    rows = joined([_row(theme, name, float(p), best=k == best) for k, (name, p) in enumerate(named)])
    show(fill('<div role="table" aria-label="Probabilities" style="$look">$rows</div>', look=LOOK, rows=rows))


def _row(theme: Theme, name: str, probability: float, *, best: bool) -> Safe:
    return fill(
        '<div role="row" style="display:contents"><span role="rowheader" style="$name_look">$name</span>'
        '<span role="cell" style="$track" title="$exact">'
        '<span style="$bar"></span><span style="$said">$percent</span></span></div>',
        name_look=css("$name;color:$muted", name=NAME, muted=theme.muted),
        name=name,
        track=TRACK,
        exact=css("$p", p=f"{probability:.4f}"),
        bar=css(
            "flex:none;width:$share%;height:20px;border-radius:0 2px 2px 0;background:$colour",
            share=f"{LONGEST * probability:.2f}",
            colour=theme.primary if best else theme.muted,
        ),
        said=css("color:$ink", ink=theme.ink if best else theme.muted),
        percent=percent(probability),
    )
