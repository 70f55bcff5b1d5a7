"""A small network that learns points of two colours in the plane."""

from itertools import compress

import numpy as np
import streamlit as st

from nncore import PAINTED_POINTS, POINTS, Array, Network, Training, TrainingPlan, health, predict, read_only
from ui.address import bound
from ui.address.settings import PAINTED
from ui.components.diagram import show_diagram
from ui.components.inside import ROW
from ui.components.markup import css, style
from ui.figures.learning_charts import falling
from ui.figures.plane_pictures import answer_surface, cell_place, network_surfaces, plane
from ui.learn.learn_state import Painted, learn_state
from ui.learn.training_run import Run, controls, current, go_on
from ui.numbers import share
from ui.theme import Theme, current_theme
from ui.widgets.chart import show_plot
from ui.widgets.controls import chips
from ui.widgets.lesson import UNKNOWN, Live
from ui.widgets.predict_first import predict as guess

KEY = "plane"
COUNT = 200
"""How many points there are."""
EPOCHS = 1000
A_PICTURE = 40
"""Steps from one picture to the next: with the batch that is set at first two epochs."""
SPRAY = 4
"""So many points fall where one paints."""
RUBBER = 0.12
"""So far around the middle of a cell points are rubbed out."""
COLOURS = ("orange", "blue", "rub out")
PLANE = read_only(plane())
ANSWER_FIRST = """
@media (max-width: 640px) {
  .st-key-plane-pictures $row {flex-wrap: wrap-reverse}
}
"""
"""On a phone the answer stands next to the buttons, and the network below it."""


def playground() -> Live:
    """Show the network as it learns."""
    theme = current_theme()
    mix = _settings()
    points = _points(mix)
    plan = _plan(len(points[0]))
    st.caption(summary(plan))
    request = (mix, plan, _painted() if mix == PAINTED else ())
    run = current(KEY, request, lambda: _begin(request, plan, points))
    may_move = len(points[0]) > 0
    if plan.lr == 10 and plan.optimizer == "SGD":
        may_move = bool(guess("rate-of-ten", request, {})) and may_move
    controls(KEY, run, may_move=may_move)
    network = run.network
    _pictures(theme, network, points, run, paints=mix == PAINTED)
    live = _told(network, points, run)
    go_on(run)
    return live


def _settings() -> str:
    """Show the points, and in one quiet line what one sets once; return which points."""
    with st.container(horizontal=True, gap="medium", vertical_alignment="bottom"):
        mix = chips("Points", "learn", "points")
        with st.popover("Network and rate", icon=":material/tune:", type="tertiary", key="plane_settings"):
            chips("Hidden layers", "learn", "hidden")
            chips("Neurons in each", "learn", "neurons")
            chips("Activation", "learn", "bend")
            chips("First weights", "learn", "start")
            chips("Optimizer", "learn", "optimizer")
            bound_slider("Rate", "eta")
            bound_slider("Batch", "mini")
    if mix == PAINTED:
        with st.container(horizontal=True, vertical_alignment="bottom"):
            st.segmented_control("Brush", COLOURS, default="orange", key="brush", required=True)
            st.button("Clean paper", on_click=_clean)
    return str(mix)


def bound_slider(label: str, name: str) -> float:
    """Show a slider over the options of a setting, which the address remembers."""
    return float(st.select_slider(label, **bound("learn", name)))


def _plan(count: int) -> TrainingPlan:
    chosen = st.session_state
    sizes = (2, *[int(chosen.neurons or 4)] * int(chosen.hidden or 0), 2)
    return TrainingPlan(
        sizes,
        str(chosen.bend or "tanh"),
        str(chosen.start or "Xavier"),
        str(chosen.optimizer or "SGD"),
        float(chosen.eta),
        min(int(chosen.mini), max(count, 1)),
        EPOCHS,
        seed=1,
    )


def summary(plan: TrainingPlan) -> str:
    """Return what is set once, in one line."""
    sizes = "-".join(map(str, plan.sizes))
    return f"{sizes} · {plan.h} · {plan.how} · {plan.optimizer} · rate {plan.lr:g} · batch {plan.batch_size}"


def _begin(request: object, plan: TrainingPlan, points: tuple[Array, Array]) -> Run:
    x, t = points
    epoch = max(1, -(-len(x) // plan.batch_size))
    return Run(request, Training(plan, x, np.eye(2, dtype=np.float32)[t]), epoch, A_PICTURE)


def _points(mix: str) -> tuple[Array, Array]:
    if mix != PAINTED:
        return POINTS[mix](COUNT, np.random.default_rng(3))
    rows = np.array(_painted(), np.float32).reshape(-1, 3)
    return rows[:, :2], rows[:, 2].astype(int)


def _painted() -> Painted:
    return learn_state().painted


def _clean() -> None:
    learn_state().painted = ()


def paint(cell: str) -> None:
    """Let a few points fall into a cell, or rub out those that lie there."""
    painted, brush = _painted(), st.session_state.get("brush") or "orange"
    place = np.array(cell_place(int(cell)))
    if brush == "rub out":
        far = np.hypot(*(np.array(painted).reshape(-1, 3)[:, :2] - place).T) > RUBBER
        kept = list(compress(painted, far))
    else:
        spray = np.random.default_rng(len(painted)).normal(place, 0.045, (SPRAY, 2)).clip(-1.05, 1.05)
        kept = [*painted, *((float(x), float(y), COLOURS.index(brush)) for x, y in spray)]
    learn_state().painted = tuple(kept[-PAINTED_POINTS.most :])


def _pictures(theme: Theme, network: Network, points: tuple[Array, Array], run: Run, *, paints: bool) -> None:
    trace = network.forward(PLANE)
    style(css(ANSWER_FIRST, row=ROW))
    with st.container(key="plane-pictures"):
        left, right = st.columns([5, 4], gap="large")
    sizes = "-".join(map(str, network.sizes))
    with left:
        alt = f"The network {sizes}: what each neuron says everywhere in the plane."
        show_diagram(network_surfaces(theme, network, trace, alt), "surfaces")
        alt = f"The loss after {run.steps} steps."
        top = 1.0 if not run.losses else min(max(1.0, float(np.max(run.curve()[1]))), 20.0)
        plot = falling(theme, {"loss": run.curve()}, top, alt)
        show_plot(plot, "plane_loss", "Loss of the playground", run.columns)
    with right:
        alt = "What the network answers everywhere, and the points to learn."
        share = trace.Y[:, 1]
        diagram = answer_surface(theme, share, points, alt, paints=paints)
        show_diagram(diagram, "answers", paint if paints else None)


def _told(network: Network, points: tuple[Array, Array], run: Run) -> Live:
    x, t = points
    right = float((predict(network, x).argmax(axis=1) == t).mean()) if len(x) else 0.0
    state = health(network, x) if len(x) and len(network.layers) > 1 else None
    start = run.training.plan.how
    words = {"zero": "also-zero", "0.01": "also-small", "1": "also-large"}
    begun = [words[start]] if start in words and state else []
    flown = bool(run.losses) and not run.losses[-1] < 3
    spiral = st.session_state.get("points") == "Spirals"
    return Live(
        values={
            "plane_right": share(right, 0),
            "plane_steps": run.steps,
            "steps_an_epoch": 20,
            "plane_loss": f"{run.losses[-1]:.3f}" if run.losses else UNKNOWN,
            "dead": state.dead if state else 0,
            "saturated": state.saturated if state else 0,
            "twins": state.twins if state else 0,
            "hidden_neurons": state.neurons if state else 0,
        },
        seen=[*begun, *(["also-flown"] if flown else []), *([] if run.losses else ["untrained"])],
        done={
            "learn-circles": _verdict(right, run, "Circles"),
            "learn-spirals": True
            if spiral and right >= 0.95 and run.steps
            else "more-neurons"
            if spiral
            else False,
        },
        mistakes={"steps-an-epoch": {"one-pass-one-step": 1, "all-points": 200, "batch": 10}},
    )


def _verdict(right: float, run: Run, mix: str) -> bool | str:
    if st.session_state.get("points") != mix or not run.steps:
        return False
    if right < 0.97:
        return "one-line" if len(run.training.plan.sizes) == 2 else "go-on-learning"
    return True
