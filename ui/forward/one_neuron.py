"""One neuron of the digit network: its sum written out, what it looks for and what it found."""

import streamlit as st

from nncore import Sum, contributions, terms
from ui.figures.contributions import contribution_bars, contribution_columns
from ui.figures.pixels import show_pixels, signed_picture
from ui.forward.formulas import latex_number, marked
from ui.forward.scene import Scene
from ui.forward.walk import choose
from ui.numbers import fixed, minus
from ui.theme import Theme
from ui.widgets.chart import as_table, by_pixel, show_chart
from ui.widgets.number_field import Range, number_field, show_refusal
from ui.widgets.table import show_written_sum


def choose_neuron(scene: Scene) -> None:
    """Let the learner look at another neuron of this layer."""
    layer, size = scene.moment.layer, scene.network.sizes[scene.moment.layer]
    key = f"neuron{layer}"
    last_layer = layer == len(scene.network.layers)
    title = "Digit" if last_layer else f"Neuron, 0 to {size - 1}"
    fits = Range("the field of digits" if last_layer else "the field of neurons", 0, size - 1, whole=True)

    def take(neuron: float) -> None:
        choose(**{f"n{layer}": int(neuron)})

    number_field(title, scene.neuron, fits, take, key=key, width=150)
    show_refusal(fits.whose)


def choose_in_diagram(part: str) -> None:
    """Look at the neuron that was clicked in the diagram, named by its layer and number."""
    layer, index = part.split()
    choose(**{f"n{layer}": int(index)})


def show_sum(theme: Theme, scene: Scene) -> None:
    """Write the chosen neuron's sum out: the terms that weigh most, the rest, the bias, the total."""
    layer, k = scene.moment.layer, scene.neuron
    parts = terms(scene.network, scene.trace, layer, k)
    rows = [
        (
            _input_name(layer, term.index),
            f"{term.value:.3f} · {fixed(term.weight, 3)}",
            minus(term.product),
        )
        for term in parts.terms
    ]
    hidden = scene.moment.hidden
    rows += _rest(layer, parts, hidden=hidden)
    rows.append((f"bias b{layer}[{k}]", "", minus(parts.bias)))
    total = (f"A{layer}[{k}]", "", "?" if hidden else minus(parts.total))
    show_written_sum(theme, rows, total)


def show_activation(theme: Theme, scene: Scene) -> None:
    """Write out what the chosen neuron makes of its sum."""
    layer, k = scene.moment.layer, scene.neuron
    a, value = (float(scene.trace[step].value[k]) for step in (2 * layer - 1, 2 * layer))
    result = marked(theme, r"\,?\," if scene.moment.hidden else latex_number(value))
    h = scene.network.layers[layer - 1].h
    name = rf"{scene.symbol[0]}_{{{scene.symbol[1:]}}}[{k}]" if scene.symbol[1:] else f"Y[{k}]"
    if h == "softmax":
        right = rf"e^{{{latex_number(a)}}} / \textstyle\sum_i e^{{A_{layer}[i]}}"
    else:
        right = rf"\mathrm{{{h}}}({latex_number(a)})"
    st.markdown(f"${name} = {right} = {result}$")


def show_total(theme: Theme, scene: Scene) -> None:
    """Name the chosen neuron and say what its sum is, not yet how it comes about."""
    layer, k = scene.moment.layer, scene.neuron
    total = r"\,?\," if scene.moment.hidden else latex_number(float(scene.trace[f"A{layer}"][k]))
    st.markdown(f"$A_{layer}[{k}] = {marked(theme, total)}$")


def show_what_it_found(theme: Theme, scene: Scene) -> None:
    """Show in the first layer weights and pixel × weight as pictures, deeper the products as bars."""
    layer, k = scene.moment.layer, scene.neuron
    weights = scene.network[f"W{layer}"][:, k]
    if layer > 1:
        symbol = scene.trace.symbols[2 * layer - 2]
        parts = scene.trace[2 * layer - 2].value, weights, symbol
        alt = "What each input adds to the sum, as bars, the largest first"
        chart = contribution_bars(theme, *parts)
        show_chart(chart, alt, "Parts of the sum", lambda: contribution_columns(*parts))
        return
    found = contributions(scene.network, scene.trace, layer, k)
    with st.container(horizontal=True, gap="small", key="found"):
        for title, values in (("It looks for", weights), ("It found", found)):
            with st.container(gap="xsmall"):
                st.markdown(title)
                picture = signed_picture(theme, values.reshape(28, 28))
                show_pixels(picture, f"{title}: neuron {k}", "stretch")
    as_table("Weights and pixels", lambda: by_pixel(pixel=scene.trace["X"], weight=weights, product=found))


def _input_name(layer: int, index: int) -> str:
    return f"pixel [{index // 28}, {index % 28}]" if layer == 1 else f"Z{layer - 1}[{index}]"


def _rest(layer: int, parts: Sum, *, hidden: bool) -> list[tuple[str, str, str]]:
    kind, empty = ("inked pixels", "blank pixels") if layer == 1 else ("neurons", "silent neurons")
    rest = "?" if hidden else minus(parts.rest)
    rows = [(f"the other {parts.others} {kind}" if parts.others else "rounding", "", rest)]
    return [*rows, (f"{parts.blank} {empty}", "", "0")] if parts.blank else rows
