"""The test set: how good is the network, why batches, where does it fail, how far can it be pushed?"""

from ui.evaluate.i_dont_know import i_dont_know
from ui.evaluate.kept_apart import kept_apart
from ui.evaluate.mistakes import mistakes
from ui.evaluate.one_or_many import one_or_many
from ui.evaluate.own_network import own_network
from ui.evaluate.pushing import pushing
from ui.evaluate.what_you_can_do import what_you_can_do
from ui.frame import show_page

SECTIONS = [kept_apart, one_or_many, mistakes, i_dont_know, pushing, own_network, what_you_can_do]
show_page("evaluate", SECTIONS)
