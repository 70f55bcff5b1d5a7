"""A small network that learns points of two colours in the plane: given ones, one's own, by other steps."""

from collections.abc import Hashable
from itertools import compress

import numpy as np
import streamlit as st

from nncore import (
    OPTIMIZERS,
    POINTS,
    Array,
    Training,
    TrainingPlan,
    cross_entropy_error,
    health,
    predict,
    read_only,
)
from ui.address import bound, value_of
from ui.components.diagram import show_diagram
from ui.figures.activation_charts import LABELS
from ui.figures.learning_charts import falling
from ui.figures.plane_pictures import answer_surface, cell_place, network_surfaces, plane
from ui.language import _
from ui.learn.learn_state import learn_state
from ui.learn.run import Run
from ui.learn.training_run import controls, current, go_on
from ui.limits import PAINTED_POINTS
from ui.numbers import share
from ui.theme import current_theme
from ui.widgets.chart import show_plot
from ui.widgets.controls import chips
from ui.widgets.guess import ask_guess
from ui.widgets.live import UNKNOWN, Live

COUNT = 200
"""How many points there are."""
EPOCHS = 1000
A_PICTURE = 40
"""Steps from one picture to the next: with the batch that is set at first two epochs."""
SPRAY = 4
"""How many points the brush paints in a cell."""
RUBBER = 0.12
"""How far around the middle of a cell points are rubbed out."""
USUAL = "Xavier", "SGD"
"""The first weights and the optimizer that are set at first, before they are explained."""
COLOURS = ("orange", "blue")
PLANE = read_only(plane())
SETTINGS = "hidden", "neurons", "bend", "start", "optimizer", "eta", "mini"


def playground() -> Live:
    """Show the network as it learns points that are given."""
    return _learn("plane", *_given_points())


def own_points() -> Live:
    """Let the learner paint points, and show the network as it learns them."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.segmented_control(_("Brush"), **bound("learn", "brush"), required=True)
        st.button(_("Clean paper"), on_click=_clean)
        _network_menu()
    painted = learn_state().painted
    rows = np.array(painted, np.float32).reshape(-1, 3)
    return _learn("own", painted, (rows[:, :2], rows[:, 2].astype(int)))


def step_length() -> Live:
    """Show how other rates and optimizers make it learn, or not."""
    points = _given_points()
    with st.container(horizontal=True):
        bound_slider(_("Rate"), "eta")
        bound_slider(_("Batch"), "mini")
        st.selectbox(_("Optimizer"), **bound("learn", "optimizer"))
    return _learn("plane", *points, guess="rate-of-ten", told=False)


def first_weights() -> Live:
    """Show how other first weights make it learn, or not."""
    points = _given_points()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chips(_("First weights"), "learn", "start")
        bound_slider(_("Rate"), "eta")  # whoever comes from the section before may have set it to 10
    return _learn("plane", *points, told=False)


def _given_points() -> tuple[str, tuple[Array, Array]]:
    """Let the learner choose points; return their name, and them."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        mix = str(chips(_("Points"), "learn", "points"))
        _network_menu()
    return mix, POINTS[mix](COUNT, np.random.default_rng(3))


def _learn(
    key: str, mix: Hashable, points: tuple[Array, Array], *, guess: str = "", told: bool = True
) -> Live:
    """Show the training of a key and how far it is.

    A rate of 10 waits for a guess, if one is named. What is set is told, unless most of it is in sight: a
    projector has no line to spare.
    """
    plan = _plan(len(points[0]))
    run = current(key, (mix, plan), lambda: _begin((mix, plan), points))
    may_move = len(points[0]) > 0
    if guess and may_move and plan.lr == 10 and plan.optimizer == "SGD":
        may_move = ask_guess(guess, (mix, plan), {})
    controls(key, run, may_move=may_move)
    _pictures(points, run, paints=key == "own", told=told, curve=may_move)
    live = _live(points, run)
    go_on(run)
    return live


def _network_menu() -> None:
    """Show what the network is made of, which one sets once."""
    with st.popover(_("Network"), icon=":material/tune:", type="tertiary", key="plane_settings"):
        chips(_("Hidden layers"), "learn", "hidden")
        chips(_("Neurons in each"), "learn", "neurons")
        chips(_("Activation"), "learn", "bend")


def bound_slider(label: str, name: str) -> float:
    """Show a slider over the options of a setting, which the address remembers."""
    return float(st.select_slider(label, **bound("learn", name)))


def _plan(count: int) -> TrainingPlan:
    hidden, neurons, bend, start, optimizer, eta, mini = (value_of("learn", name) for name in SETTINGS)
    sizes = (2, *[int(neurons)] * int(hidden), 2)
    batch = min(int(mini), max(count, 1))
    return TrainingPlan(sizes, bend, start, optimizer, float(eta), batch, EPOCHS, seed=1)


def summary(plan: TrainingPlan) -> str:
    """Return what is set once, in one line; first weights and optimizer if they are not as at first."""
    sizes = "-".join(map(str, plan.sizes))
    told = [_(LABELS[plan.h]), *(name for name in (plan.how, plan.optimizer) if name not in USUAL)]
    rate = _("rate {rate} · batch {batch}").format(rate=f"{plan.lr:g}", batch=plan.batch_size)
    return " · ".join([sizes, *told, rate])


def _begin(request: tuple[Hashable, TrainingPlan], points: tuple[Array, Array]) -> Run:
    (x, t), plan = points, request[1]
    epoch = max(1, -(-len(x) // plan.batch_size))
    training = Training(plan, x, np.eye(2, dtype=np.float32)[t])
    start = cross_entropy_error(predict(training.network(), x), t) if len(x) else 0.0
    return Run(request, training, epoch, start, A_PICTURE)


def _clean() -> None:
    learn_state().painted = ()


def paint(cell: str) -> None:
    """Let a few points fall into a cell, or rub out those that lie there."""
    painted, brush = learn_state().painted, value_of("learn", "brush")
    place = np.array(cell_place(int(cell)))
    if brush == "rub":
        far = np.hypot(*(np.array(painted).reshape(-1, 3)[:, :2] - place).T) > RUBBER
        kept = list(compress(painted, far))
    else:
        spray = np.random.default_rng(len(painted)).normal(place, 0.045, (SPRAY, 2)).clip(-1.05, 1.05)
        kept = [*painted, *((float(x), float(y), COLOURS.index(brush)) for x, y in spray)]
    learn_state().painted = tuple(kept[-PAINTED_POINTS:])


def _pictures(points: tuple[Array, Array], run: Run, *, paints: bool, told: bool, curve: bool) -> None:
    """Show what the network answers everywhere, what each neuron says, and how the loss fell."""
    theme, network = current_theme(), run.network
    trace = network.forward(PLANE)
    answer, neurons = st.columns(2, gap="medium")
    with answer:
        alt = _("What the network answers everywhere, and the points to learn.")
        diagram = answer_surface(theme, trace.Y[:, 1], points, alt, paints=paints)
        show_diagram(diagram, "answers", paint if paints else None, 19)
    with neurons:
        if told:
            st.caption(summary(run.training.plan))
        sizes = "-".join(map(str, network.sizes))
        alt = _("The network {sizes}: what each neuron says everywhere in the plane.").format(sizes=sizes)
        show_diagram(network_surfaces(theme, network, trace, alt), "surfaces", most=19)
        if curve:
            alt = _("The loss after {steps} steps.").format(steps=run.steps)
            top = min(max(1.0, float(np.max(run.curve()[1]))), 20.0)
            plot = falling(theme, {_("loss"): run.curve()}, top, alt, small=True)
            show_plot(plot, "plane_loss", _("Loss of the playground"))


def _live(points: tuple[Array, Array], run: Run) -> Live:
    network, (x, t) = run.network, points
    right = float((predict(network, x).argmax(axis=1) == t).mean()) if len(x) else 0.0
    state = health(network, x) if len(x) and len(network.layers) > 1 else None
    start = run.training.plan.how
    words = {"zero": "also-zero", "0.01": "also-small", "1": "also-large"}
    begun = [words[start]] if start in words and state else []
    flown = bool(run.losses) and not run.losses[-1] < 3
    return Live(
        values={
            "plane_right": share(right, 0),
            "plane_steps": run.steps,
            "painted": len(x),
            "plane_loss": f"{run.losses[-1]:.4f}" if run.losses else UNKNOWN,
            "dead": state.dead if state else 0,
            "saturated": state.saturated if state else 0,
            "twins": state.twins if state else 0,
            "hidden_neurons": state.neurons if state else 0,
        },
        seen=[*begun, *(["also-flown"] if flown else []), *([] if run.losses else ["untrained"])],
        done={"learn-circles": circles(right, run), "learn-spirals": spirals(right, run)},
        code=[OPTIMIZERS[run.training.plan.optimizer]],
    )


def circles(right: float, run: Run) -> bool | str:
    """Return whether it has learned the circles, or what helps."""
    if value_of("learn", "points") != "Circles" or not run.steps:
        return False
    if right < 0.97:
        return "one-line" if len(run.training.plan.sizes) == 2 else "go-on-learning"
    return True


def spirals(right: float, run: Run) -> bool | str:
    """Return whether it has learned the spirals, or what helps."""
    if value_of("learn", "points") != "Spirals":
        return False
    return True if right >= 0.95 and run.steps else "more-neurons"
