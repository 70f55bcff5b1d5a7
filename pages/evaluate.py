"""The test set: how good is the network, why batches, where does it fail, how far can it be pushed?"""

from ui.evaluate.i_dont_know import i_dont_know
from ui.evaluate.kept_apart import kept_apart
from ui.evaluate.mistakes import mistakes
from ui.evaluate.one_or_many import one_or_many
from ui.evaluate.own_network import own_network
from ui.evaluate.pushing import pushing
from ui.evaluate.what_you_can_do import what_you_can_do
from ui.frame import show_page
from ui.widgets.reset import GONE

SECTIONS = [kept_apart, one_or_many, mistakes, i_dont_know, pushing, own_network, what_you_can_do]
START = {"slow": False, "curve": "right", "gallery": 1}
"""What the widgets of the page hold at first; what was asked for, and its work, is gone."""
ASKED = dict.fromkeys(("race", "timings", "hurt", "work_race", "work_measured", "work_push"), GONE)
show_page("evaluate", SECTIONS, plays=["one-or-many", "pushing"], start=START | ASKED)
