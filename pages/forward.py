"""The forward pass, step by step: what happens between the input and the answer."""

from ui.forward.digit_network import digit_network
from ui.forward.is_it_honest import is_it_honest
from ui.forward.many_at_once import many_at_once
from ui.forward.three_layers import three_layers
from ui.forward.walk import arrive
from ui.forward.why_this_answer import why_this_answer
from ui.forward.wire_names import wire_names
from ui.forward.your_numbers import your_numbers
from ui.frame import show_page

WALKS = [three_layers, wire_names, your_numbers, digit_network, why_this_answer, is_it_honest, many_at_once]
WIDE = [three_layers, your_numbers, digit_network, many_at_once]
arrive()
show_page("forward", WALKS, wide=WIDE)
