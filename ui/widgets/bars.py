"""Probabilities as bars; the best in the primary colour. Hovering reads the exact value.

They are HTML: a chart of the same in Altair takes the server 70 ms, and this a tenth of one.
"""

from collections.abc import Sequence

import numpy as np

from nncore import Array
from ui.components.markup import Safe, css, fill, joined, show
from ui.numbers import percent
from ui.theme import Theme

NUMBER = 66
"""The room beside the bar of a certainty for its number, in pixels."""
LOOK = css(
    "display:grid;grid-template-columns:auto 1fr;line-height:var(--bar,26px);"
    "font-variant-numeric:tabular-nums"
)
NAME = css("font-size:15px;text-align:right;padding-right:.9rem")
TRACK = css("display:flex;align-items:center;gap:6px;font-size:13px;white-space:nowrap;position:relative")
ROOM = css("position:absolute;width:calc(100% - $number);height:20px", number=f"{NUMBER}px")
"""What the bar of a certainty fills."""


def show_bars(
    theme: Theme, probabilities: Array, names: Sequence[str] = (), right: int | None = None
) -> None:
    """Show probabilities (n,) from 0 to 1 as horizontal bars, labelled 0, 1, 2, … or by names.

    A frame shows how long the bar of the right one should be, where one is named.
    """
    shares = np.nan_to_num(probabilities)
    named = zip(names or map(str, range(len(shares))), shares, strict=True)
    best, frame = shares.argmax(), css("outline:2px solid $ink", ink=theme.ink)
    rows = joined(
        [
            _row(theme, name, float(p), best=k == best, frame=frame if k == right else css(""))
            for k, (name, p) in enumerate(named)
        ]
    )
    show(fill('<div role="table" aria-label="Probabilities" style="$look">$rows</div>', look=LOOK, rows=rows))


def _row(theme: Theme, name: str, probability: float, *, best: bool, frame: Safe) -> Safe:
    ink = theme.ink if best else theme.muted
    return fill(
        '<div role="row" style="display:contents"><span role="rowheader" style="$name_look">$name</span>'
        '<span role="cell" style="$track" title="$exact">'
        '<span style="$room;$frame"></span><span style="$bar"></span>'
        '<span style="$said">$percent</span></span></div>',
        name_look=css(
            "$name;color:$ink;font-weight:$weight", name=NAME, ink=ink, weight="700" if best else "400"
        ),
        name=name,
        track=TRACK,
        exact=css("$p", p=f"{probability:.4f}"),
        room=ROOM,
        frame=frame,
        bar=css(
            "flex:none;width:calc($share * (100% - $number));height:calc(var(--bar,26px) - 6px);"
            "border-radius:0 2px 2px 0;background:$colour;forced-color-adjust:none",
            share=f"{probability:.4f}",
            number=f"{NUMBER}px",
            colour=theme.primary if best else theme.muted,
        ),
        said=css("color:$ink", ink=ink),
        percent=percent(probability),
    )
