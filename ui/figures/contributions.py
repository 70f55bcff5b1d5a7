"""What each input adds to a neuron's sum, as bars."""

import numpy as np

from nncore import Array
from ui.figures.vega import Spec, field, layer, layered, rows_of, word
from ui.language import _
from ui.theme import Theme


def contribution_bars(theme: Theme, values: Array, weights: Array, symbol: str, height: int = 190) -> Spec:
    """Draw input × weight for every input as a bar, the largest first; hovering reads the product."""
    rows = rows_of(**contribution_columns(values, weights, symbol))
    negative = {"test": "datum.product < 0", "value": theme.negative}
    axis = {"labelFontSize": 13, "labelColor": theme.muted, "grid": False, "domain": False, "tickCount": 5}
    titles = {"value": _("value"), "weight": _("weight"), "product": _("product")}
    numbers = [field(name, title=title, format=".3f") for name, title in titles.items()]
    bars = {
        "x": word("input", sort=None, axis=None),
        "y": field("product", title=None, axis=axis),
        "color": {"condition": negative, "value": theme.positive},
        "tooltip": [word("input", title=_("input")), *numbers],
    }
    return layered(height, layer(rows, {"type": "bar"}, bars))


def contribution_columns(values: Array, weights: Array, symbol: str) -> dict[str, list[str] | Array]:
    """Return what each input adds: its name, value, weight and product, the largest first."""
    products = values * weights
    order = np.argsort(-products, kind="stable")
    return {
        "input": [f"{symbol}[{i}]" for i in order],
        "value": values[order],
        "weight": weights[order],
        "product": products[order],
    }
