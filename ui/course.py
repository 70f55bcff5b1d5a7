"""The table of contents: all pages in the order of the course."""

from dataclasses import dataclass

from ui.language import N_, _
from ui.texts import headline


@dataclass(frozen=True)
class Page:
    """One page: its address (the name of its lesson, too), name in the menu, one-line summary and icon."""

    url: str
    name: str
    about: str
    symbol: str

    @property
    def file(self) -> str:
        """Its script."""
        return f"pages/{self.url}.py"

    @property
    def icon(self) -> str:
        """Its icon, as Streamlit takes it."""
        return f":material/{self.symbol}:"

    @property
    def title(self) -> str:
        """Its name, in the visitor's language."""
        return _(self.name)

    @property
    def summary(self) -> str:
        """Its summary, in the visitor's language."""
        return _(self.about)

    @property
    def question(self) -> str:
        """Its headline."""
        return headline(self.url)


COURSE = (
    Page("home", N_("Start here"), N_("The course at a glance."), "home"),
    Page(
        "gates",
        N_("Logic gates"),
        N_(
            "Two inputs, two weights, a bias: make gates, meet the one that takes two layers, "
            "watch a neuron learn."
        ),
        "join_inner",
    ),
    Page(
        "activations",
        N_("Activation functions"),
        N_("Step, sigmoid, ReLU and softmax: move a sum, read the curves, see why a line is not enough."),
        "show_chart",
    ),
    Page(
        "matrices",
        N_("Matrix products"),
        N_("Rows meet columns: choose a cell and see where it comes from, then read it as a layer."),
        "grid_on",
    ),
    Page(
        "forward",
        N_("The forward pass"),
        N_("Walk through a network step by step, with every sum written out; change any number."),
        "footprint",
    ),
    Page(
        "draw",
        N_("Draw a digit"),
        N_(
            "Draw a digit, or photograph one, or a year such as 1984: see what the network sees, "
            "and what it answers."
        ),
        "draw",
    ),
    Page(
        "evaluate",
        N_("The test set"),
        N_(
            "Ten thousand digits that it has never seen: why batches, which mistakes, "
            "how far can you push it?"
        ),
        "monitoring",
    ),
    Page(
        "learn",
        N_("Watch it learn"),
        N_("Nobody sets the numbers: a network finds them from examples, before your eyes."),
        "model_training",
    ),
    Page(
        "loss",
        N_("How wrong?"),
        N_("One number for how wrong an answer is, and slopes that say which way is down."),
        "trending_down",
    ),
    Page(
        "backprop",
        N_("The way back"),
        N_("From apples and tax to a whole network: every slope in one walk back."),
        "undo",
    ),
)
BESIDE = (
    Page("glossary", N_("Words"), N_("Every term of the course."), "dictionary"),
    Page("teach", N_("For teachers"), N_("The course as a lesson."), "school"),
    Page("changes", N_("What changed"), N_("Version by version."), "history"),
)
"""Pages beside the course; the first is in the menu, too."""
WORDS = BESIDE[0]


def page_at(url: str) -> Page:
    """Return the page with this address."""
    return next(entry for entry in (*COURSE, *BESIDE) if entry.url == url)
