"""How wrong, and which way is down? Two losses, slopes, and every weight at once."""

from ui.frame import show_page
from ui.loss.loss_state import START
from ui.loss.losses import cross_entropy, how_wrong, not_mistakes
from ui.loss.simple import every_weight
from ui.loss.slopes import real_loss, two_numbers, which_way

SECTIONS = [how_wrong, cross_entropy, not_mistakes, which_way, two_numbers, real_loss, every_weight]
show_page("loss", SECTIONS, start=START)
