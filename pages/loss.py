"""How wrong, and which way is down? Two losses, slopes, and every weight at once."""

from ui.loss.loss_state import START
from ui.loss.simple import every_weight
from ui.loss.slopes import one_number, real_loss, two_numbers
from ui.loss.wrong import count_mistakes, how_wrong
from ui.widgets.lesson import show_lesson

BEATS = {
    "how-wrong": how_wrong,
    "not-mistakes": count_mistakes,
    "which-way": one_number,
    "two-numbers": two_numbers,
    "real-loss": real_loss,
    "every-weight": every_weight,
}

show_lesson("loss", BEATS, alone=BEATS, start=START)
