"""Numbers as the course writes them: shortest form, a true minus sign, thin spaces that do not break."""

import math

from nncore import Perceptron
from ui.language import LANGUAGES, _, language

THIN = "\u202f"
"""A narrow space that does not break."""
SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
PLAIN = str.maketrans("−⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "--0123456789")


def number(value: float) -> str:
    """Return a number in its shortest form: 0.5, −0.7, 2; never −0."""
    return minus(f"{value + 0.0:.12g}")


def factor(value: float) -> str:
    """Return a number as a factor of a product: 0.5, or (−2)."""
    return f"({number(value)})" if value < 0 else number(value)


def minus(value: object) -> str:
    """Return a number as it prints, but with a true minus."""
    return str(value).replace("-", "−")


def fixed(value: float, decimals: int) -> str:
    """Return a number with so many decimals and a true minus: −0.574, 0.300."""
    return minus(f"{value:.{decimals}f}")


def rounded(value: float, digits: int = 6) -> str:
    """Return a number in few digits with a true minus: 0.5, −12, 2.06·10⁻⁹, nan."""
    size, large = abs(value), 1e9 if digits > 4 else 1e6
    if 0 < size < 1e-4 or large <= size < math.inf:
        text = scientific(value)
    elif size < large and (value == round(value) or size >= 10**digits - 0.5):
        text = f"{value + 0:.0f}"
    else:
        text = f"{value:.{digits}g}"
    return minus(text)


def scientific(value: float) -> str:
    """Return a number in three digits as a power of ten: 2.06·10⁻⁹."""
    mantissa, exponent = f"{value:.2e}".split("e")
    return f"{minus(f'{float(mantissa):g}')}·10{str(int(exponent)).translate(SUPERSCRIPTS)}"


def is_exact(text: str, value: float) -> bool:
    """Whether a text of `rounded` is the number itself and nothing had to be cut."""
    return "≈" not in text and math.isclose(
        float(text.replace("·10", "e").translate(PLAIN)), value, rel_tol=1e-12
    )


def equals(value: float) -> str:
    """Return how an equation ends in LaTeX: “= 0.3”, or “≈ 0.333333” if digits had to be cut."""
    text = rounded(value)
    return rf"{'=' if is_exact(text, value) else '≈'} \mathbf{{{text}}}"


def short(value: float) -> str:
    """Return a number in at most six characters, for a disc: −0.574, 12.3, 4e+09."""
    size = abs(value)
    if size >= 99_999.5:
        text = f"{value:.0e}".replace("e+0", "e+")
    else:
        text = f"{value:.{3 if size < 9.9995 else 2 if size < 99.995 else 0}f}"
    return minus(text) if float(text) else text.replace("-", "")


def added(value: float) -> str:
    """Return a number as a further term of a sum: “+ 0.5” or “− 0.7”."""
    return f"{'−' if value < 0 else '+'} {number(abs(value))}"


def written_sum(perceptron: Perceptron, *x: float) -> str:
    """Return a perceptron's sum with its numbers plugged in: 0.5·1 + 0.5·1 − 0.7 = 0.3."""
    first, *others = perceptron.weights
    terms = [f"{number(first)}·{number(x[0])}"]
    terms += [f"{added(w)}·{number(xi)}" for w, xi in zip(others, x[1:], strict=True)]
    total = number(perceptron.weighted_sum(*x))
    return f"{' '.join(terms)} {added(perceptron.bias)} = {total}"


def written_line(perceptron: Perceptron, names: tuple[str, str] = ("x1", "x2")) -> str:
    """Return the equation of a perceptron's line: 0.5·x1 + 0.5·x2 − 0.7 = 0."""
    w1, w2 = perceptron.weights
    return f"{number(w1)}·{names[0]} {added(w2)}·{names[1]} {added(perceptron.bias)} = 0"


def a_digit(digit: int) -> str:
    """Return a digit with its article: “a 7”, “an 8”."""
    return (_("an {digit}") if digit == 8 else _("a {digit}")).format(digit=digit)


def ordinal(place: int) -> str:
    """Return a place in a row, counted from 1: “1st”, “2nd”, “11th”."""
    ends = {1: _("{place}st"), 2: _("{place}nd"), 3: _("{place}rd")}
    other = _("{place}th")
    return (other if place % 100 in (11, 12, 13) else ends.get(place % 10, other)).format(place=place)


def grouped(count: int) -> str:
    """Return a whole number in groups of three digits, as the visitor's language has them."""
    return f"{count:,}".replace(",", LANGUAGES[language()].thousands)


def share(value: float, decimals: int = 2) -> str:
    """Return a share from 0 to 1 as a percentage with so many decimals; a dash for nan."""
    return "–" if value != value else _percentage(100 * value, decimals).replace(" ", THIN)


def percent(share: float) -> str:
    """Return a share from 0 to 1 as a percentage that never rounds a doubt away: >99.9 %, not 100 %."""
    if share > 0.999:
        return f"> {_percentage(99.9)}"
    if share < 0.001:
        return f"< {_percentage(0.1)}"
    return _percentage(share * 100)


def _percentage(number: float, decimals: int = 1) -> str:
    return _("{number} %").format(number=f"{number:.{decimals}f}")
