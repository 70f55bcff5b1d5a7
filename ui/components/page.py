"""What every page needs of the browser beyond Streamlit: page.js and arrive.js say what."""

from pathlib import Path

from ui.components.inside import MAIN, PICTURE, TOOLBAR
from ui.components.markup import run_script
from ui.language import _, language

HERE = Path(__file__)


def tend_page(cookie: str) -> None:
    """Tend what pages have in common, those elements too that come later; keep a cookie, if there is one."""
    data = {
        "picture": PICTURE,
        "toolbar": TOOLBAR,
        "save": _("Save"),
        "language": language(),
        "cookie": cookie,
    }
    run_script(HERE.with_name("page.js"), **data)


def arrive(place: str) -> None:
    """Arrive at the top, if this is another place of the course than before; call it last."""
    run_script(HERE.with_name("arrive.js"), place=place, main=MAIN)
