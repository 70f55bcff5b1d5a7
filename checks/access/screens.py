"""What there is to look at: every section of every page, and what fits no other list."""

from urllib.parse import urlencode

from ui.address.packed import pack
from ui.course import BESIDE, COURSE
from ui.language import ENGLISH, LANGUAGES
from ui.resources import test_set as digits
from ui.texts import lesson

DRAWN = urlencode({"ink": pack(digits()[0][0])})
SECTIONS = [
    f"/{'' if page is COURSE[0] else page.url}?at={section.name}"
    for page in COURSE
    for section in lesson(page.url).sections
]
SCREENS = [*SECTIONS, *(f"/{page.url}" for page in BESIDE), f"/draw?{DRAWN}"]
TRANSLATED = [f"{section}&lang={code}" for code in LANGUAGES if code != ENGLISH for section in SECTIONS]
SCROLLS: dict[str, str] = {}
"""The sections that do not fit a laptop's window, each with the reason; three at most."""
