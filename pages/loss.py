"""How wrong, and which way is down? Two losses, slopes, and every weight at once."""

from ui.frame import show_page
from ui.loss.downhill import real_loss, two_numbers
from ui.loss.every_weight import every_weight
from ui.loss.losses import cross_entropy, how_wrong
from ui.loss.not_mistakes import not_mistakes
from ui.loss.which_way import which_way

SECTIONS = [how_wrong, cross_entropy, not_mistakes, which_way, two_numbers, real_loss, every_weight]
show_page("loss", SECTIONS)
