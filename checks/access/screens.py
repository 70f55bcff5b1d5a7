"""What there is to look at: every section of every page, and what fits no other list."""

from pathlib import Path
from urllib.parse import urlencode

from ui.address.packed import pack
from ui.course import BESIDE, COURSE
from ui.language import ENGLISH, LANGUAGES
from ui.resources import test_set as digits
from ui.texts import lesson

ROOT = Path(__file__).parents[2]
DRAWN = urlencode({"ink": pack(digits()[0][0])})
WHOLE = [each for each in COURSE if "show_page(" not in (ROOT / each.file).read_text(encoding="utf-8")]
"""The pages of the course that are not made of sections."""
SECTIONS = [
    f"/{'' if page is COURSE[0] else page.url}?at={section.name}"
    for page in COURSE
    if page not in WHOLE
    for section in lesson(page.url).sections
]
SCREENS = [*SECTIONS, *(f"/{page.url}" for page in (*WHOLE, *BESIDE)), f"/draw?{DRAWN}"]
TRANSLATED = [f"{section}&lang={code}" for code in LANGUAGES if code != ENGLISH for section in SECTIONS]
SCROLLS: dict[str, str] = {}
"""The sections that do not fit a laptop's window, each with the reason; three at most."""
