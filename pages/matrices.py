"""Matrix products: a cell and where it comes from, shapes that fit, and a layer in one line."""

from ui.matrices.layer import layer, many_images
from ui.matrices.product import product
from ui.widgets.lesson import show_lesson

show_lesson(
    "matrices", {"product": product, "layer": layer, "many-images": many_images}, alone=["many-images"]
)
