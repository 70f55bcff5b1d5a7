"""The colours of the course, for the theme that the visitor has chosen.

All figures use two palettes: a diverging one for signed values (weights, sums A, contributions)
and a sequential one for activations (Z, Y, pixels). The highlighter marks only what is happening
now; the primary colour marks the answer.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import streamlit as st

from nncore import Array

LEGIBLE = 4.5
"""The contrast that WCAG 2 (AA) asks of text."""


@dataclass(frozen=True)
class Theme:
    """The colours of one theme, as #RRGGBB.

    `full` is the end of the sequential palette. Names with `_word` are for text, where the plain colour
    is too faint.
    """

    paper: str
    second: str
    ink: str
    muted: str
    line: str
    primary: str
    negative: str
    positive: str
    full: str
    primary_word: str
    negative_word: str
    highlight: str = "#FFE066"
    on_highlight: str = "#22252B"


LIGHT = Theme(
    paper="#FCFBF8",
    second="#F3F1EA",
    ink="#22252B",
    muted="#6B6E76",
    line="#DDD9CE",
    primary="#3B5BDB",
    negative="#E8590C",
    positive="#1971C2",
    full="#2B3A67",
    primary_word="#3B5BDB",
    negative_word="#C2410C",
)
DARK = Theme(
    paper="#15171C",
    second="#1E2128",
    ink="#ECEAE4",
    muted="#A2A5AC",
    line="#343841",
    primary="#4263EB",
    negative="#FF922B",
    positive="#4DABF7",
    full="#BAC8FF",
    primary_word="#91A7FF",
    negative_word="#FF922B",
)


def current_theme() -> Theme:
    """Return the colours of the visitor's theme."""
    return DARK if st.context.theme.type == "dark" else LIGHT


def rgb(colour: str) -> Array:
    """Return #RRGGBB as three numbers from 0 to 1."""
    return np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255


def hex_colour(values: npt.ArrayLike) -> str:
    """Return three numbers from 0 to 1 as #RRGGBB."""
    return "#" + "".join(f"{round(float(v) * 255):02X}" for v in np.asarray(values))


def mix(start: str, end: str, share: npt.ArrayLike) -> Array:
    """Blend two colours: share 0 is `start`, 1 is `end`; (…) shares give (…, 3) colours 0..1."""
    amount = np.clip(np.asarray(share, dtype=float), 0, 1)[..., np.newaxis]
    return rgb(start) * (1 - amount) + rgb(end) * amount


def sequential(theme: Theme, values: npt.ArrayLike) -> Array:
    """Colour activations from 0 (paper) to 1 (full): (…) values give (…, 3) colours 0..1."""
    return mix(theme.paper, theme.full, values)


def diverging(theme: Theme, values: npt.ArrayLike, limit: float | None = None) -> Array:
    """Colour signed values: negative end, paper at 0, positive end at ±`limit` (default: the largest)."""
    signed = np.asarray(values, dtype=float)
    limit = limit or float(np.abs(signed).max()) or 1.0
    share = np.abs(signed) / limit
    below, above = mix(theme.paper, theme.negative, share), mix(theme.paper, theme.positive, share)
    return np.where((signed < 0)[..., np.newaxis], below, above)


def activations(theme: Theme, values: npt.ArrayLike) -> Array:
    """Colour activations of any kind: sequential up to 1 or the largest; diverging if one is negative."""
    z = np.asarray(values, dtype=float)
    if z.min() < 0:
        return diverging(theme, z)
    return sequential(theme, z / max(1.0, float(z.max())))


def readable_on(theme: Theme, colour: npt.ArrayLike) -> str:
    """Return a legible text colour on a colour (0..1 each): the theme's ink or paper, else black or white."""
    pairs = (theme.ink, theme.paper), ("#000000", "#FFFFFF")
    better = [max(pair, key=lambda text: contrast(rgb(text), np.asarray(colour))) for pair in pairs]
    return next((text for text in better if contrast(rgb(text), np.asarray(colour)) >= LEGIBLE), better[-1])


def contrast(one: Array, other: Array) -> float:
    """Return the contrast ratio of two colours, 1 to 21, as WCAG 2 defines it."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: Array) -> float:
    linear = np.where(colour <= 0.04045, colour / 12.92, ((colour + 0.055) / 1.055) ** 2.4)
    return float(linear @ [0.2126, 0.7152, 0.0722])
