"""What is the slope of a weight deep inside? Back through graphs, a neuron, a layer, and a whole network."""

from ui.backprop.apples import apples, back_one_neuron
from ui.backprop.back import walk_back
from ui.backprop.layer import back_layer, bend_slope
from ui.backprop.whole_way import the_whole_way
from ui.frame import show_page

SECTIONS = [apples, back_one_neuron, bend_slope, back_layer, walk_back, the_whole_way]
show_page("backprop", SECTIONS, wide=[walk_back])
