"""The colours: the same in Streamlit's configuration and in the figures, and legible."""

import tomllib
from pathlib import Path

import numpy as np
import pytest

from ui.theme import DARK, LIGHT, Theme, contrast, diverging, hex_colour, readable_on, rgb, sequential

CONFIG = tomllib.loads((Path(__file__).resolve().parent.parent.parent / ".streamlit/config.toml").read_text())
THEMES = {"light": LIGHT, "dark": DARK}


@pytest.mark.parametrize("name", THEMES)
def test_figures_and_page_share_their_colours(name: str) -> None:
    theme, page = THEMES[name], CONFIG["theme"][name]
    assert (theme.paper, theme.second, theme.ink) == (
        page["backgroundColor"],
        page["secondaryBackgroundColor"],
        page["textColor"],
    )
    assert (theme.line, theme.primary) == (page["borderColor"], page["primaryColor"])
    assert (theme.highlight, theme.on_highlight) == (page["yellowBackgroundColor"], page["yellowTextColor"])


def test_contrast_of_black_and_white_is_21() -> None:
    assert contrast(rgb("#000000"), rgb("#FFFFFF")) == pytest.approx(21)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_text_is_legible(theme: Theme) -> None:
    assert contrast(rgb(theme.ink), rgb(theme.paper)) > 7
    assert contrast(rgb(theme.muted), rgb(theme.paper)) > 4.5
    assert contrast(rgb(theme.on_highlight), rgb(theme.highlight)) > 7
    for share in np.linspace(0, 1, 21):
        colour = sequential(theme, share)
        assert contrast(rgb(readable_on(theme, colour)), colour) >= 4.5


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_palettes_begin_and_end_where_they_should(theme: Theme) -> None:
    assert [hex_colour(c) for c in sequential(theme, [0, 1])] == [theme.paper, theme.full]
    ends = [hex_colour(c) for c in diverging(theme, [-2, 0, 2])]
    assert ends == [theme.negative, theme.paper, theme.positive]
    assert [hex_colour(c) for c in diverging(theme, [0.0, 0.0])] == [theme.paper] * 2
