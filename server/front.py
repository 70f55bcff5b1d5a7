"""What a chat shows of a link: the page's name, what it is about, a picture.

Streamlit sends one index.html for all addresses, whose title is "Streamlit", and lets scripts in the browser
do the rest. A chat that shows a link runs no script; here each page gets a head of its own.
"""

from collections.abc import Awaitable, Callable
from functools import partial
from html import escape
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response
from starlette.routing import Route
from streamlit import config, file_util

from ui.brand import ICON, NAME, PREVIEW, PREVIEW_SIZE, TOUCH_ICON, described, tab_title
from ui.course import BESIDE, COURSE, Page
from ui.language import COOKIE, PARAMETER, _, preferred, speaking

PICTURES = {"favicon.png": ICON, "touch-icon.png": TOUCH_ICON, "preview.png": PREVIEW}
UNNAMED = "<title>Streamlit</title>"
ENGLISH_PAGE = '<html lang="en"'
HEAD = Path(__file__).with_name("head.html").read_text(encoding="utf-8")


def front() -> list[Route]:
    """Return the routes of all pages, and of the pictures that their heads name."""
    base = config.get_option("server.baseUrlPath").strip("/")
    root = f"/{base}" if base else ""
    index = (Path(file_util.get_static_dir()) / "index.html").read_text(encoding="utf-8")
    pages = [
        Route(f"{root}/{'' if page is COURSE[0] else page.url}", _answer(index, page, root))
        for page in (*COURSE, *BESIDE)
    ]
    return pages + [Route(f"{root}/{name}", partial(_picture, path)) for name, path in PICTURES.items()]


def head(page: Page, site: str) -> str:
    """Return the head of a page as HTML; `site` is the address of the first page, without its last slash."""
    alt = _("{name}: a network that reads the digit you draw").format(name=NAME)
    words = {"name": NAME, "title": tab_title(page), "about": described(page), "alt": alt, "site": site}
    width, height = PREVIEW_SIZE
    return HEAD.format(width=width, height=height, **{name: escape(text) for name, text in words.items()})


def _answer(index: str, page: Page, root: str) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        # A proxy that ends TLS says so in this header; whoever forges it fools only themselves.
        scheme = "https" if request.headers.get("x-forwarded-proto") == "https" else request.url.scheme
        site = f"{scheme}://{request.url.netloc}{root}"
        code = spoken(request)
        with speaking(code):
            html = index.replace(UNNAMED, head(page, site), 1).replace(
                ENGLISH_PAGE, f'<html lang="{code}"', 1
            )
        return HTMLResponse(html, headers={"Cache-Control": "no-cache"})

    return answer


def spoken(request: Request) -> str:
    """Return the language of the page: its link's, what the browser chose before, or the browser's own."""
    own = request.headers.get("accept-language", "").partition(",")[0].partition(";")[0]
    return preferred(request.query_params.get(PARAMETER), request.cookies.get(COOKIE), own)


async def _picture(path: Path, _: Request) -> Response:
    return FileResponse(path, headers={"Cache-Control": "max-age=86400"})
