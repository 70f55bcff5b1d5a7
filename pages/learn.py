"""How does it learn? From one number that says how wrong to a network that learns before one's eyes."""

from ui.learn.apples import apples
from ui.learn.back import walk_back
from ui.learn.digits_learned import digit_learner
from ui.learn.learn_state import START
from ui.learn.playground import playground
from ui.learn.road import road
from ui.learn.simple import every_weight
from ui.learn.slopes import one_number, real_loss, two_numbers
from ui.learn.wrong import count_mistakes, how_wrong
from ui.widgets.card import card
from ui.widgets.lesson import show_lesson

BEATS = {
    "how-wrong": how_wrong,
    "not-mistakes": count_mistakes,
    "which-way": one_number,
    "two-numbers": two_numbers,
    "real-loss": real_loss,
    "every-weight": every_weight,
    "apples": apples,
    "walk-back": walk_back,
    "playground": playground,
    "digits-learned": digit_learner,
    "what-ours-has": road,
}

show_lesson("learn", BEATS | {"the-whole-way": card("the-whole-way")}, alone=BEATS, start=START)
