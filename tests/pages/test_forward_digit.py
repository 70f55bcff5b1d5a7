"""The digit network on the forward page: a test image or a hundred, step by step."""

import re

import numpy as np
import pytest

from nncore import WeightsFile, load_images, random_network
from tests.support.app import opened, text_of, words_in
from tests.support.forward_page import PAGE, at, code_of, in_address
from ui.state.own_network import OwnNetwork


@pytest.mark.parametrize(
    ("key", "number", "sentence", "old"),
    [
        ("pace_field", 0.1, "the field of seconds takes numbers from 0.5 to 10.", 1.5),
        ("neuron3", 10.0, "the field of digits takes whole numbers from 0 to 9.", 7),
        ("neuron3", 2.5, "the field of digits takes whole numbers from 0 to 9.", 7),
        ("erased_field", 999.0, "the field of pixels takes whole numbers from 0 to ", 20),
    ],
)
def test_a_number_that_does_not_fit_is_answered_in_a_sentence(
    key: str, number: float, sentence: str, old: float
) -> None:
    app = at(net="digit", of="0", step="Y")
    app.text_input(key=key).set_value(f"{number:g}").run()
    assert sentence in app.error[0].value
    assert app.text_input(key=key).value == f"{old:g}"
    app.text_input(key=key).set_value(f"{old + 1:g}").run()
    assert not app.error
    assert app.text_input(key=key).value == f"{old + 1:g}"


def test_another_neuron_travels_in_the_link() -> None:
    app = at(net="digit", of="0", step="A1")
    app.text_input(key="neuron1").set_value("49").run()
    assert in_address(app, "n1") == "49"
    assert "A1[49]" in code_of(app)


def test_digit_network_without_a_drawing_says_so_and_shows_a_test_image() -> None:
    app = at(net="digit")
    assert "No drawing yet" in app.info[0].value
    assert "This is test image 0" in text_of(app)
    assert "Its writer meant **7**" in text_of(app)


def test_digit_sum_adds_up_on_the_page() -> None:
    app = at(net="digit", of="0", step="A1", n1="3")
    table = next(text for text in (str(e.proto.body) for e in app.main.get("html")) if "<table" in text)
    rows = re.findall(r"<tr.*?</tr>", table)
    numbers = [float(re.sub("<.*?>", " ", row).split()[-1].replace("−", "-")) for row in rows]
    assert len(rows) == 6 + 4
    assert round(sum(numbers[:-1]), 3) == numbers[-1]
    inked = np.count_nonzero(load_images("test")[0][0])
    assert f"the other {inked - 6} inked pixels" in table
    assert f"{784 - inked} blank pixels" in table
    assert f"{numbers[-1]:.3f}" == f"{float(code_of(app).splitlines()[-1].strip('# ')):.3f}"


@pytest.mark.parametrize("of", ["10000", "-1", "x", "²"])
def test_an_image_that_does_not_exist_is_named(of: str) -> None:
    app = at(net="digit", of=of)
    assert "`of`" in app.toast[0].value
    assert "This is test image 0" in text_of(app)


@pytest.mark.parametrize("number", [10000, -1, 3.5, 1e308])
def test_a_number_that_no_image_has_is_answered_and_the_image_stays(number: float) -> None:
    app = at(net="digit", of="7")
    app.text_input(key="image").set_value(f"{number:g}").run()
    assert "the field of test images takes whole numbers from 0 to 9999" in app.error[0].value
    assert in_address(app, "of") == "7"
    assert app.text_input(key="image").value == "7"
    app.text_input(key="image").set_value("8").run()
    assert in_address(app, "of") == "8"
    assert not app.error


def test_random_mistake_is_a_mistake() -> None:
    app = at(net="digit", step="Y")
    next(button for button in app.button if button.label == "A random mistake").click().run()
    number = int(in_address(app, "of"))
    answer = re.search(r"The answer: (\d)", text_of(app))
    assert answer is not None
    assert int(answer[1]) != load_images("test")[1][number]
    assert app.text_input(key="image").value == f"{number:g}"


def test_batch_has_the_shapes_of_a_batch() -> None:
    app = at(net="digit", of="0", batch="batch", step="A2")
    assert app.button(key="strip-X").label == "**X** (100,784)"
    assert app.button(key="strip-Y").label == "**Y** (100,10)"
    assert "(100,50) @ (50,100) + (100,) → (100,100)" in code_of(app)


@pytest.mark.parametrize(
    ("step", "words"),
    [
        ("X", "116 of its 784 numbers are not 0"),
        ("A1", "training keeps those\nweights at 0"),
        ("A2", "there is no picture to show"),
        ("A3", "there is no picture to show"),
    ],
)
def test_each_step_says_what_is_seen_there(step: str, words: str) -> None:
    assert words in words_in(at(net="digit", of="0", step=step), "beat-digit-network")
    elsewhere = words_in(at(net="digit", of="0", step="Z1"), "beat-digit-network")
    assert words not in elsewhere


def test_a_batch_is_spoken_of_as_one() -> None:
    app = at(net="digit", of="0", batch="batch")
    assert "The input: 100 pictures of 784 numbers." in text_of(app)
    images = load_images("test")[0][:101].reshape(101, 784)
    count = np.count_nonzero(images[:100])
    assert f"# {count}" in code_of(app)
    assert f"So many of the numbers are not 0: {count:,}.".replace(",", "\u202f") in text_of(app)
    assert "with X of shape (100, 784)" in words_in(app, "beat-digit-network")


@pytest.mark.parametrize("sizes", [(784, 10), (784, 20, 15, 12, 10)])
def test_a_network_of_another_depth_says_what_the_page_does_not_show(sizes: tuple[int, ...]) -> None:
    network = random_network(sizes, "sigmoid", "Xavier", np.random.default_rng(0))
    keys = tuple(f"{kind}{n}" for n in range(1, len(sizes)) for kind in "Wb")
    app = opened()
    app.session_state["own network state"].own = OwnNetwork("mine.npz", WeightsFile(network, keys, False))
    app.query_params.update({"net": "digit", "step": "Y"})
    app.switch_page(PAGE).run()
    assert not app.exception
    said = " ".join(text_of(app).split())
    assert f"The network in use is {'-'.join(map(str, sizes))}." in said
    assert ("no hidden layer" in said) is (len(sizes) == 2)
    assert ("from 1 neuron" in said or "neurons. Against" in said) is (len(sizes) > 2)
