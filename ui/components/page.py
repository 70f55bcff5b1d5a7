"""What every page needs of the browser beyond Streamlit; see page.js and arrive.js."""

from pathlib import Path

from ui.components.formula_words import formula_words
from ui.components.markup import run_script
from ui.inside import MAIN, PICTURE, TOOLBAR
from ui.language import _, language

HERE = Path(__file__)


def tend_page(cookie: str) -> None:
    """Run page.js, which also tends elements that come later; set a cookie, if there is one."""
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
    """Scroll to the top if the place is new; call it last."""
    run_script(HERE.with_name("arrive.js"), place=place, main=MAIN)
