"""How far can you push it? All 10 000 images distorted at once, and the accuracy that remains."""

import streamlit as st

from nncore import Counted, Distortion, Network, as_seen, distort, most_confused, predict, read_distorted
from ui.address import value_of
from ui.address.settings import DISTORTIONS
from ui.evaluate.dials import choose_distortion
from ui.evaluate.measuring import Measured, PushRequest
from ui.evaluate.mending import state_of_the_check
from ui.figures.curves import shares_chart
from ui.figures.pixels import activation_picture, show_pixels
from ui.numbers import grouped, share
from ui.resources import digit_network, test_input, test_set
from ui.state.own_network import OUR_NAME, YOUR_NAME, name_in_use, network_in_use, own_network
from ui.theme import current_theme
from ui.widgets.chart import show_chart, side_by_side
from ui.widgets.guess import Guess, ask_guess, revealed
from ui.widgets.live import Live
from ui.work import forget, show_work, work, work_of

SAMPLES, SIDE = 8, 50
PAIRS = 4
"""So many of the commonest mistakes are named."""
HEIGHT = 220


def pushing() -> Live:
    """Show the dials, a few images as the network sees them, what it makes of all, and the curve."""
    by, dial = choose_distortion()
    prepared = bool(value_of("evaluate", "prepared"))
    asked = PushRequest(_networks(), by, prepared, dial)
    measured = work("push", asked, asked.measure).last
    answers = measured.whole[-1] if measured else None  # ours, or the visitor's own beside it
    images, way_to_stop = st.columns([4, 1], gap="small")
    with images:
        _samples(by, prepared=prepared)
    guess = _ask(asked, answers)
    if measured and guess:
        _show_accuracy(asked, measured)
        _show_curve(asked, measured)
    with way_to_stop:
        _show_work()
    state = state_of_the_check(by, answers.accuracy, prepared=prepared) if answers else False
    return Live(done={"mend-a-shift": state}, revealed=bool(guess), code=[distort, read_distorted])


def _show_work() -> None:
    show_work("push")
    if work_of("push").stopped:
        st.button("Measure", icon=":material/refresh:", on_click=forget, args=("push",), help="Once more")


def _ask(asked: PushRequest, answers: Counted | None) -> Guess:
    """Let a class that predicts first guess what the network in use makes of this distortion."""
    known = answers is not None and _is_whole(answers)
    values = {"pushed_of_100": 100 * answers.accuracy if answers else 0.0}
    return ask_guess("after-the-push", _situation(asked.by, asked.prepared), values, within=2, known=known)


def _situation(by: Distortion, prepared: bool) -> object:
    return by, prepared, name_in_use()


def _is_whole(answers: Counted) -> bool:
    """Whether all images are read, not only every tenth."""
    return answers.total == len(test_set()[1])


def _networks() -> tuple[tuple[str, Network], ...]:
    """Return what is compared, with its name: ours, and beside it the visitor's own."""
    own = own_network()
    return (OUR_NAME, digit_network()), *(((YOUR_NAME, own.network),) if own else ())


def _samples(by: Distortion, *, prepared: bool) -> None:
    """Show a few images as the network sees them, each with its label and what is answered."""
    theme, images = current_theme(), test_input()[:SAMPLES].reshape(-1, 28, 28)
    (seen,) = as_seen(images, by, prepared=prepared)
    labels = test_set()[1][:SAMPLES].tolist()
    answers = predict(network_in_use(), seen.reshape(SAMPLES, -1)).argmax(axis=1).tolist()
    if revealed("after-the-push", _situation(by, prepared)):
        words = [f"{t} → {y}{'' if t == y else ' ✗'}" for t, y in zip(labels, answers, strict=True)]
    else:
        words = [f"{t} → ?" for t in labels]
    pictures = [activation_picture(theme, picture, 8) for picture in seen]
    show_pixels(pictures, [f"Test image {n} after the push" for n in range(SAMPLES)], SIDE, words)


def _show_accuracy(asked: PushRequest, measured: Measured) -> None:
    """Show the accuracy on every tenth image until it is known on all of them, and the commonest mistakes."""
    known = zip(asked.networks, measured.whole, strict=True)
    shown = [(name, answers) for (name, _), answers in known if answers is not None]
    *numbers, words = st.columns([*(1 for _ in shown), 2], vertical_alignment="center")
    for place, (name, answers) in zip(numbers, shown, strict=True):
        place.metric(f"{name} reads", share(answers.accuracy))
    for _, answers in shown[-1:]:  # the network in use
        more = "" if _is_whole(answers) else ", then all …"
        count = f"{grouped(answers.correct)} of {grouped(answers.total)}"
        words.caption(f"{count}{more}. Most often confused: {_confused(answers)}")


def _confused(answers: Counted) -> str:
    pairs = most_confused(answers.confusion, PAIRS)
    return ", ".join(f"{t} → {y} ({grouped(times)} times)" for t, y, times in pairs) or "none"


def _show_curve(asked: PushRequest, measured: Measured) -> None:
    theme, dial = current_theme(), asked.dial
    names = [name for name, _ in asked.networks]
    table = [
        {"x": float(x), "share": float(y), "kind": name}
        for name, curve in zip(names, measured.curves, strict=True)
        for x, y in zip(dial.values, curve, strict=False)
    ]
    colours = dict(zip(names, (theme.primary, theme.negative), strict=False))
    now = getattr(asked.by, dial.field)
    chart = shares_chart(theme, table, dial.label, now, colours, ends=DISTORTIONS[dial.field])
    alt, name = f"The share of right answers against {dial.label.lower()}", dial.label.lower()
    show_chart(
        chart | {"height": HEIGHT},
        alt,
        "Right answers",
        lambda: side_by_side(table, name, "x", "share", "kind"),
    )
