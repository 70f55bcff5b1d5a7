"""Charts told in Vega-Lite itself, for what a slider redraws.

Altair would build and judge the same for 40 to 90 ms each time, and most of it is known beforehand.
"""

from typing import Any

import numpy as np
import numpy.typing as npt

Spec = dict[str, Any]
"""A chart of Vega-Lite, or a part of one."""
Rows = list[dict[str, Any]]


def rows_of(**columns: npt.ArrayLike | str) -> Rows:
    """Return a table row by row, in Python's own numbers; a text stands in every row."""
    lists = {
        name: column if isinstance(column, str) else np.asarray(column).tolist()
        for name, column in columns.items()
    }
    count = max(len(each) for each in lists.values() if not isinstance(each, str))
    repeated = ([each] * count if isinstance(each, str) else each for each in lists.values())
    return [dict(zip(lists, row, strict=True)) for row in zip(*repeated, strict=True)]


def layered(height: int, *layers: Spec, **config: Spec) -> Spec:
    """Return layers over one another."""
    return {
        "height": height,
        "padding": {"right": 12},  # else the last number of an axis is cut
        "config": {"view": {"stroke": None}, **config},
        "layer": list(layers),
    }


def layer(rows: Rows, mark: Spec, encoding: Spec) -> Spec:
    """Return a table and how it is drawn."""
    return {"data": {"values": rows}, "mark": mark, "encoding": encoding}


def field(name: str, **more: Any) -> Spec:
    """Return how a column of numbers is drawn."""
    return {"field": name, "type": "quantitative", **more}


def word(name: str, **more: Any) -> Spec:
    """Return how a column of words is drawn."""
    return {"field": name, "type": "nominal", **more}
