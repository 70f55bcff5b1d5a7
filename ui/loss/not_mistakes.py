"""Why not count mistakes: accuracy stands still where the loss moves."""

import numpy as np
import streamlit as st

from nncore import Array, Network, along_last_weight, read_only
from ui.address import bound
from ui.components.diagram import show_diagram
from ui.figures.learning_charts import moved_weight
from ui.language import _
from ui.numbers import minus, share
from ui.resources import NOT_HERE, training_images_here, validation_examples
from ui.state.own_network import network_in_use
from ui.theme import current_theme
from ui.widgets.chart import show_plot
from ui.widgets.live import Live

MOVES = read_only(np.linspace(-2, 2, 81))
"""How far the weight is moved: so far that the share of those read correctly goes some steps."""
START = int(np.abs(MOVES).argmin())
COUNT = 1000
"""How many images are read."""


def not_mistakes() -> Live | None:
    """Show that accuracy stands still where the loss moves."""
    if not training_images_here():
        st.caption(_(NOT_HERE))
        return None
    network, (x, t) = network_in_use(), validation_examples(COUNT)
    place = (busiest(network, x), 8)
    losses, shares = along_last_weight(network, x, t, place, MOVES)
    name = f"W{len(network.layers)}[{place[0]}, {place[1]}]"
    label = _("Move {weight} by").format(weight=name)
    move = st.slider(label, **bound("loss", "weight_move"))
    now = int(np.abs(MOVES - move).argmin())
    _show(losses, shares, now)
    still = move != 0 and shares[now] == shares[START] and losses[now] != losses[START]
    return Live(
        values={
            "weight_name": name,
            "loss_change": minus(f"{losses[now] - losses[START]:+.5f}"),
            "share_change": minus(f"{100 * (shares[now] - shares[START]):+.1f}"),
            "looked_at": COUNT,
        },
        seen=[] if move else ["unmoved"],
        done={"loss-moves-alone": True if still else "both-moved" if move else False},
    )


def busiest(network: Network, x: Array) -> int:
    """Return the input of the last layer that is largest on average."""
    return int(network.forward(x[:100])[-3].value.mean(axis=0).argmax())


def _show(losses: Array, shares: Array, now: int) -> None:
    theme, columns = (
        current_theme(),
        {_("moved by"): MOVES, _("mean loss"): losses, _("read correctly"): shares},
    )
    said = _("mean loss: {loss}").format(loss=f"{losses[now]:.5f}")
    show_diagram(moved_weight(theme, columns, losses, now, said, theme.primary), "moved_loss")
    said = _("read correctly: {share}").format(share=share(shares[now], 1))
    plot = moved_weight(theme, columns, shares, now, said, theme.ink)
    show_plot(plot, "moved_share", _("Loss and accuracy"))
