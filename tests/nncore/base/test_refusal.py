"""A refusal says its sentence, keeps what another language needs, and comes whole from another process."""

import pickle

import pytest

from nncore import AssetError, NothingDrawn, PictureError, Refused, TooMuch, WeightsError


@pytest.mark.parametrize("kind", [Refused, AssetError, NothingDrawn, PictureError, TooMuch, WeightsError])
def test_sentence_and_values_are_kept_apart(kind: type[Refused]) -> None:
    error = pickle.loads(pickle.dumps(kind("{name} has {count} neurons.", name="a{b}", count=9)))
    assert (type(error), str(error)) == (kind, "a{b} has 9 neurons.")
    assert error.template.replace("has", "hat").format(**error.values) == "a{b} hat 9 neurons."
