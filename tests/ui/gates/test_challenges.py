"""Challenges know when they are solved, do not begin solved, and fit in a link."""

import pytest

from nncore import PERCEPTRONS, TRUTH_TABLES, Perceptron
from ui.address.settings import OWN
from ui.gates.challenges import CHALLENGES, Challenge
from ui.gates.neuron_controls import Setting

SOLUTIONS = {
    "Make NAND": Setting("NAND", TRUTH_TABLES["NAND"], PERCEPTRONS["NAND"], 0),
    "OR with 2 and 2": Setting("OR", TRUTH_TABLES["OR"], Perceptron((2, 2), -1.9), 0),
    "Only 1 0": Setting(OWN, (0, 1, 0, 0), Perceptron((1, -1), 0), 0),
}


@pytest.mark.parametrize("challenge", CHALLENGES.values(), ids=lambda challenge: challenge.title)
def test_its_solution_solves_it_and_no_other_does(challenge: Challenge) -> None:
    assert {title for title, setting in SOLUTIONS.items() if challenge.solved(setting)} == {challenge.title}


@pytest.mark.parametrize("challenge", CHALLENGES.values(), ids=lambda challenge: challenge.title)
def test_its_start_does_not_solve_it(challenge: Challenge) -> None:
    assert not challenge.solved(Setting(challenge.gate, challenge.wanted, challenge.start, 0))


@pytest.mark.parametrize("b", [-2.0, 0.1])
def test_or_with_twos_and_a_bias_beyond_its_ends(b: float) -> None:
    setting = Setting("OR", TRUTH_TABLES["OR"], Perceptron((2, 2), b), 0)
    assert not CHALLENGES["OR with 2 and 2"].solved(setting)


def test_or_with_the_weights_of_the_book_is_not_the_challenge() -> None:
    setting = Setting("OR", TRUTH_TABLES["OR"], PERCEPTRONS["OR"], 0)
    assert setting.right == 4
    assert not CHALLENGES["OR with 2 and 2"].solved(setting)


def test_the_link_holds_gate_and_numbers() -> None:
    numbers = [("w1", "1"), ("w2", "1"), ("b", "-0.5")]
    said = [("challenge", "Only 1 0"), ("gate", OWN), ("fires", "1 0"), *numbers]
    assert CHALLENGES["Only 1 0"].link == said
