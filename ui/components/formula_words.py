"""What a screen reader says of a formula: words for the signs of LaTeX, in the visitor's language."""

from ui.language import N_, _

SIGNS = {
    "cdot": N_("times"),
    "times": N_("times"),
    "approx": N_("is about"),
    "le": N_("is at most"),
    "leq": N_("is at most"),
    "ge": N_("is at least"),
    "geq": N_("is at least"),
    "ne": N_("is not"),
    "neq": N_("is not"),
    "leftarrow": N_("becomes"),
    "to": N_("goes to"),
    "rightarrow": N_("goes to"),
    "sum": N_("the sum of"),
    "partial": "d",
    "log": N_("the logarithm of"),
    "exp": N_("e to the power of"),
    "max": N_("the largest"),
    "infty": N_("infinity"),
    "dots": N_("and so on"),
    "ldots": N_("and so on"),
    "cdots": N_("and so on"),
    "in": N_("is in"),
    "pm": N_("plus or minus"),
    "=": N_("equals"),
    "+": N_("plus"),
    "-": N_("minus"),
    ">": N_("is more than"),
    "<": N_("is less than"),
    # A mark, or what is raised behind a letter: a 2, a 3, a T.
    "prime": N_("prime"),
    "^prime": N_("prime"),
    "^2": N_("squared"),
    "^3": N_("cubed"),
    "^T": N_("transposed"),
    # Forms, with a place for each part.
    "^": N_("to the power {a}"),
    "^()": N_("of layer {a},"),
    "frac": N_("{a} over {b}"),
    "sqrt": N_("the root of {a}"),
}
"""The words by their signs and commands."""


def formula_words() -> dict[str, str]:
    """Return the words by their signs, in the visitor's language."""
    return {sign: _(words) for sign, words in SIGNS.items()}
