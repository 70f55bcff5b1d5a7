"""Matrix products: three neurons in a table, shapes that fit, a cell and where it comes from, a layer."""

from ui.matrices.layer import layer, many_images
from ui.matrices.product import product
from ui.matrices.three_neurons import three_neurons
from ui.widgets.lesson import show_lesson

BEATS = {"three-at-once": three_neurons, "product": product, "layer": layer, "many-images": many_images}

show_lesson("matrices", BEATS, alone=["three-at-once", "many-images"])
