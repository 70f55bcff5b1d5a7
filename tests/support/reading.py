"""What stands in a formula, which words are bold, and where the texts of a figure stand."""

import re

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.transforms import Bbox

from ui.lessons import BOLD


def plain(line: str) -> str:
    """Drop what only typesetting needs."""
    words = re.compile(r"\\cdot|\\colorbox\{#\w+\}|\\color\{#\w+\}|\\mathrm|\\\(|\\\)|[{}$ ]")
    return words.sub(lambda match: "·" if match[0] == r"\cdot" else "", line)


def boxes(figure: Figure) -> dict[str, list[Bbox]]:
    """Return where matplotlib puts each text, in inches."""
    renderer = FigureCanvasAgg(figure).get_renderer()
    found: dict[str, list[Bbox]] = {}
    for text in figure.axes[0].texts:
        extent = text.get_window_extent(renderer).transformed(figure.dpi_scale_trans.inverted())
        found.setdefault(text.get_text(), []).append(extent)
    return found


def bold_terms(text: str) -> list[str]:
    """Return the words that are set in bold: the terms that the glossary has."""
    return [" ".join(term.split()) for term in BOLD.findall(text)]
