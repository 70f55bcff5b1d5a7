"""Can a network find its own numbers? One learns points in a plane, and one to read, before one's eyes."""

from ui.learn.digits_learned import digit_learner
from ui.learn.learn_state import START
from ui.learn.playground import playground
from ui.learn.road import road
from ui.widgets.lesson import show_lesson

BEATS = {"playground": playground, "digits-learned": digit_learner, "what-ours-has": road}

show_lesson("learn", BEATS, alone=BEATS, start=START)
