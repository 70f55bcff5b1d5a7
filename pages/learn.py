"""Can a network find its own numbers? One learns points in a plane, one learns to read."""

from ui.frame import show_page
from ui.learn.digits_learned import digits_learned
from ui.learn.own_digits import own_digits
from ui.learn.playground import first_weights, own_points, playground, step_length
from ui.learn.training_curves import what_ours_has

TRAININGS = [playground, own_points, step_length, first_weights, digits_learned, own_digits]
show_page("learn", [*TRAININGS, what_ours_has], wide=TRAININGS)
