"""The step, the sigmoid and ReLU as the book prints them, drawn by matplotlib as its listings do."""

import numpy as np
from matplotlib.figure import Figure

from nncore import ACTIVATIONS
from ui.theme import Theme

PRINTED = {"step_function": (-0.1, 1.1), "sigmoid": (-0.1, 1.1), "relu": (-1.0, 5.5)}
"""Each with the range of its vertical axis, as in the book's figures 3-6, 3-7 and 3-9."""


def book_curves(theme: Theme) -> Figure:
    """Return the three curves over sums from −5 to 5, side by side."""
    x = np.arange(-5.0, 5.0, 0.1)
    figure = Figure(figsize=(9, 2.8), facecolor=theme.paper, layout="constrained")
    for axes, (name, ylim) in zip(figure.subplots(1, 3), PRINTED.items(), strict=True):
        axes.plot(x, ACTIVATIONS[name](x), color=theme.primary)
        axes.set_ylim(ylim)
        axes.set_title(name, color=theme.ink)
        axes.set_facecolor(theme.paper)
        axes.tick_params(colors=theme.ink)
        axes.spines[:].set_color(theme.line)
    return figure
