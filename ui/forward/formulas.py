"""A step of the forward pass as formulas with the numbers in them, in LaTeX.

They are set inline: KaTeX then breaks a long sum at its plus signs, so none is cut on a phone.
"""

import math

from nncore import Network, Trace
from ui.theme import Theme

RULES = {
    "step_function": r"h(a) = 1 \text{ if } a > 0 \text{ else } 0",
    "sigmoid": r"\mathrm{sigmoid}(a) = 1 / (1 + e^{-a})",
    "relu": r"\mathrm{relu}(a) = \max(0, a)",
    "tanh": r"\mathrm{tanh}(a) = (e^{a} - e^{-a}) / (e^{a} + e^{-a})",
    "identity_function": r"\mathrm{identity}(a) = a",
    "softmax": r"\mathrm{softmax}(a)_k = e^{a_k} / (e^{a_1} + \dots + e^{a_n})",
}
"""What each activation does, by its name."""
MANY = 5
"""From so many sums on, a softmax is not written out."""


def latex_number(value: float) -> str:
    """Return a number in LaTeX, to three decimals: 0.3, −1.214, or 4×10⁻⁷ where these say nothing.

    A number just below 1 keeps its nines: 0.99996.
    """
    value = float(value) + 0.0  # −0.0 is 0.0
    if not math.isfinite(value):
        return r"\mathrm{nan}" if math.isnan(value) else r"\infty" if value > 0 else r"-\infty"
    if 1e-8 < 1 - value <= 5e-4:
        return f"{value:.{math.ceil(-math.log10(1 - value))}f}".rstrip("0")
    if value and not 5e-4 <= abs(value) < 1e6:
        mantissa, exponent = f"{value:.1e}".split("e")
        return rf"{mantissa.removesuffix('.0')}\!\times\!10^{{{int(exponent)}}}"
    whole, _, decimals = f"{value:.3f}".partition(".")
    return f"{whole}.{decimals.rstrip('0') or '0'}"


def factor(value: float) -> str:
    """Return a number as it stands in a product: a negative one in brackets."""
    return f"({latex_number(value)})" if value < 0 else latex_number(value)


def sum_line(theme: Theme, network: Network, trace: Trace, layer: int, j: int, *, hidden: bool) -> str:
    """Return one neuron's sum: a₁ = 1.0·0.1 + 0.5·0.2 + 0.1 = 0.3. Braces keep a product on one line."""
    inputs, weights = trace[2 * (layer - 1)].value, network[f"W{layer}"][:, j]
    products = [rf"{{{factor(x)} \cdot {factor(w)}}}" for x, w in zip(inputs, weights, strict=True)]
    right = " + ".join([*products, factor(network[f"b{layer}"][j])])
    return f"${_neuron('a', layer, j)} = {right} = {_result(theme, trace[f'A{layer}'][j], hidden)}$"


def activation_line(
    theme: Theme, network: Network, trace: Trace, layer: int, j: int, *, hidden: bool, indexed: bool = False
) -> str:
    """Return what a neuron makes of its sum: z₁ = sigmoid(0.3) = 0.574; `indexed` names it as NumPy does."""
    symbol, h, a = trace.symbols[2 * layer], network.layers[layer - 1].h, trace[f"A{layer}"]
    if h == "softmax":
        terms = [rf"e^{{{latex_number(each)}}}" for each in a]
        if len(a) >= MANY:
            terms = ["e^{a_1}", r"\dots", f"e^{{a_{{{len(a)}}}}}"]
        right = rf"\dfrac{{e^{{{latex_number(a[j])}}}}}{{{' + '.join(terms)}}}"
    else:
        right = rf"\mathrm{{{h.removesuffix('_function')}}}({latex_number(a[j])})"
    if indexed:
        left = f"{symbol[0]}_{{{symbol[1:]}}}[{j}]"
    else:
        left = f"y_{{{j + 1}}}" if symbol == "Y" else _neuron("z", layer, j)
    return f"${left} = {right} = {_result(theme, trace[2 * layer].value[j], hidden)}$"


def total_line(theme: Theme, trace: Trace, layer: int, k: int, *, hidden: bool) -> str:
    """Return what one neuron's sum is, not how it comes about: A₁[7] = 1.234."""
    return f"$A_{layer}[{k}] = {_result(theme, trace[f'A{layer}'][k], hidden)}$"


def shape(value: tuple[int, ...]) -> str:
    """Return a shape as NumPy prints it, without spaces: (50,) or (100,784)."""
    return str(value).replace(" ", "")


def shapes_line(network: Network, trace: Trace, step: int) -> str:
    """Return the shapes of a step in one line: (2,) @ (2,3) + (3,) → (3,)."""
    if step == 0:
        return shape(trace[0].shape)
    before, after = shape(trace[step - 1].shape), shape(trace[step].shape)
    if step % 2 == 0:
        return f"{before} → {after}"
    W, b = (shape(network[f"{kind}{(step + 1) // 2}"].shape) for kind in "Wb")
    return f"{before} @ {W} + {b} → {after}"


def _neuron(letter: str, layer: int, j: int) -> str:
    return f"{letter}^{{({layer})}}_{{{j + 1}}}"


def _result(theme: Theme, value: float, hidden: bool) -> str:
    r"""Put a result under the highlighter; within \colorbox only \( … \) leads back to mathematics."""
    text = r"\,?\," if hidden else latex_number(value)
    return rf"\colorbox{{{theme.highlight}}}{{\(\color{{{theme.on_highlight}}}{text}\)}}"
