"""Start here: the paper, a digit being read, what reads it, and the way to every page."""

from ui.frame import show_page
from ui.home.course_cards import the_way
from ui.home.digit_read import a_digit_is_read, made_of_neurons
from ui.home.first_digit import first_digit
from ui.state.drawing import current_drawing

SECTIONS = [first_digit, a_digit_is_read, made_of_neurons, the_way]
clear = current_drawing().clear
show_page("home", SECTIONS, wide=[first_digit, the_way], clear=clear)
