"""How far can you push it? All 10 000 images distorted at once, and the accuracy that remains."""

import streamlit as st

from nncore import Counted, Distortion, Network, as_seen, distort, most_confused, predict, read_distorted
from ui.address import bound, put, value_of
from ui.address.settings import PUSHES
from ui.evaluate.evaluate_state import evaluate_state
from ui.evaluate.measuring import DIALS, Dial, Measured, PushRequest
from ui.figures.curves import shares_chart
from ui.figures.pixels import activation_picture, show_pixels
from ui.language import _
from ui.numbers import grouped, share
from ui.resources import digit_network, test_input, test_set
from ui.state.own_network import OUR_NAME, YOUR_NAME, name_in_use, network_in_use, own_network
from ui.theme import current_theme
from ui.widgets.chart import show_plot
from ui.widgets.controls import recall
from ui.widgets.guess import ask_guess
from ui.widgets.live import Live
from ui.work import forget, show_work, work, work_of

SAMPLES, SIDE = 8, 50
PAIRS = 4
"""So many of the commonest mistakes are named."""
HEIGHT = 14
HURT, MENDED = 0.6, 0.95
"""Below this accuracy a shift hurts, and above this one it is mended."""


def pushing() -> Live:
    """Show the dials, a few images as the network sees them, what it makes of all, and the curve."""
    by, dial = _choose_distortion()
    prepared = bool(value_of("evaluate", "prepared"))
    own = own_network()
    networks = (OUR_NAME, digit_network()), *(((YOUR_NAME, own.network),) if own else ())
    asked = PushRequest(networks, by, prepared, dial)
    measured = work("push", asked, asked.measure).last
    answers = measured.whole[-1] if measured else None  # ours, or the visitor's own beside it
    images, way_to_stop = st.columns([4, 1], gap="small")
    known = answers is not None and answers.total == len(test_set()[1])
    values = {"pushed_of_100": 100 * answers.accuracy if answers else 0.0}
    situation = by, prepared, name_in_use()
    revealed = ask_guess("after-the-push", situation, values, within=2, known=known)
    with images:
        _samples(network_in_use(), by, prepared=prepared, revealed=revealed)
    if measured and revealed:
        _show_accuracy(asked, measured)
        _show_curve(asked, measured)
    with way_to_stop:
        _show_work()
    state = _mended(by, answers.accuracy, prepared=prepared) if answers else False
    return Live(done={"mend-a-shift": state}, revealed=revealed, code=[distort, read_distorted])


def _choose_distortion() -> tuple[Distortion, Dial]:
    """Show sliders and switches; return the distortion that they mean, and the dial that was moved last."""
    label, options = _("Push"), list(PUSHES)
    kind = st.segmented_control(
        label, **bound("evaluate", "push"), required=True, label_visibility="collapsed"
    )
    place = 2 * options.index(str(kind or options[0]))
    pair = DIALS[place : place + 2]
    with st.container(horizontal=True):
        for dial in pair:
            look = {"format": dial.format, "on_change": recall, "args": ({"curve": dial.field},)}
            st.slider(_(dial.label), **bound("evaluate", dial.key) | look)
    with st.container(horizontal=True, vertical_alignment="center"):
        inverted = st.toggle(_("Invert"), **bound("evaluate", "push_inverted"))
        st.toggle(_("Prepare again as MNIST"), **bound("evaluate", "prepared"))
        st.button(_("Undo the push"), on_click=_reset)
    values = {dial.field: float(value_of("evaluate", dial.key)) for dial in DIALS}
    others = [dial for dial in DIALS if dial not in pair and values[dial.field] != dial.rest]
    if others:
        names = ", ".join(f"{_(dial.label)} {dial.format % values[dial.field]}" for dial in others)
        st.caption(_("Besides: {names}").format(names=names))
    moved = next((dial for dial in pair if dial.field == value_of("evaluate", "curve")), pair[0])
    return Distortion(**values, inverted=inverted), moved


def _reset() -> None:
    put("evaluate", **{dial.key: dial.rest for dial in DIALS}, push_inverted=False, prepared=False)


def _show_work() -> None:
    kept = work_of("push")
    show_work(kept, "push")
    if kept.stopped:
        icon, words = ":material/refresh:", _("Once more")
        st.button(_("Measure"), icon=icon, on_click=forget, args=("push",), help=words)


def _mended(by: Distortion, accuracy: float, *, prepared: bool) -> bool | str:
    """Return whether a shift was mended, or what helps; a shift that hurts is kept in mind."""
    here, shifted = (by, name_in_use()), bool(by.right or by.down)
    if not prepared and shifted and accuracy < HURT:
        evaluate_state().hurt = here
        return "now-prepare"
    if not prepared:
        return "shift-more" if shifted else False
    if not shifted or evaluate_state().hurt != here:
        return "shift-more"
    return accuracy > MENDED or (by == Distortion(right=by.right, down=by.down) and "too-far")


def _samples(network: Network, by: Distortion, *, prepared: bool, revealed: bool) -> None:
    """Show a few images as the network sees them, each with its label and what is answered."""
    theme, images = current_theme(), test_input()[:SAMPLES].reshape(-1, 28, 28)
    (seen,) = as_seen(images, by, prepared=prepared)
    labels = test_set()[1][:SAMPLES].tolist()
    answers = predict(network, seen.reshape(SAMPLES, -1)).argmax(axis=1).tolist()
    pairs = zip(labels, answers, strict=True)
    words = [f"{t} → {y if revealed else '?'}{' ✗' if revealed and t != y else ''}" for t, y in pairs]
    pictures = [activation_picture(theme, picture, 8) for picture in seen]
    alts = [_("Test image {number} after the push").format(number=n) for n in range(SAMPLES)]
    show_pixels(pictures, alts, SIDE, words)


def _show_accuracy(asked: PushRequest, measured: Measured) -> None:
    """Show the accuracy on every tenth image until it is known on all of them, and the commonest mistakes."""
    known = zip(asked.networks, measured.whole, strict=True)
    shown = [(name, answers) for (name, _network), answers in known if answers is not None]
    *numbers, words = st.columns([*(1 for _each in shown), 2], vertical_alignment="center")
    for place, (name, answers) in zip(numbers, shown, strict=True):
        place.metric(_("{network} reads").format(network=_(name)), share(answers.accuracy))
    for _name, answers in shown[-1:]:  # the network in use
        text = _("{correct} of {total}. Most often confused: {pairs}")
        count = {"correct": grouped(answers.correct), "total": grouped(answers.total)}
        words.caption(text.format(**count, pairs=_confused(answers)))


def _confused(answers: Counted) -> str:
    pairs = (f"{t} → {y} ({grouped(times)})" for t, y, times in most_confused(answers.confusion, PAIRS))
    return ", ".join(pairs) or _("none")


def _show_curve(asked: PushRequest, measured: Measured) -> None:
    dial, name = asked.dial, _(asked.dial.label)
    lines = {
        _(network): (dial.values[: len(curve)], curve)
        for (network, _network), curve in zip(asked.networks, measured.curves, strict=True)
    }
    alt = _("The share of right answers against {dial}").format(dial=name.lower())
    now, ends = getattr(asked.by, dial.field), dial.ends
    chart = shares_chart(current_theme(), lines, name, now, alt, ends=ends)
    show_plot(chart, "shares", _("Right answers"), HEIGHT)
