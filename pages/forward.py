"""The forward pass, step by step: what happens between the input and the answer."""

from ui.forward.book_network import three_layers, wire_names, your_numbers
from ui.forward.digit_network import digit_network, many_at_once
from ui.forward.reasons import is_it_honest, why_this_answer
from ui.forward.walk import arrive
from ui.frame import show_page

WALKS = [three_layers, wire_names, your_numbers, digit_network, why_this_answer, is_it_honest, many_at_once]
WIDE = ["three-layers", "your-numbers", "digit-network", "many-at-once"]
arrive()
show_page("forward", WALKS, wide=WIDE)
