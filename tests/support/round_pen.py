"""Drawings of a round pen, as the canvas would give them."""

import numpy as np
from PIL import Image, ImageDraw

PAPER, INK = (252, 251, 248), (34, 37, 43)


def draw(points, width=18, size=(280, 280), paper=PAPER, ink=INK, transparent=False) -> np.ndarray:
    """Draw a line through the points with a round pen, as the canvas would."""
    mask = Image.new("L", size)
    pen = ImageDraw.Draw(mask)
    pen.line(points, fill=255, width=width, joint="curve")
    for x, y in points:
        pen.ellipse([x - width / 2, y - width / 2, x + width / 2, y + width / 2], fill=255)
    if transparent:
        picture = Image.new("RGBA", size, (0, 0, 0, 0))
        picture.paste(Image.new("RGBA", size, (*ink, 255)), mask=mask)
    else:
        picture = Image.new("RGBA", size, (*paper, 255))
        picture.paste((*ink, 255), mask=mask)
    return np.asarray(picture)


SEVEN = [(80, 80), (180, 80), (120, 200)]
FOUR = [(150, 200), (150, 70), (80, 150), (190, 150)]
