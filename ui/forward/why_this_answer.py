"""One neuron and its reasons: its sum written out, what it looks for and what it found."""

import streamlit as st

from nncore import Balance, Sum, balance, contributions, terms
from ui.address import put
from ui.figures.contributions import contribution_bars
from ui.figures.pixels import activation_picture, show_pixels, signed_picture
from ui.forward.asking import ask, until_guessed
from ui.forward.bar import show_bar
from ui.forward.chosen_digit import choose_digit
from ui.forward.formulas import activation_line
from ui.forward.scene import Scene, digit_scene
from ui.forward.steps import name_step
from ui.language import _, ngettext
from ui.numbers import fixed, minus
from ui.theme import Theme, current_theme
from ui.widgets.chart import as_table, by_pixel, show_plot
from ui.widgets.live import UNKNOWN, Live
from ui.widgets.table import show_written_sum


def why_this_answer() -> Live:
    """Take the sum of one neuron apart, in the layer at which the walk stands."""
    choose_digit()
    scene = until_guessed(digit_scene(alone=True))
    sides = balance(scene.network, scene.trace, scene.layer, scene.neuron) if scene.step else None
    show_bar(scene)
    sums, found = st.columns(2, gap="small")
    with sums.container(key="sums"):
        name_step(scene)
        if scene.step:
            _choose_neuron(scene)
            _show_sum(scene)
    with found:
        ask(scene)
        _show_found(current_theme(), scene)
    return Live(
        values=_for_and_against(sides),
        seen=_states(sides, scene.layer),
        revealed=not scene.hidden,
        code=[terms, balance, contributions],
    )


def _for_and_against(sides: Balance | None) -> dict[str, object]:
    """Return what speaks for the neuron's sum and against it, as the words tell it."""
    if sides is None:
        return dict.fromkeys(("for", "against", "bias", "score"), UNKNOWN)
    values = {"for": sides.pro, "against": sides.con, "bias": sides.bias, "score": sides.total}
    return {name: minus(value) for name, value in values.items()}


def _states(sides: Balance | None, layer: int) -> list[str]:
    """Return what there is to say about the neuron."""
    if sides is None:
        return ["input"]
    decides = abs(sides.pro + sides.con) < abs(sides.bias)
    return [*(["bias-decides"] if decides else []), "also-first-layer" if layer == 1 else "also-deeper"]


def _choose_neuron(scene: Scene) -> None:
    """Let the learner look at another neuron of this layer."""
    layer, last = scene.layer, scene.network.sizes[scene.layer] - 1
    title = _("Digit") if layer == scene.layers else _("Neuron, 0 to {last}").format(last=last)
    key = f"neuron{layer}"

    def take() -> None:
        put("forward", **{f"n{layer}": st.session_state[key]})

    st.session_state[key] = scene.neuron
    st.number_input(title, 0, last, step=1, key=key, on_change=take, width=150)


def _show_sum(scene: Scene) -> None:
    """Write the chosen neuron's sum out: the terms that weigh most, the rest, the bias, the total."""
    layer, k, hidden = scene.layer, scene.neuron, scene.hidden and scene.adds
    parts = terms(scene.network, scene.trace, layer, k)
    rows = [
        (_input(layer, term.index), f"{term.value:.3f} · {fixed(term.weight, 3)}", minus(term.product))
        for term in parts.terms
    ]
    rows += _rest(layer, parts, hidden=hidden)
    rows.append((_("bias {name}").format(name=f"b{layer}[{k}]"), "", minus(parts.bias)))
    show_written_sum(rows, (f"A{layer}[{k}]", "", "?" if hidden else minus(parts.total)))


def _input(layer: int, index: int) -> str:
    if layer > 1:
        return f"Z{layer - 1}[{index}]"
    row, column = divmod(index, 28)
    return _("pixel [{row}, {column}]").format(row=row, column=column)


def _rest(layer: int, parts: Sum, *, hidden: bool) -> list[tuple[str, str, str]]:
    others, blank = parts.others, parts.blank
    if layer == 1:
        other = ngettext("the other inked pixel", "the other {count} inked pixels", others)
        silent = ngettext("{count} blank pixel", "{count} blank pixels", blank)
    else:
        other = ngettext("the other neuron", "the other {count} neurons", others)
        silent = ngettext("{count} silent neuron", "{count} silent neurons", blank)
    name = other.format(count=others) if others else _("rounding")
    rows = [(name, "", "?" if hidden else minus(parts.rest))]
    return [*rows, (silent.format(count=blank), "", "0")] if blank else rows


def _show_found(theme: Theme, scene: Scene) -> None:
    """Show what the neuron found; at the input the picture, which the neurons of layer 1 read."""
    layer, k, hidden = scene.layer, scene.neuron, scene.hidden
    if layer == 0:
        picture = activation_picture(theme, scene.trace["X"].reshape(28, 28))
        show_pixels(picture, _("The picture"), 240)
        return
    if not hidden:
        (_show_patterns if layer == 1 else _show_parts)(theme, scene)
    if not scene.adds:
        line = activation_line(theme, scene.network, scene.trace, layer, k, hidden=hidden, indexed=True)
        st.markdown(line)


def _show_parts(theme: Theme, scene: Scene) -> None:
    """Show what each input adds to the sum, as bars."""
    layer, k = scene.layer, scene.neuron
    inputs, weights = scene.trace[2 * layer - 2], scene.network[f"W{layer}"][:, k]
    alt = _("What each input adds to the sum, as bars, the largest first")
    chart = contribution_bars(theme, inputs.value, weights, inputs.symbol, alt)
    show_plot(chart, "parts-of-the-sum", _("Parts of the sum"), 19)


def _show_patterns(theme: Theme, scene: Scene) -> None:
    """Show a neuron's weights as a picture, and each pixel times its weight."""
    weights = scene.network["W1"][:, scene.neuron]
    found = contributions(scene.network, scene.trace, 1, scene.neuron)
    with st.container(horizontal=True, gap="small", key="found"):
        for title, values in ((_("It looks for"), weights), (_("It found"), found)):
            show_pixels(signed_picture(theme, values.reshape(28, 28)), title, "stretch", [title])
    table = {_("pixel"): scene.trace["X"], _("weight"): weights, _("product"): found}
    as_table(_("Weights and pixels"), lambda: by_pixel(**table))
