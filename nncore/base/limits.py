"""The most that a file may hold that a visitor brings, and why no more.

Everything from outside is compared with a line of this table, of `ui/limits.py` (drawings, links, fields) or
of `server/limits.py` (messages, connections, uploads) before anything is made of it. What a header shows is
refused without unpacking; what only the content shows is refused as soon as it is counted. The worst that is
still allowed costs at most three seconds of one core and 400 MB; `make limits` measures it.
"""

# Weights
WEIGHTS_BYTES = 20 * 2**20
"""Bytes of a weights file: 784-800-400-10, the largest that is known to be brought, has 8 MB in float64."""
UNPACKED_BYTES = 20 * 2**20
"""Bytes of the arrays in a .npz once unpacked: as many weights as are read, in float64."""
NEURONS_A_LAYER = 2048
"""800 are brought, and a file of zeros packs 8 000 into a byte; all are drawn, for 100 images."""
WEIGHTS = 2_500_000
"""Weights of a network, biases too: 10 MB in float32, whatever the file holds them in.

784-800-400-10 has 952 410, 784-1200-1200-10 of well-known papers 2 395 210; to read the test set with
them takes a core one second.
"""

# Pictures
PICTURE_BYTES = 20 * 2**20
"""A phone's photograph has 3 to 15 MB."""
HEAD_READS = 2_000
"""Reads of the notes before a picture's pixels: Pillow takes three or four for each."""
PICTURE_READS = 60_000
"""Reads of the rest of its file: a PNG of 20 MB takes 10 000, having 8 kB of pixels in a part."""
PNG_PIXELS = 50_000_000
"""A phone's largest; unpacked it has 200 MB, and takes a core 1.7 s."""
JPEG_PIXELS = 80_000_000
"""A JPEG is made smaller while it is unpacked, a few rows at a time."""
JPEG_NUMBERS = 80_000_000
"""Numbers of a JPEG that sharpens while it loads: it is kept whole until its end, in 160 MB."""
JPEG_SCANS = 30
"""Scans of such a JPEG: usual are 10; each goes through all its numbers, in 50 ms at most."""
WEBP_PIXELS = 14_000_000
"""A WebP is unpacked in many copies, 230 MB in all."""
GIF_PIXELS = 50_000_000
"""As many as of a PNG, in a quarter of the memory."""
PICTURE_PROPORTION = 50
"""Times as long as wide: made smaller to 1200 pixels such a strip has 24 across, and a digit needs 20."""
PIECES = 600
"""Pieces of ink: 60 digits, each of ten strokes; every piece is compared with those beside it."""
DIGITS = 60
"""A row that one can look at; each digit costs a picture on the page."""
SPECKS = 20_000
"""JPEG leaves a thousand faint specks around strokes; each is given to the nearest digit."""
