"""Challenges on the page of the gates: tasks that know when they are solved and fit in a link."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import streamlit as st

from nncore import TRUTH_TABLES, Perceptron
from ui.address import bound, rewrite, settings_of, told
from ui.address.settings import OWN
from ui.gates.neuron_controls import FIRST_GATE, INPUTS_BY_ROW, Setting, numbers_of
from ui.widgets.controls import recall
from ui.widgets.links import address_of


@dataclass(frozen=True)
class Challenge:
    """A gate to make from a wrong start, with given weights if there are any; only then `b` is free.

    `check` is the check of the lesson that it belongs to, and `hints` say when which of its hints helps.
    """

    title: str
    task: str
    check: str
    hints: Mapping[str, Callable[[Setting], bool]]
    gate: str
    start: Perceptron
    weights: tuple[float, ...] | None = None
    fires: tuple[str, ...] = ()

    @property
    def wanted(self) -> tuple[int, ...]:
        """What the neuron must answer to the four rows."""
        return TRUTH_TABLES.get(self.gate) or tuple(int(row in self.fires) for row in INPUTS_BY_ROW)

    def solved(self, setting: Setting) -> bool:
        """Whether the learner's neuron is this gate, with the weights that were asked for."""
        weights = setting.perceptron.weights
        return setting.wanted == self.wanted and setting.right == 4 and weights == (self.weights or weights)

    def state(self, setting: Setting, *, chosen: bool) -> bool | str:
        """Return whether it is solved, or the hint that helps whoever has chosen it."""
        if self.solved(setting):
            return True
        hints = self.hints if chosen and setting.wanted == self.wanted else {}
        return next((name for name, helps in hints.items() if helps(setting)), False)

    @property
    def link(self) -> list[tuple[str, str]]:
        """The settings of the address that puts anyone in front of this challenge."""
        own = {"fires": list(self.fires)} if self.fires else {}
        choice = {"challenge": self.title, "gate": self.gate} | own
        return settings_of("gates", **choice, **numbers_of(self.start))

    @property
    def settings(self) -> dict[str, object]:
        """What the controls are set to when one takes it."""
        fires = {"fires": list(self.fires)} if self.fires else {}
        return {"gate": self.gate, **numbers_of(self.start), **fires}


CHALLENGES = {
    challenge.title: challenge
    for challenge in (
        Challenge(
            "Make NAND",
            "Make NAND from a neuron that knows nothing.",
            "make-nand",
            {
                "always-fires": lambda setting: all(setting.answers),
                "never-fires": lambda setting: not any(setting.answers),
                "three-right": lambda setting: setting.right == 3,
            },
            "NAND",
            Perceptron((0, 0), 0),
        ),
        Challenge(
            "OR with 2 and 2",
            "Make OR while w1 and w2 stay at 2: which b can do it?",
            "or-with-two",
            {
                "weights-moved": lambda setting: setting.perceptron.weights != (2, 2),
                "fires-at-zero": lambda setting: setting.perceptron.bias > 0,
                "needs-both": lambda setting: setting.perceptron.bias <= -2,
            },
            "OR",
            Perceptron((2, 2), 1),
            weights=(2, 2),
        ),
        Challenge(
            "Only 1 0",
            "Make a gate that fires for x1 = 1, x2 = 0 alone.",
            "only-one-zero",
            {"three-right": lambda setting: setting.right == 3},
            OWN,
            Perceptron((1, 1), -0.5),
            fires=("1 0",),
        ),
    )
}


def choose_challenge() -> None:
    """Let the learner choose a challenge."""
    st.pills("Challenges", **bound("gates", "challenge"), persist_state="session", on_change=_start_challenge)


def current_challenge() -> Challenge | None:
    """Return the challenge that was chosen."""
    return CHALLENGES.get(st.session_state.get("challenge") or "")


def mend_link() -> None:
    """Before the controls are there, make a link say what is used: a challenge brings its own gate."""
    if "gate" in st.session_state:
        return
    challenge = CHALLENGES.get(told("gates", "challenge") or "")
    if challenge and (told("gates", "gate") or FIRST_GATE) != challenge.gate:
        said = dict.fromkeys(name for name, _ in challenge.link)
        rewrite("gates", {name: [text for of, text in challenge.link if of == name] for name in said})
        st.rerun()


def show_challenge(challenge: Challenge, setting: Setting) -> None:
    """Say what is to be done or that it is done, and offer the link to it."""
    if challenge.solved(setting):
        st.success(f"Solved: {challenge.task}", icon=":material/trophy:")
    else:
        st.info(challenge.task, icon=":material/flag:")
    with st.popover("Share this challenge", icon=":material/link:"):
        query = address_of("gates", challenge.link).partition("?")[2]
        st.code(f"{st.context.url or ''}?{query}", language=None, wrap_lines=True)


def _start_challenge() -> None:
    challenge = CHALLENGES.get(st.session_state.challenge)
    if challenge:
        recall(challenge.settings)
