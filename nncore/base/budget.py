"""What one visitor may bring, in one table: the most of each thing, and why no more.

Everything that comes from outside (a file, a link, a report of the canvas) is held against a line
of this table before anything is made of it. What a header tells is refused without unpacking; what
only the content tells is refused as soon as it is counted. The worst that is still allowed costs at
most three seconds of one core and 400 MB, and a test feeds it.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limit:
    """The most that is taken of one thing.

    Attributes
    ----------
    most : int
        So much is still taken.
    unit : str
        Of what, as a sentence calls it.
    reason : str
        Why no more.
    """

    most: int
    unit: str
    reason: str


FILES_ASKED_FOR = Limit(20, "files", "one is brought at a time; a place is made for each before it comes")
WIDGETS_SET = Limit(1_000, "widgets", "told at once: the fullest page has some hundred")
HASHES_TOLD = Limit(10_000, "hashes", "of what a browser has: a page of two hundred parts, fifty times")
FILES_TOLD = Limit(4, "files", "in an uploader: it takes one")
VALUES_TOLD = Limit(1_000, "values", "chosen in one widget: the fullest has ten")
CANVAS_BYTES = Limit(
    100_000, "bytes", "a picture of the paper: a scribble all over it has 30 000, and undo keeps a hundred"
)
CANVAS_STROKES = Limit(300, "strokes", "the paper is black by then, and each report tells all of them anew")
CANVAS_POINTS = Limit(
    20_000,
    "points",
    "the strokes on the paper in all: ten minutes of drawing without a pause, 1.5 MB of text",
)
UNDO_BYTES = Limit(2_000_000, "bytes", "what undo keeps for a visitor: of larger sheets it keeps fewer")
WEIGHTS_BYTES = Limit(
    20 * 2**20,
    "bytes",
    "a weights file: 784-800-400-10, the largest network that people are known to bring, has 8 MB in float64",
)
UNPACKED_BYTES = Limit(
    20 * 2**20,
    "bytes",
    "the arrays in a .npz once unpacked: as many weights as are read, in float64",
)
NEURONS_A_LAYER = Limit(
    2048,
    "neurons",
    "a layer: 800 are brought, and a file of zeros packs 8 000 into a byte; all are drawn, for 100 images",
)
WEIGHTS = Limit(
    2_500_000,
    "weights",
    "a network, biases too: 10 MB in float32, whatever the file holds them in. 784-800-400-10 has 952 410, "
    "784-1200-1200-10 of well-known papers 2 395 210; to read the test set with them takes a core one second",
)
NETWORKS_BYTES = Limit(
    512 * 2**20,
    "bytes",
    "the networks of all visitors together: a class of thirty with the largest, and as many more",
)

ADDRESS_CHARACTERS = Limit(
    11_000,
    "characters of one setting in a link",
    "ten drawings that do not compress at all have 10 609; usual ones have 260 each",
)
NUMBER_CHARACTERS = Limit(
    100, "characters of a number", "Python reads an int in quadratic time; what we write has 19 at most"
)
MATRIX_NUMBERS = Limit(16, "numbers of a matrix", "the grid of fields has 4 rows of 4")
PAINTED_POINTS = Limit(
    400, "points", "painted for a network to learn: twice as many as there are of others; each step draws all"
)
PUPILS = Limit(
    40, "pupils", "worksheets made at once: a class; with three each and their answers they are a megabyte"
)

PICTURE_BYTES = Limit(20 * 2**20, "bytes", "a picture's file: a phone's photograph has 3 to 15 MB")
HEAD_READS = Limit(2_000, "reads", "the notes before a picture's pixels: Pillow takes three or four for each")
PICTURE_READS = Limit(
    60_000, "reads", "the rest of its file: a PNG of 20 MB takes 10 000, having 8 kB of pixels in a part"
)
PNG_PIXELS = Limit(50_000_000, "pixels", "a phone's largest; unpacked it has 200 MB, and takes a core 1.7 s")
JPEG_PIXELS = Limit(80_000_000, "pixels", "it is made smaller while it is unpacked, a few rows at a time")
JPEG_NUMBERS = Limit(
    80_000_000, "numbers", "a JPEG that sharpens while it loads is kept whole until its end: 160 MB"
)
JPEG_SCANS = Limit(
    30, "scans", "such a JPEG: usual are 10; each goes through all its numbers, in 50 ms at most"
)
WEBP_PIXELS = Limit(14_000_000, "pixels", "it is unpacked in many copies, 230 MB in all")
GIF_PIXELS = Limit(50_000_000, "pixels", "as many as of a PNG, in a quarter of the memory")
PICTURE_PROPORTION = Limit(
    50, "times as long as wide", "made smaller to 1200 pixels a strip has 24 across: a digit needs 20"
)
PIECES = Limit(
    600, "pieces of ink", "60 digits, each of ten strokes; every piece is compared with those beside it"
)
DIGITS = Limit(60, "digits", "a row that one can look at; each costs a picture on the page")
SPECKS = Limit(
    20_000,
    "pieces and specks",
    "JPEG leaves a thousand faint specks around strokes; each is given to the nearest digit",
)
CONNECTIONS = Limit(
    300,
    "connections",
    "at a time: ten classes; each costs a megabyte. Who has asked for no page yet makes room",
)
MESSAGES_A_SECOND = Limit(1, "messages", "a second from one page that others' haste never holds up")
MESSAGES_AT_ONCE = Limit(2, "messages", "from one page after a pause that others' haste never holds up")
BURSTS_A_SECOND = Limit(
    15, "messages", "a second from all who are faster: a held arrow key sends 15, drawing 5; each is a run"
)
BURSTS_AT_ONCE = Limit(30, "messages", "from all who are faster, after a pause: a second of a core at most")
UPLOADED_BYTES = Limit(200_000_000, "bytes", "kept of all visitors' files: ten of the largest")
UPLOADS_A_SESSION = Limit(2, "uploads", "at a time by one visitor, who can press one button at a time")
UPLOADS_AT_ONCE = Limit(32, "uploads", "at a time: a class; each may lie on the disk with 20 MB meanwhile")
UPLOAD_PAUSE = Limit(10, "seconds", "without a byte of an upload: whoever stalls takes others' places")
UPLOAD_SECONDS = Limit(180, "seconds", "one upload: the largest file over one megabit a second")
