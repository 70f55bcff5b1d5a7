"""The diagram as an instrument, in a real Chromium: pointing, clicking, keys, motion."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.support.drawing_hand import settled
from tests.support.walking import opened, step

DIGIT = "/forward?net=digit&of=4&step=A2"


def diagram(page: Page, key: str) -> Locator:
    place = page.locator(f".st-key-{key} svg")
    expect(place).to_be_visible(timeout=30_000)
    return place


def test_pointing_at_a_part_shows_its_numbers(page: Page, server: str) -> None:
    opened(page, server + "/forward?step=A1", "A1")
    svg, tip = diagram(page, "toy_diagram"), page.locator(".st-key-toy_diagram .tip")
    expect(tip).to_be_hidden()
    svg.locator("[data-id='neuron 1 2']").hover()
    expect(tip).to_have_text("A1[2] = 1.1")
    wire = svg.locator("[data-id='W1[0, 2]'] .hit").bounding_box()
    assert wire is not None
    page.mouse.move(wire["x"] + 0.8 * wire["width"], wire["y"] + 0.8 * wire["height"])
    expect(tip).to_have_text("W1[0, 2] = 0.5 · X[0] = 0.5")
    page.mouse.move(2, 2)
    expect(tip).to_be_hidden()


def test_clicking_a_neuron_chooses_it_and_the_address_knows(page: Page, server: str) -> None:
    opened(page, server + DIGIT, "A2")
    svg = diagram(page, "digit_diagram")
    svg.locator("[data-id='layer 2 17']").click()
    expect(page.get_by_label("Neuron, 0 to 99")).to_have_value("17", timeout=10_000)
    expect(page.locator(".st-key-sums")).to_contain_text("A2[17]")
    expect(page).to_have_url(re.compile("n2=17"))


def test_a_neuron_of_the_small_network_is_seen_alone_until_it_is_clicked_again(
    page: Page, server: str
) -> None:
    opened(page, server + "/forward?step=A1", "A1")
    svg = diagram(page, "toy_diagram")
    weights = svg.locator("g.label")
    expect(weights).to_have_count(6)
    for count, address in ((2, r"n1=2"), (6, r"step=A1$")):
        svg.locator("[data-id='neuron 1 2']").click()
        expect(weights).to_have_count(count)
        expect(page).to_have_url(re.compile(address))


def test_in_the_diagram_arrows_go_from_neuron_to_neuron_and_elsewhere_they_walk(
    page: Page, server: str
) -> None:
    opened(page, server + DIGIT + "&n2=17", "A2")
    svg = diagram(page, "digit_diagram")
    svg.locator("[data-id='layer 2 17']").focus()
    for key, number in (("ArrowRight", 18), ("ArrowDown", 23), ("ArrowLeft", 22)):
        page.keyboard.press(key)
        expect(svg.locator(f"[data-id='layer 2 {number}']")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Neuron, 0 to 99")).to_have_value("22", timeout=10_000)
    expect(step(page)).to_have_text("A2")
    page.locator("h1").click()
    page.keyboard.press("ArrowRight")
    expect(step(page)).to_have_text("Z2", timeout=10_000)


def test_what_flows_moves_unless_one_asks_for_less_motion(page: Page, server: str) -> None:
    count = """() => { window.dots = 0; const root = document.querySelector(".st-key-toy_diagram");
        const host = root.querySelector("[data-testid=stBidiComponentIsolated]");
        const svg = host.shadowRoot.querySelector("svg");
        new MutationObserver(all => all.forEach(one => one.addedNodes.forEach(
            node => { if (node.getAttribute?.("class") === "flow") window.dots += 1; }
        ))).observe(svg, { childList: true }); }"""
    for motion, dots in (("no-preference", 6), ("reduce", 0)):
        page.emulate_media(reduced_motion=motion)  # type: ignore[arg-type]
        opened(page, server + "/forward", "X")
        diagram(page, "toy_diagram")
        page.evaluate(count)
        page.keyboard.press("ArrowRight")
        expect(page.locator(".st-key-toy_diagram [data-id='W1[0, 0]']")).to_be_attached()
        expect(step(page)).to_have_text("A1", timeout=10_000)
        page.wait_for_function(f"window.dots >= {dots}")
        assert page.evaluate("window.dots") == dots


def test_no_word_leaves_a_diagram_and_none_is_too_small_on_a_phone(phone: Page, server: str) -> None:
    addresses = {
        "/forward?step=A2&W2=-1234.567,0.4;0.2,0.5;0.3,0.6": "toy_diagram",
        "/forward?net=digit&of=0&step=A3": "digit_diagram",
        "/gates?gate=XOR": "two_layer_diagram",
    }
    for address, key in addresses.items():
        phone.goto(server + address)
        settled(phone)
        svg = diagram(phone, key)
        wrong = svg.evaluate(
            """svg => { const frame = svg.getBoundingClientRect();
                return [...svg.querySelectorAll("text")].filter(text => text.textContent).filter(text => {
                    const box = text.getBoundingClientRect();
                    const scale = frame.width / svg.viewBox.baseVal.width;
                    const size = parseFloat(text.getAttribute("font-size")) * scale;
                    return box.left < frame.left - 1 || box.right > frame.right + 1 || size < 11;
                }).map(text => text.textContent); }"""
        )
        assert not wrong, address
