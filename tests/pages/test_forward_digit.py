"""The digit network on the forward page, its reasons, and on all sections what is guessed first."""

import re
from decimal import Decimal

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from nncore import WeightsFile, load_images
from nncore.learning.loop import random_network
from tests.support.app import choose, keyed, opened, press, text_of, words_in
from tests.support.forward_page import PAGE, at, code_of, formulas_of, in_address, shapes_of, strip
from ui.address.packed import pack
from ui.state.drawing import Drawing, example_sheet
from ui.state.own_network import OwnNetwork
from ui.texts import guesses

IMAGES, LABELS = load_images("test")
ONE, ERASE, MANY = "why-this-answer", "is-it-honest", "many-at-once"


def test_without_a_drawing_a_test_image_is_walked_and_the_way_to_draw_is_shown() -> None:
    app = at("digit-network")
    assert "This is test image 0" in text_of(app)
    assert "Its writer meant **7**" in text_of(app)
    assert app.get("page_link")
    assert not at("digit-network", of="5").get("page_link")


def test_ones_own_drawing_is_walked_travels_in_the_link_and_comes_back_after_another() -> None:
    drawing = Drawing()
    drawing.put(example_sheet(2, IMAGES[2]))
    app = opened(**{"drawing state": drawing})
    app.query_params.update({"at": "digit-network", "step": "Y"})
    app = app.switch_page(PAGE).run()
    assert ">1<" in text_of(app)
    link = {name: in_address(app, name) for name in app.query_params}
    assert code_of(at(link.pop("at"), **link)) == code_of(app)
    before = code_of(app)
    press(press(app, "A random one"), "My drawing")
    assert code_of(app) == before


def test_a_new_drawing_takes_the_place_of_a_linked_one() -> None:
    app = at("digit-network", ink=pack(IMAGES[2]), step="Y")
    assert ">1<" in text_of(app)
    drawing = Drawing()
    drawing.put(example_sheet(0, IMAGES[0]))
    app.switch_page("pages/draw.py").run()
    app.session_state["drawing state"] = drawing
    app.query_params.clear()
    app.query_params.update({"at": "digit-network", "step": "Y"})
    assert ">7<" in text_of(app.switch_page(PAGE).run())


def test_a_random_mistake_tells_at_the_end_what_its_writer_meant() -> None:
    app = at("digit-network", of="0", step="Y")
    assert "Press *A random mistake* first." in words_in(app, "check-see-a-mistake")
    number = int(in_address(press(app, "A random mistake"), "of"))
    assert f"Its writer meant **{LABELS[number]}**" in text_of(app)
    assert f">{LABELS[number]}<" not in text_of(app)
    assert "A wrong answer comes about exactly" in words_in(app, "check-see-a-mistake")
    strip(app).set_value("A3").run()
    assert "Now walk on to Y." in words_in(app, "check-see-a-mistake")


@pytest.mark.parametrize(
    ("section", "key", "name"), [("digit-network", "image", "of"), (ONE, "neuron3", "n3")]
)
def test_an_image_and_a_neuron_are_chosen_by_their_numbers(section: str, key: str, name: str) -> None:
    app = at(section, of="7", step="Y")
    app.number_input(key=key).set_value(8).run()
    assert not app.exception
    assert in_address(app, name) == "8"
    assert app.number_input(key=key).value == 8


def test_each_layer_has_its_bias_on_a_wire_to_the_marked_neuron() -> None:
    names = {shape["id"] for shape in shapes_of(at("digit-network", of="0", step="A2", n1="3", n2="5"))}
    assert {"one 1", "one 2", "one 3", "b1[3]", "b2[5]"} <= names


def test_a_neuron_chosen_in_one_section_is_taken_apart_in_the_next() -> None:
    app = press(at("digit-network", of="0", step="A1", n1="3"), "Next")
    table = next(text for text in (str(e.proto.body) for e in app.main.get("html")) if "<table" in text)
    rows = re.findall(r"<tr.*?</tr>", table)
    numbers = [float(re.sub("<.*?>", " ", row).split()[-1].replace("−", "-")) for row in rows]
    assert len(rows) == 6 + 4
    assert round(sum(numbers[:-1]), 3) == numbers[-1]
    inked = np.count_nonzero(IMAGES[0])
    assert f"the other {inked - 6} inked pixels" in table
    assert f"{784 - inked} blank pixels" in table
    assert "training kept it at 0" in " ".join(text_of(app).split())


@pytest.mark.parametrize("step", ["A1", "Z1", "Y"])
def test_for_against_and_bias_come_to_the_sum(step: str) -> None:
    said = text_of(at(ONE, of="0", step=step)).replace("\n", " ")
    found = re.search(r"The sum: (\S+) for, (\S+) against, (\S+) from the bias, together (\S+)\.", said)
    assert found
    pro, con, bias, score = (Decimal(number.replace("−", "-")) for number in found.groups())
    assert pro > 0 > con
    assert pro + con + bias == score


def test_the_bias_that_decides_is_remarked_on() -> None:
    said = text_of(at(ONE, of="18", step="Y"))
    assert "They nearly cancel, and the bias, 6.290, decides!" in said  # 40.047 − 39.574
    assert "their difference decides" not in said


@pytest.mark.parametrize("erased", [0, 20])
def test_it_is_said_truly_what_erasing_did(erased: int) -> None:
    app = at(ERASE, of="0")
    app.slider(key="forward erased").set_value(erased).run()
    said = re.search(r"\*\*7\*\*: ([^%]*%) before, ([^%]*%) now\.", text_of(app))
    assert said
    assert (said[1] == said[2]) is (erased == 0)


def test_erasing_until_it_reads_another_digit_is_seen() -> None:
    app, check = press(at(ERASE, of="4"), "Check 2 ›"), "check-change-its-mind"
    app.slider(key="forward erased").set_value(0).run()
    assert "It still reads 4." in words_in(app, check)
    app.slider(key="forward erased").set_value(60).run()
    assert "With 60 pixels gone it reads " in words_in(app, check)
    assert not re.search(r"\*\*4\*\*: .* It reads \*\*4\*\*", text_of(app))


def test_a_batch_has_a_row_for_each_picture() -> None:
    app = at(MANY, of="0", step="A2")
    assert strip(app).options[::6] == ["**X** (100,784)", "**Y** (100,10)"]
    assert "(100,50) @ (50,100) + (100,) → (100,100)" in code_of(app)
    strip(app).set_value("X").run()
    assert "100 pictures of 784 numbers." in text_of(app)
    assert f"# {np.count_nonzero(IMAGES[:100])}" in code_of(app)


@pytest.mark.parametrize("sizes", [(784, 10), (784, 20, 15, 12, 10)])
@pytest.mark.parametrize("section", [ONE, ERASE, MANY, "digit-network"])
def test_a_network_of_another_depth_is_walked_too(sizes: tuple[int, ...], section: str) -> None:
    network = random_network(sizes, "sigmoid", "Xavier", np.random.default_rng(0))
    keys = tuple(f"{kind}{n}" for n in range(1, len(sizes)) for kind in "Wb")
    app = opened()
    app.session_state["own network state"].own = OwnNetwork("mine.npz", WeightsFile(network, keys, False))
    app.query_params.update({"at": section, "step": "Y"})
    app.switch_page(PAGE).run()
    assert not app.exception
    said = f"The network in use is {'-'.join(map(str, sizes))}."
    assert (said in " ".join(text_of(app).split())) is (section == "digit-network")


def guess(app: AppTest, prediction: str, said: str) -> AppTest:
    """Make a guess, by a choice or by a number."""
    if prediction == "next-number-sum":
        return keyed(app.text_input, f"guess {prediction} ").set_value(said).run()
    return choose(keyed(app.button_group, f"guess {prediction} "), said)


def asked(app: AppTest) -> list[str]:
    """What is asked before something is shown."""
    keys = (str(widget.key) for widget in (*app.button_group, *app.text_input))
    return [key.split()[1] for key in keys if key.startswith("guess ")]


@pytest.mark.parametrize(
    ("section", "settings", "prediction", "right"),
    [
        ("three-layers", {"step": "A1"}, "next-number-sum", "0.3"),
        ("three-layers", {"step": "A1", "X": "3,0.5"}, "next-number-sum", "0.5"),
        ("your-numbers", {"step": "A2"}, "next-number-sum-later", "no"),  # 0.516…
        ("three-layers", {"step": "Z1"}, "next-number-bend", "more than 0.5"),
        ("three-layers", {"step": "Z1", "X": "-9,0"}, "next-number-bend", "not more"),
        ("three-layers", {"step": "Y"}, "next-number-out", "the second"),
        ("digit-network", {"of": "0", "step": "A1"}, "digit-sum", "yes"),  # 14.132
        (ONE, {"of": "0", "step": "Z1"}, "digit-bend", "yes"),
        (ONE, {"of": "0", "step": "A3"}, "digit-sum", "no"),  # of the digit 0
        ("digit-network", {"of": "0", "step": "A3"}, "digit-winner", "7"),
        ("digit-network", {"of": "0", "step": "Y"}, "digit-answer", "7"),
        (ERASE, {"of": "0"}, "faster", "yes"),
    ],
)
def test_each_step_asks_what_a_head_can_answer(
    section: str, settings: dict[str, str], prediction: str, right: str
) -> None:
    app = at(section, predict=True, **settings)
    assert asked(app) == [prediction]
    assert "print(" not in "".join(code.value for code in app.code)
    assert " before, " not in text_of(app)
    guess(app, prediction, right)
    assert f"You said {right}. " in text_of(app)
    assert guesses()[prediction].lines["right"] in text_of(app)
    assert asked(app) == []


@pytest.mark.parametrize(
    ("settings", "given_away"),
    [({"step": "A1"}, {"0.300", "0.700", "1.100"}), ({"step": "Z1"}, {"0.574", "0.668", "0.750"})],
)
def test_what_is_to_be_guessed_is_given_away_nowhere(settings: dict[str, str], given_away: set[str]) -> None:
    for section in ("three-layers", "wire-names", "your-numbers"):
        app = at(section, predict=True, **settings)
        if section != "wire-names" or settings["step"] == "A1":
            assert not given_away & {shape.get("text") for shape in shapes_of(app)}
        assert "0.574" not in formulas_of(app)


@pytest.mark.parametrize(
    "settings",
    [
        {"step": "X"},
        {"step": "Z1", "h": "relu"},  # no threshold to compare with
        {"step": "Y", "W3": "0,0;0,0", "b3": "1,1"},  # neither is larger
    ],
)
def test_nothing_is_asked_where_there_is_nothing_to_weigh_up(settings: dict[str, str]) -> None:
    app = at(predict=True, **settings)
    assert not asked(app)
    assert "print(" in code_of(app)


@pytest.mark.parametrize(("section", "step"), [(ONE, "Y"), (MANY, "A3"), (MANY, "Y")])
def test_what_does_not_stand_on_the_screen_is_not_asked(section: str, step: str) -> None:
    app = at(section, predict=True, of="0", step=step)
    assert not asked(app)
    assert r"\,?\," not in text_of(app)


def test_the_label_and_the_answer_wait_for_the_guess() -> None:
    app = at("digit-network", of="0", predict=True)
    assert "writer meant" not in text_of(app)
    strip(app).set_value("Y").run()
    assert "writer meant" not in text_of(app)
    guess(app, "digit-answer", "4")
    assert "Its writer meant **7**" in text_of(app)
    assert ">7<" in text_of(app)
