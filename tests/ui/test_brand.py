"""The mark is read at 16 pixels, the logo on the paper of both themes; the version is the newest change."""

import numpy as np
import pytest
from PIL import Image

from ui.brand import ICON, VERSION, logo
from ui.resources import changes
from ui.theme import DARK, LIGHT, Theme, contrast, rgb

TABS = {"light": "#DEE1E6", "dark": "#202124"}
"""The colours of the tabs of a browser."""


@pytest.mark.parametrize("tab", TABS)
def test_the_mark_works_at_16_pixels(tab: str) -> None:
    icon = Image.open(ICON).convert("RGBA")
    paper = Image.new("RGBA", icon.size, TABS[tab])
    small = Image.alpha_composite(paper, icon).resize((16, 16), Image.Resampling.BOX)
    pixels = np.asarray(small.convert("RGB")) / 255
    digit, body, behind = pixels[5, 7], pixels[10, 11], pixels[0, 15]
    assert contrast(digit, body) >= 3
    assert contrast(digit, behind) >= 3 or contrast(body, behind) >= 3


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_the_logo_is_written_in_the_themes_ink(theme: Theme) -> None:
    assert theme.ink in logo(theme)
    assert "currentColor" not in logo(theme)
    assert contrast(rgb(theme.ink), rgb(theme.second)) >= 7


def test_the_version_is_the_newest_of_the_changes() -> None:
    assert changes().split("## ")[1].split("\n")[0] == VERSION
