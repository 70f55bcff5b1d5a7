"""What we name of Streamlit's inside: parts of its page that no public option reaches, as of 1.67.

Nothing of the kind stands elsewhere in ui, so this is what to try after an update. What scripts here
name besides says so at its place: canvas.py, browser_history.py, clicks.js and follow.js.
"""

from streamlit.delta_generator_singletons import context_dg_stack, get_default_dg_stack_value
from streamlit.runtime.scriptrunner import get_script_run_ctx

from ui.components.markup import css

MENU = css("[data-testid=stSidebar], [data-testid=stExpandSidebarButton]")
"""The menu and its button: they are hidden by no option once `st.navigation` has pages to show."""
CONTENTS = css("[data-testid=stSidebarNav]")
"""The table of contents, whose links are tinted a little under the keys' focus, too little to be seen."""
MAIN = css("[data-testid=stMain]")
"""What scrolls."""
HEAD_END = css("div:has(> [data-testid=stMainMenu])")
"""The right end of a page's head, which keeps 200 pixels free: too many on a phone, beside the logo."""
ELEMENT = css("[data-testid=stElementContainer]")
"""What an element stands in: `key` gives a class to widgets and containers only."""
MARKDOWN = css("[data-testid=stMarkdownContainer]")
"""What stands around Markdown: a rem of its lower end lies outside, where a card would cut it."""
HEADER = css("[data-testid=stHeader]")
"""The bar above a page: of its 60 pixels a menu uses the end, on a phone the logo the rest."""
OPENER = css("[data-testid=stExpandSidebarButton]")
"""What opens the sidebar again, at the left end of that bar."""
SLIDER_VALUE = css("[data-testid=stSliderThumbValue]")
"""The number over a slider's handle: in the primary colour, which is too faint in the dark (3.6:1)."""
CAPTION = css("[data-testid=stCaptionContainer]")
"""A caption: Streamlit writes it in ink at 60 %, which is too faint (4.1:1 where 4.5:1 is asked)."""
COLUMN = css("[data-testid=stMainBlockContainer]")
"""What a page stands in: no option says how far from the top it begins."""
TOOLBAR = css("[data-testid=stElementToolbar]")
"""What lies on a chart when one hovers: no option leaves it out."""
CHART_TOOLBAR = css(
    ":has(> .stVegaLiteChart) > .stElementToolbar.stElementToolbar:has([aria-label^=Fullscreen])"
)
"""The same on a chart of Altair that does not fill the screen: above a chart it covers what stands there."""
DIALOG = css("[data-testid=stDialog] section")
"""A dialog's sheet: the largest width that it can be given leaves the window's edges free."""
PAGE_LINK = css("[data-testid=stPageLink]")
"""What `st.page_link` makes: it takes no key."""


def makes_a_page() -> bool:
    """Whether a page is being made for a visitor, so that an error can be told there.

    `st.stop` says nothing of it, and Streamlit logs a warning for an element without a page.
    """
    return get_script_run_ctx(suppress_warning=True) is not None


def begin_page() -> None:
    """Forget where the last fragment stood, before a whole page is made.

    As of 1.67 a thread that has run a fragment, and is asked for a page meanwhile, goes on with that
    fragment's place. All fragments of the page then get one name, and the first click shows the last of
    them and nothing else.
    """
    context_dg_stack.set(get_default_dg_stack_value())
