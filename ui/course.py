"""The table of contents: every page, in the order of the course, in one place."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Stop:
    """One page: its file, address, name in the menu, question, one-line summary and icon."""

    file: str
    url: str
    title: str
    question: str
    summary: str
    icon: str


COURSE = (
    Stop(
        "pages/home.py",
        "home",
        "Start here",
        "How does a machine read a digit?",
        "The course at a glance.",
        ":material/home:",
    ),
    Stop(
        "pages/gates.py",
        "gates",
        "Logic gates",
        "Can one neuron compute AND? And XOR?",
        "Two inputs, two weights, a bias: make gates, meet the one that takes two layers, watch one learn.",
        ":material/join_inner:",
    ),
    Stop(
        "pages/activations.py",
        "activations",
        "Activation functions",
        "What does a neuron say with its sum?",
        "Step, sigmoid, ReLU and softmax: move x, read every curve, see why a line is not enough.",
        ":material/show_chart:",
    ),
    Stop(
        "pages/matrices.py",
        "matrices",
        "Matrix products",
        "How do a hundred neurons fit in one line?",
        "Rows meet columns: choose a cell and see where it comes from, then read it as a layer.",
        ":material/grid_on:",
    ),
    Stop(
        "pages/forward.py",
        "forward",
        "The forward pass",
        "What happens between input and answer?",
        "Walk through a network step by step, with every sum written out; change any number.",
        ":material/footprint:",
    ),
    Stop(
        "pages/draw.py",
        "draw",
        "Draw a digit",
        "Can it read your digit?",
        "Draw a digit or photograph one, or a whole year: see what the network sees, and what it answers.",
        ":material/draw:",
    ),
    Stop(
        "pages/evaluate.py",
        "evaluate",
        "The test set",
        "How good is it, and where does it fail?",
        "Ten thousand digits it has never seen: why batches, which mistakes, how far can one push?",
        ":material/monitoring:",
    ),
)


def stop(url: str) -> Stop:
    """Return the page with this address."""
    return next(entry for entry in COURSE if entry.url == url)
