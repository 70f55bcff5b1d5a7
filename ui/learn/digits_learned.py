"""A digit network that learns from MNIST, from random weights, and reads one's own drawing meanwhile."""

import numpy as np
import streamlit as st

from nncore import (
    OPTIMIZERS,
    Training,
    TrainingPlan,
    cross_entropy_error,
    predict,
)
from ui.address.settings import SHAPES_TO_LEARN
from ui.components.diagram import show_diagram
from ui.figures.learning_charts import falling
from ui.figures.plane_pictures import weight_sheets
from ui.language import _
from ui.learn.playground import bound_slider
from ui.learn.run import POINTS, Run
from ui.learn.training_run import controls, current, go_on, progress
from ui.numbers import share
from ui.resources import (
    NOT_HERE,
    training_examples,
    training_images,
    training_images_here,
    training_targets,
    validation_examples,
)
from ui.state.own_network import own_network
from ui.theme import current_theme
from ui.widgets.chart import show_plot
from ui.widgets.controls import chips, choose_view
from ui.widgets.live import UNKNOWN, Live

KEY = "digits"
FILE = "trained_here.npz"
"""What the network that one trained is called on other pages."""
EPOCHS = 20
EXAMINED = 500
"""How many images of each kind are read at each look."""


def digits_learned() -> Live | None:
    """Show the network as it learns to read: its first layer, and how much it reads."""
    if not training_images_here():
        st.caption(_(NOT_HERE))
        return None
    run = digit_run()
    controls(KEY, run)
    seen, others = examine(run)
    progress(run)
    weights, curves = st.columns(2, gap="medium")
    with weights:
        _sheet(run)
    with curves:
        _curves(run)
    live = live_of(run, seen, others)
    go_on(run)
    return live


def digit_run() -> Run:
    """Return the training as it is now, with what is set; begin it if something else was chosen."""
    with st.popover(_("Network and rate"), icon=":material/tune:", type="tertiary", key="digit_settings"):
        shape = chips(_("Network"), "learn", "shape")
        bend = chips(_("Activation"), "learn", "digit_bend")
        start = chips(_("First weights"), "learn", "digit_start")
        optimizer = chips(_("Optimizer"), "learn", "digit_optimizer")
        rate = bound_slider(_("Rate"), "digit_eta")
        seed = chips(_("Seed"), "learn", "seed")
    sizes = SHAPES_TO_LEARN[str(shape)]
    names = {"h": str(bend), "how": str(start), "optimizer": str(optimizer)}
    plan = TrainingPlan(sizes, **names, lr=rate, batch_size=100, epochs=EPOCHS, seed=int(str(seed or 1)))
    return current(KEY, plan, lambda: _begin(plan))


def _begin(plan: TrainingPlan) -> Run:
    images, _ = training_images()
    training, (x, t) = Training(plan, images, training_targets()), training_examples(EXAMINED)
    start = cross_entropy_error(predict(training.network(), x), t)
    return Run(plan, training, len(images) // plan.batch_size, start)


def examine(run: Run) -> tuple[float, float]:
    """Return which shares it reads correctly, of images that it learns from and of others."""
    if run.steps not in run.measured:
        examples = training_examples(EXAMINED), validation_examples(EXAMINED)
        seen, others = (float((predict(run.network, x).argmax(axis=1) == t).mean()) for x, t in examples)
        run.measured[run.steps] = seen, others
    return run.measured[run.steps]


def _curves(run: Run) -> None:
    """Show how loss and shares went."""
    theme = current_theme()
    looked_at = sorted(step for step in run.measured if step <= run.steps)
    steps = [*looked_at[: -1 : -(-len(looked_at) // POINTS)], looked_at[-1]]
    seen, others = zip(*(run.measured[step] for step in steps), strict=True)
    series = {_("learned from"): (steps, seen), _("others"): (steps, others)}
    alt = _("Read correctly: {seen} of those it learns from, {others} of others.")
    alt = alt.format(seen=share(seen[-1], 1), others=share(others[-1], 1))
    plot = falling(theme, series, 1.0, alt, shares=True, small=True)
    show_plot(plot, "digit_shares", _("Read correctly"))
    top = min(max(2.5, float(np.max(run.curve()[1]))), 20.0)
    alt = _("The loss after {steps} steps.").format(steps=run.steps)
    plot = falling(theme, {_("loss"): run.curve()}, top, alt, small=True)
    show_plot(plot, "digit_loss", _("Loss of the digits"))


def _sheet(run: Run) -> None:
    """Show the first layer's weights as pictures, or what the last batch changed in them."""
    whole = choose_view("learn", "sheet") == "weights"
    values, shown = (run.network["W1"], _("weights")) if whole else (run.change, _("last change"))
    alt = _("The first layer, a picture for each neuron: {shown}").format(shown=shown)
    show_diagram(weight_sheets(current_theme(), values, alt), "weight_sheet", most=20)


def live_of(run: Run, seen: float, others: float, reads: dict[str, object] | None = None) -> Live:
    own = own_network()
    loss = run.losses[-1] if run.losses else run.start
    return Live(
        values={
            "digit_steps": run.steps,
            "digit_epoch": f"{run.steps / run.epoch:.2f}",
            "digit_loss_now": f"{loss:.4f}",
            "seen_share": share(seen, 1),
            "other_share_now": share(others, 1),
            "examined": EXAMINED,
            "sizes": "-".join(map(str, run.training.plan.sizes)),
            "weights_to_learn": sum(value.size for value in run.training.params.values()),
            **(reads or {"reads": UNKNOWN, "sure": UNKNOWN}),
        },
        seen=["also-high"] if run.steps > 20 and not loss < 3 else [] if reads else ["undrawn"],
        done={
            "reach-ninety": (others >= 0.9 or "more-steps") if run.steps else False,
            "use-yours": own is not None and own.file == FILE,
        },
        code=[OPTIMIZERS[run.training.plan.optimizer]],
    )
