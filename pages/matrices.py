"""Matrix products: three neurons in a table, shapes that fit, a cell and where it comes from, a layer."""

from ui.frame import show_page
from ui.matrices.layer import layer, many_images
from ui.matrices.product import product
from ui.matrices.shapes import shapes
from ui.matrices.three_neurons import three_at_once

show_page("matrices", [three_at_once, shapes, product, layer, many_images])
