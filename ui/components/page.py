"""What every page needs of the browser beyond Streamlit: page.js and arrive.js say what."""

from pathlib import Path

from ui.components.formula_words import formula_words
from ui.components.markup import run_script
from ui.inside import MAIN, PICTURE, TOOLBAR
from ui.language import _, language

HERE = Path(__file__)


def tend_page(cookie: str) -> None:
    """Tend what pages have in common, those elements too that come later; keep a cookie, if there is one."""
    words = formula_words() | {"save": _("Save")}
    run_script(
        HERE.with_name("page.js"),
        picture=PICTURE,
        toolbar=TOOLBAR,
        language=language(),
        words=words,
        cookie=cookie,
    )


def arrive(place: str) -> None:
    """Arrive at the top, if this is another place of the course than before; call it last."""
    run_script(HERE.with_name("arrive.js"), place=place, main=MAIN)
