"""The most that a visitor may draw, type, put into a link and have kept, and why no more."""

# The canvas
CANVAS_BYTES = 100_000
"""Bytes of a picture of the paper: a scribble all over it has 30 000, and undo keeps a hundred."""
CANVAS_STROKES = 300
"""The paper is black by then, and each report holds all strokes again."""
CANVAS_POINTS = 20_000
"""Points of all strokes: ten minutes of drawing without a pause, 1.5 MB of text."""
UNDO_BYTES = 2_000_000
"""Bytes that undo keeps for a visitor: of larger sheets it keeps fewer."""

# Networks that visitors bring
NETWORKS_BYTES = 512 * 2**20
"""Bytes of all visitors' networks together: a class of thirty with the largest, and as many more."""

# Links and fields
ADDRESS_CHARACTERS = 11_000
"""Characters of a setting in a link: ten drawings that do not compress have 10 609, usual ones 260 each."""
MATRIX_CHARACTERS = 1600
"""Characters of a matrix: 16 numbers, of which we write 19 characters each at most."""
PAINTED_POINTS = 400
"""Points painted for a network to learn: twice as many as there are of others; each step draws all."""
PUPILS = 40
"""Worksheets made at once: a class; with three each and their answers they are a megabyte."""
