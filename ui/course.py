"""The table of contents: every page, in the order of the course, in one place."""

from dataclasses import dataclass

from ui.resources import headline


@dataclass(frozen=True)
class Page:
    """One page: its file, address (the name of its lesson), name in the menu, one-line summary and icon."""

    file: str
    url: str
    title: str
    summary: str
    icon: str

    @property
    def question(self) -> str:
        """Its headline."""
        return headline(self.url)


COURSE = (
    Page(
        "pages/home.py",
        "home",
        "Start here",
        "The course at a glance.",
        ":material/home:",
    ),
    Page(
        "pages/gates.py",
        "gates",
        "Logic gates",
        "Two inputs, two weights, a bias: make gates, meet the one that takes two layers, "
        "watch a neuron learn.",
        ":material/join_inner:",
    ),
    Page(
        "pages/activations.py",
        "activations",
        "Activation functions",
        "Step, sigmoid, ReLU and softmax: move a sum, read the curves, see why a line is not enough.",
        ":material/show_chart:",
    ),
    Page(
        "pages/matrices.py",
        "matrices",
        "Matrix products",
        "Rows meet columns: choose a cell and see where it comes from, then read it as a layer.",
        ":material/grid_on:",
    ),
    Page(
        "pages/forward.py",
        "forward",
        "The forward pass",
        "Walk through a network step by step, with every sum written out; change any number.",
        ":material/footprint:",
    ),
    Page(
        "pages/draw.py",
        "draw",
        "Draw a digit",
        "Draw a digit, or photograph one, or a year such as 1984: see what the network sees, "
        "and what it answers.",
        ":material/draw:",
    ),
    Page(
        "pages/evaluate.py",
        "evaluate",
        "The test set",
        "Ten thousand digits that it has never seen: why batches, which mistakes, how far can you push it?",
        ":material/monitoring:",
    ),
    Page(
        "pages/learn.py",
        "learn",
        "Watch it learn",
        "Nobody sets the numbers: a network finds them from examples, before your eyes.",
        ":material/model_training:",
    ),
    Page(
        "pages/loss.py",
        "loss",
        "How wrong?",
        "One number for how wrong an answer is, and slopes that say which way is down.",
        ":material/trending_down:",
    ),
    Page(
        "pages/backprop.py",
        "backprop",
        "The way back",
        "From apples and tax to a whole network: every slope in one walk back.",
        ":material/undo:",
    ),
)


BESIDE = (
    Page("pages/glossary.py", "glossary", "Words", "Every term of the course.", ":material/dictionary:"),
    Page("pages/teach.py", "teach", "For teachers", "The course as a lesson.", ":material/school:"),
    Page("pages/changes.py", "changes", "What changed", "Version by version.", ":material/history:"),
)
"""Pages beside the course; the first is in the menu, too."""
WORDS = BESIDE[0]


def page_at(url: str) -> Page:
    """Return the page with this address."""
    return next(entry for entry in (*COURSE, *BESIDE) if entry.url == url)
