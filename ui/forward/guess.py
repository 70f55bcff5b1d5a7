"""Predict first: the learner guesses the next number, or which output wins, before it is shown."""

import streamlit as st

from ui.forward.formulas import number
from ui.forward.scene import Scene
from ui.sidebar import predict_first


def is_hidden(step: int, state: int) -> bool:
    """Whether this step's numbers wait for a guess; `state` identifies the network and its input."""
    return predict_first() and step > 0 and st.session_state.get("guessed", {}).get("at") != (step, state)


def ask(scene: Scene, state: int) -> None:
    """Ask for a guess while the numbers are hidden; afterwards set it beside what came out."""
    if not predict_first() or scene.moment.step == 0:
        return
    wins = scene.moment.adds and scene.moment.layer == len(scene.network.layers)
    with st.container(border=True, key="guess"):
        if not scene.moment.hidden:
            _compare(scene, wins=wins)
        elif wins:
            _ask_winner(scene, state)
        else:
            _ask_number(scene, state)


def what(scene: Scene) -> str:
    """Return the name of the number that is asked for."""
    if scene.image is not None:
        return f"{scene.symbol}[{scene.neuron}]"
    letter, layer = scene.symbol[0].lower(), scene.moment.layer
    return "$y_1$" if letter == "y" else f"${letter}^{{({layer})}}_1$"


def _ask_number(scene: Scene, state: int) -> None:
    with st.form("guess_form", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        title = f"Predict first: what will {what(scene)} be?"
        st.number_input(title, value=None, step=0.1, format="%g", key="guess_number", width=280)
        st.form_submit_button("Reveal", key="reveal", on_click=_guess, args=(scene.moment.step, state))


def _ask_winner(scene: Scene, state: int) -> None:
    st.markdown("Predict first: **which output wins?**")
    with st.container(horizontal=True, gap="xsmall"):
        for k in range(scene.network.sizes[-1]):
            st.button(
                _output(scene, k),
                key=f"guess-{k}",
                on_click=_guess,
                args=(scene.moment.step, state, k),
            )


def _output(scene: Scene, k: int) -> str:
    return f"$y_{k + 1}$" if scene.image is None else str(k)


def _guess(step: int, state: int, winner: int | None = None) -> None:
    guess = st.session_state.guess_number if winner is None else winner
    st.session_state.guessed = {"at": (step, state), "guess": guess}


def _compare(scene: Scene, *, wins: bool) -> None:
    guess = st.session_state.guessed["guess"]
    if wins:
        best = int(scene.trace.Y.argmax())
        verdict = "You said so." if guess == best else f"You said {_output(scene, int(guess))}."
        st.markdown(f"**{_output(scene, best)}** wins. {verdict}")
        return
    value = float(scene.trace[scene.moment.step].value[scene.neuron if scene.image is not None else 0])
    said = (
        "" if guess is None else f" You said ${number(guess)}$, which is ${number(abs(guess - value))}$ off."
    )
    st.markdown(f"{what(scene)} is **${number(value)}$**.{said}")
