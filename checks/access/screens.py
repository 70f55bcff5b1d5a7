"""What there is to look at: every section of every page, and what fits no other list."""

from pathlib import Path
from urllib.parse import urlencode

from ui.address import pack
from ui.course import BESIDE, COURSE
from ui.resources import lesson
from ui.resources import test_set as digits

ROOT = Path(__file__).parents[2]
DRAWN = urlencode({"ink": pack(digits()[0][0])})
IN_SECTIONS = [each.url for each in COURSE if "show_page(" in (ROOT / each.file).read_text(encoding="utf-8")]
SECTIONS = [f"/{page}?at={section.name}" for page in IN_SECTIONS for section in lesson(page).beats]
PAGES = [f"/{each.url}" for each in (*COURSE[1:], *BESIDE) if each.url not in IN_SECTIONS]
SCREENS = [*SECTIONS, *PAGES, "/", f"/draw?{DRAWN}"]
SCROLLS: dict[str, str] = {}
"""The sections that do not fit a laptop's window, each with the reason; three at most."""
