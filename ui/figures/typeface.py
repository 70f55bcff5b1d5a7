"""The page's own typefaces for matplotlib: Source Sans for words and numbers, Source Serif for headlines.

Pages have them from Streamlit, as files that matplotlib cannot read; those that it can lie in assets/fonts.
"""

import matplotlib as mpl
from matplotlib.font_manager import fontManager

from nncore import AssetError, asset_path
from ui.log import log_broken

FILES = tuple(
    f"fonts/{family}-{face}.otf"
    for family in ("SourceSans3", "SourceSerif4")
    for face in ("Regular", "Bold", "It")
)


def use_typefaces() -> None:
    """Let all figures be written in them. A broken file is logged, and matplotlib's own stay."""
    try:
        paths = [asset_path(name) for name in FILES]
    except AssetError as error:
        log_broken(error)
        return
    for path in paths:
        fontManager.addfont(path)
    mpl.rcParams["font.sans-serif"] = ["Source Sans 3"]
    mpl.rcParams["font.serif"] = ["Source Serif 4"]
