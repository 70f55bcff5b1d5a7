"""The story that the weights tell of themselves is that of this code."""

import json

import numpy as np
import pytest

import training.examples
from nncore.base.assets import ASSETS
from training.examples import NOT_A_DIGIT, invent, strokes_to_learn_from
from training.hands import RARE
from training.recipe import RECIPE, Settings, recipe
from training.synthetic import STYLES, varied


def test_the_story_that_ships_is_that_of_this_code():
    with np.load(ASSETS / "history.npz") as history:
        told = json.loads(str(history["settings"]))
        assert str(history["recipe"]) == recipe(Settings(**told))


def test_drawings_follow_people_templates_and_no_digits_as_the_story_says(monkeypatch):
    traces, rng = strokes_to_learn_from(), np.random.default_rng(0)
    assert set(traces.writers.tolist()) == set(range(1, 17))
    templates, hands = [], []
    monkeypatch.setattr(training.examples, "varied", lambda *told: templates.append(told) or varied(*told))
    rare = {digit: lambda rng, draw=draw: hands.append(1) or draw(rng) for digit, draw in RARE.items()}
    monkeypatch.setattr(training.examples, "RARE", rare)
    labels = np.array([invent(traces, rng)[1] for _ in range(2000)])
    story = RECIPE
    people, own, none = (
        int(story.partition(after)[2].split()[0]) for after in ("100 drawings", "from it; ", ", and ")
    )
    assert people + own + none == 100
    assert np.mean(labels == NOT_A_DIGIT) == pytest.approx(none / 100, abs=0.03)
    assert all(any(told[0] in styles for styles in STYLES.values()) for told in templates)
    assert (len(templates) + len(hands)) / 2000 == pytest.approx(own / 100, abs=0.03)
