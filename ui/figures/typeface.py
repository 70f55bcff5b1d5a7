"""The page's own typefaces for matplotlib: Source Sans for words and numbers, Source Serif for headlines.

Pages have them from Streamlit, as files that matplotlib cannot read; those that it can lie in assets/fonts.
"""

import matplotlib as mpl
from matplotlib.font_manager import fontManager

from nncore import AssetError, asset_path
from ui.language import LANGUAGES
from ui.log import log_broken

FILES = tuple(
    f"fonts/{family}-{face}.otf"
    for family in ("SourceSans3", "SourceSerif4")
    for face in ("Regular", "Bold", "It")
)


SCRIPTS = tuple(each.figures for each in LANGUAGES.values() if each.figures)
"""Typefaces of other scripts, cut to the characters that the course has in them."""
HEADLINE = ["serif", *SCRIPTS]
"""The typefaces of headlines."""


def file_of(script: str) -> str:
    """Return the file of a typeface of another script."""
    return f"fonts/{script.replace(' ', '')}.ttf"


def use_typefaces() -> None:
    """Let all figures be written in them. A broken file is logged, and matplotlib's own stay."""
    try:
        paths = [asset_path(name) for name in (*FILES, *map(file_of, SCRIPTS))]
    except AssetError as error:
        log_broken(error)
        return
    for path in paths:
        fontManager.addfont(path)
    mpl.rcParams["font.sans-serif"] = ["Source Sans 3"]
    mpl.rcParams["font.serif"] = ["Source Serif 4"]
    mpl.rcParams["font.family"] = ["sans-serif", *SCRIPTS]  # glyph by glyph, the first that has it
