"""Which slope has a weight deep inside? Back through a graph, and through a whole network."""

from ui.backprop.apples import apples
from ui.backprop.back import walk_back
from ui.backprop.backprop_state import START
from ui.widgets.card import card
from ui.widgets.lesson import show_lesson

BEATS = {"apples": apples, "walk-back": walk_back}

show_lesson("backprop", BEATS | {"the-whole-way": card("the-whole-way")}, alone=BEATS, start=START)
