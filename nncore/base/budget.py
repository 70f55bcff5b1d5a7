"""What one visitor may bring, in one table: the most of each thing, and why no more.

Everything that comes from outside (a file, a link, a report of the canvas) is held against a line
of this table before anything is made of it. What a header shows is refused without unpacking; what
only the content shows is refused as soon as it is counted. The worst that is still allowed costs at
most three seconds of one core and 400 MB; `make limits` measures it.
"""

# Messages over the WebSocket
FILES_ASKED_FOR = 20
"""Files are brought one at a time; a place is made for each before it comes."""
WIDGETS_OF_A_MESSAGE = 1_000
"""Widgets in one message: the fullest page has some hundred."""
HASHES_OF_A_MESSAGE = 10_000
"""Hashes of what a browser has: a page of two hundred parts, fifty times."""
FILES_OF_A_WIDGET = 4
"""Files in an uploader: it takes one."""
VALUES_OF_A_WIDGET = 1_000
"""Values chosen in one widget: the fullest has ten."""

# The canvas
CANVAS_BYTES = 100_000
"""Bytes of a picture of the paper: a scribble all over it has 30 000, and undo keeps a hundred."""
CANVAS_STROKES = 300
"""The paper is black by then, and each report holds all strokes again."""
CANVAS_POINTS = 20_000
"""Points of all strokes: ten minutes of drawing without a pause, 1.5 MB of text."""
UNDO_BYTES = 2_000_000
"""Bytes that undo keeps for a visitor: of larger sheets it keeps fewer."""

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

# The server
CONNECTIONS = 300
"""Connections at a time: ten classes; each costs a megabyte. One that has asked for no page makes room."""
MESSAGES_A_SECOND = 1
"""Messages a second from one page that faster pages never hold up."""
MESSAGES_AT_ONCE = 2
"""Messages from one page after a pause that faster pages never hold up."""
BURSTS_A_SECOND = 15
"""Messages a second from all faster pages together: a held arrow key sends 15, drawing 5; each is a run."""
BURSTS_AT_ONCE = 5
"""Messages from all faster pages after a pause: with two from each of twenty pages a second of a core."""
REDRAWS_A_SECOND = 15
"""Redraws a second of all pages that ask for them by themselves: 0.3 of a core."""
UPLOADED_BYTES = 200_000_000
"""Bytes kept of all visitors' files: ten of the largest."""
UPLOADS_A_SESSION = 2
"""Uploads at a time by one visitor, who can press one button at a time."""
UPLOADS_AT_ONCE = 32
"""Uploads at a time: a class; each may lie on the disk with 20 MB meanwhile."""
UPLOAD_PAUSE = 10
"""Seconds without a byte of an upload: one that stalls takes the place of others."""
UPLOAD_SECONDS = 180
"""Seconds for one upload: the largest file over one megabit a second."""
