"""The test set: how good is the network, why batches, where does it fail, how far can it be pushed?"""

from ui.evaluate.evaluate_state import START
from ui.evaluate.sections import show_sections
from ui.evaluate.summary import kept_apart
from ui.widgets.card import card
from ui.widgets.lesson import begin, end, show_beats

begin("evaluate", START)
show_beats("evaluate", {"kept-apart": kept_apart})
show_sections()
show_beats("evaluate", {"what-you-can-do": card("what-you-can-do")})
end("evaluate")
