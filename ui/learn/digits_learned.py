"""A digit network that learns from MNIST, from random weights, and reads one's own drawing meanwhile."""

import io

import numpy as np
import streamlit as st

from nncore import Network, Training, TrainingPlan, cross_entropy_error, predict, save_network
from ui.address import settings_of
from ui.address.settings import SHAPES_TO_LEARN
from ui.components.diagram import show_diagram
from ui.figures.learning_charts import falling, ten_bars
from ui.figures.plane_pictures import input_picture, weight_sheets
from ui.learn.learn_state import learn_state
from ui.learn.playground import bound_slider, summary
from ui.learn.training_run import Run, controls, current, go_on, progress
from ui.numbers import grouped, share
from ui.resources import (
    NOT_HERE,
    known_examples,
    other_examples,
    seen_images,
    seen_targets,
    training_images_here,
)
from ui.state.own_network import back_to_ours, bring_network, own_network
from ui.theme import Theme, current_theme
from ui.widgets.chart import show_plot
from ui.widgets.controls import chips
from ui.widgets.lesson import UNKNOWN, Live
from ui.widgets.my_digit import my_digit
from ui.widgets.predict_first import predict as guess

KEY = "digits"
FILE = "trained_here.npz"
"""What the network that one trained is called on other pages."""
EPOCHS = 20
EXAMINED = 500
"""So many images of each kind are read after every tick."""
MISTAKES = {"first-loss": {"share-instead": 0.1, "other-log-again": 1.0}}


def digit_learner() -> Live:
    """Show the network as it learns to read."""
    if not training_images_here():
        st.caption(NOT_HERE)
        return _unknown()
    theme = current_theme()
    plan = _settings()
    run = current(KEY, plan, lambda: _begin(plan))
    may_move = True
    if plan.lr == 10 and plan.optimizer == "SGD":
        may_move = bool(guess("rate-of-ten-digits", plan, {}))
    controls(KEY, run, may_move=may_move)
    progress(run)
    network = run.network
    seen, others = _examine(network, run)
    _reading(theme, network, run)
    _sheets(theme, network, run)
    _take_along(network, run)
    live = _told(run, seen, others)
    go_on(run)
    return live


def _settings() -> TrainingPlan:
    """Show in one quiet line what one sets once."""
    with st.popover("Network and rate", icon=":material/tune:", type="tertiary", key="digit_settings"):
        shape = chips("Network", "learn", "shape")
        bend = chips("Activation", "learn", "digit_bend")
        start = chips("First weights", "learn", "digit_start")
        optimizer = chips("Optimizer", "learn", "digit_optimizer")
        rate = bound_slider("Rate", "digit_eta")
        seed = chips("Seed", "learn", "seed")
    sizes = SHAPES_TO_LEARN[str(shape)]
    names = {"h": str(bend), "how": str(start), "optimizer": str(optimizer)}
    plan = TrainingPlan(sizes, **names, lr=rate, batch_size=100, epochs=EPOCHS, seed=int(str(seed or 1)))
    st.caption(summary(plan))
    return plan


def _begin(plan: TrainingPlan) -> Run:
    images, _ = seen_images()
    return Run(plan, Training(plan, images, seen_targets()), len(images) // plan.batch_size)


def _examine(network: Network, run: Run) -> tuple[float, float]:
    """Return which shares it reads correctly, of images that it learns from and of others."""
    if run.measured and run.measured[-1][0] == run.steps:
        return run.measured[-1][1], run.measured[-1][2]
    shares = []
    for x, t in (known_examples(EXAMINED), other_examples(EXAMINED)):
        shares.append(float((predict(network, x).argmax(axis=1) == t).mean()))
    run.measured.append((run.steps, *shares))
    return shares[0], shares[1]


def _reading(theme: Theme, network: Network, run: Run) -> None:
    """Show what it makes of the drawing now, and how loss and accuracy went."""
    left, right = st.columns(2, gap="large")
    with left:
        mine = learn_state().drawing
        if mine is None or not run.plays:  # while it plays nobody draws
            mine = learn_state().drawing = my_digit("learner")
        with st.container(width=112):
            show_diagram(input_picture(theme, mine, "The picture that it reads after every step"), "read")
        y = predict(network, mine)
        best = int(y.argmax())
        alt = f"What it makes of the drawing: {best}, {100 * y[best]:.0f} %."
        bars = ten_bars(theme, y, best, alt, framed=False)
        name = "Ten answers to the drawing"
        show_plot(bars, "reads_mine", name, lambda: {"digit": range(10), "probability": y})
        st.caption(f"After step {grouped(run.steps)} it reads: {best}")
    with right:
        steps, seen, others = np.array(_thin(run.measured)).T
        series = {"seen": (steps, seen), "others": (steps, others)}
        alt = f"Read correctly: {seen[-1]:.1%} of those it learns from, {others[-1]:.1%} of others."
        plot = falling(theme, series, 1.0, alt, shares=True)
        name, columns = "Read correctly", {"step": steps, "seen": seen, "others": others}
        show_plot(plot, "digit_shares", name, lambda: columns)
        top = min(max(2.5, float(np.max(run.curve()[1]))), 20.0) if run.losses else 2.5
        alt = f"The loss after {run.steps} steps."
        plot = falling(theme, {"loss": run.curve()}, top, alt)
        show_plot(plot, "digit_loss", "Loss of the digits", run.columns)


def _thin(measured: list[tuple[float, ...]]) -> list[tuple[float, ...]]:
    every = -(-len(measured) // 200)
    return [*measured[:-1:every], measured[-1]]


def _sheets(theme: Theme, network: Network, run: Run) -> None:
    """Show the first layer's weights as pictures, and what the last batch changed in them."""
    told = "W1: what each neuron of the first layer looks for", "What the last batch changed in it"
    for place, words, values in zip(
        st.columns(2, gap="large"), told, (network["W1"], run.change), strict=True
    ):
        with place:
            st.caption(words)
            show_diagram(weight_sheets(theme, values, words), f"sheet {words[:4]}")


def _take_along(network: Network, run: Run) -> None:
    """Let the visitor use the network on all pages, save it, and go back."""
    with st.container(horizontal=True):
        icon, ready = ":material/check:", bool(run.steps)
        use = "Use it on all pages"
        st.button(use, key="learn_use", icon=icon, on_click=_use, args=(run,), disabled=not ready)
        st.download_button(
            "Save it",
            lambda: network_file(network),
            FILE,
            icon=":material/download:",
            on_click="ignore",
            disabled=not ready,
        )
        st.page_link(
            "pages/evaluate.py",
            label="Bring one back",
            icon=":material/upload:",
            query_params=settings_of("evaluate", section="own-network"),
        )
        if own_network():
            st.button("Back to our network", icon=":material/undo:", on_click=back_to_ours, key="learn_back")


def network_file(network: Network) -> bytes:
    """Return a network as a file."""
    file = io.BytesIO()
    save_network(network, file)
    return file.getvalue()


def _use(run: Run) -> None:
    """Take it into use as a file that is uploaded: by the same door."""
    bring_network(FILE, io.BytesIO(network_file(run.network)))


def _unknown() -> Live:
    """Tell the lesson that nothing can be trained here; two of its values hold all the same."""
    names = (
        "digit_steps",
        "digit_epoch",
        "digit_loss_now",
        "seen_share",
        "other_share_now",
        "weights_to_learn",
    )
    known = {"examined": EXAMINED, "first_loss_guess": f"{np.log(10):.2f}"}
    return Live(
        values=dict.fromkeys(names, UNKNOWN) | known,
        done={"reach-ninety": False, "use-yours": False},
        mistakes=MISTAKES,
        revealed=False,
    )


def _told(run: Run, seen: float, others: float) -> Live:
    x, t = known_examples(EXAMINED)
    own = own_network()
    loss = run.losses[-1] if run.losses else cross_entropy_error(predict(run.network, x), t)
    reached = others >= 0.9 and run.steps > 0
    return Live(
        values={
            "digit_steps": run.steps,
            "digit_epoch": f"{run.steps / run.epoch:.2f}",
            "digit_loss_now": f"{loss:.3f}",
            "seen_share": share(seen, 1),
            "other_share_now": share(others, 1),
            "examined": EXAMINED,
            "first_loss_guess": f"{np.log(10):.2f}",
            "weights_to_learn": sum(value.size for value in run.training.params.values()),
        },
        seen=["also-high"] if run.steps > 20 and not loss < 3 else [],
        done={
            "reach-ninety": True if reached else "more-steps" if run.steps else False,
            "use-yours": own is not None and own.file == FILE,
        },
        mistakes=MISTAKES,
    )
