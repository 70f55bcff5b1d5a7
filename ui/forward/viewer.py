"""The walk as a whole: which network is shown, and with it which beats of the lesson."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import streamlit as st

from ui.address import only_beat
from ui.components.arrive import arrive_at
from ui.components.fragment import fragment, goes_on
from ui.components.markup import joined, style
from ui.figures.network_diagram import Moment
from ui.forward.asking import is_hidden
from ui.forward.bar import BAR_LOOK
from ui.forward.chosen_digit import Digit, chosen_digit
from ui.forward.digit_beats import digit_walk, is_it_honest, why_this_answer
from ui.forward.forward_state import forward_state
from ui.forward.scene import Scene, batch_of, chosen_path, drop_misfits
from ui.forward.step_view import STEP_LOOK
from ui.forward.toy import toy
from ui.forward.toy_beats import three_layers, wire_names, your_numbers
from ui.forward.walk import choose, chosen, current_step, is_playing, play_on
from ui.state.own_network import network_in_use, own_network
from ui.theme import current_theme
from ui.widgets.lesson import Live, show_beats
from ui.widgets.pick import pick, quiet_style

WalkBeat = Callable[[Scene], Live]
TOY_BEATS: dict[str, WalkBeat] = {
    "three-layers": three_layers,
    "wire-names": wire_names,
    "your-numbers": your_numbers,
}
DIGIT_BEATS: dict[str, WalkBeat] = {
    "digit-network": digit_walk,
    "why-this-answer": why_this_answer,
    "is-it-honest": is_it_honest,
}
NETWORKS = {"toy": "The book's network", "digit": "The digit network"}


ABOUT = {
    "your-numbers": ["three-layers"],
    "three-layers": ["your-numbers"],
    "why-this-answer": ["digit-network"],
    "is-it-honest": ["digit-network"],
    "digit-network": ["why-this-answer", "is-it-honest"],
}
"""Which beats each is about: a button below moves the walk, and what stands below tells of it."""


def show_walk_beats() -> None:
    """Show the beats of the network that is chosen; each redraws alone, so that a step is there at once."""
    style(joined([BAR_LOOK, STEP_LOOK]))
    only = only_beat("forward")
    which = "digit" if only in DIGIT_BEATS or (not only and chosen("net") == "digit") else "toy"
    if not only:
        _pick_network(which)
    beats = DIGIT_BEATS if which == "digit" else TOY_BEATS
    shown = {name: partial(_in_scene, which, part) for name, part in beats.items()}
    show_beats("forward", shown, alone=beats, follows=ABOUT)
    if which == "toy" and not only:
        _way_to_digits(which)
    if forward_state().goes_on:
        forward_state().goes_on = False
        arrive_at(next(iter(DIGIT_BEATS)))


def _in_scene(which: str, part: WalkBeat) -> Live:
    """Show a beat of the step at which the walk stands now."""
    digit = chosen_digit() if which == "digit" else None
    scene = set_scene(digit)
    if _has_bar(part) and is_playing() and goes_on("walk", forward_state().pace):
        play_on(scene.trace)
        scene = set_scene(digit)
    return part(scene)


def _has_bar(part: WalkBeat) -> bool:
    return part in (three_layers, digit_walk) or bool(only_beat("forward"))


@fragment
def _pick_network(which: str) -> None:
    """Let the learner choose the network."""
    pick("net", NETWORKS, which, _choose_network, quiet_style(current_theme()))
    _change_beats(which)


@fragment
def _way_to_digits(which: str) -> None:
    label, icon = "On to the digit network", ":material/arrow_forward:"
    st.button(label, key="to_digits", icon=icon, on_click=_go_on_to_digits)
    _change_beats(which)


def _change_beats(which: str) -> None:
    """Run the page again if another network was chosen than the one that it shows."""
    if (chosen("net") or "toy") != which:
        st.rerun()


def _go_on_to_digits() -> None:
    _choose_network("digit")
    forward_state().goes_on = True


def _choose_network(which: str) -> None:
    choose(net="digit" if which == "digit" else None, step=None)


def set_scene(digit: Digit | None) -> Scene:
    """Run the forward pass, and set the scene for the step that the address names."""
    network, x = (network_in_use(), digit.x) if digit else toy()
    trace = network.forward(x)
    drop_misfits(network, trace, with_neurons=digit is not None)
    whole = network.forward(batch_of(x)) if digit and chosen("batch") == "batch" else trace
    step = current_step(trace)
    own = own_network() if digit else None
    scene = Scene(network, trace, whole, Moment(step), chosen_path(network, trace), digit, own)
    if not is_hidden(scene):
        return scene
    path = chosen_path(network, trace, tell_answer=False)
    return replace(scene, moment=Moment(step, hidden=True), path=path)
