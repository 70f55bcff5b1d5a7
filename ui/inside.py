"""All that ui uses of Streamlit's internals, as of 1.67; no other file does.

This is what to test after an update. Each name says which public option is missing.
"""

from streamlit.delta_generator import DeltaGenerator
from streamlit.delta_generator_singletons import context_dg_stack, get_default_dg_stack_value
from streamlit.runtime.forward_msg_queue import ForwardMsgQueue
from streamlit.runtime.scriptrunner import get_script_run_ctx

Place = DeltaGenerator
"""A container, column or place in a signature: `st.container` returns it, and `st` has no name for it."""

# Where things are.
MAIN = "[data-testid=stMain]"
"""What scrolls: for an option that says where a page is scrolled to."""
RESTS = "[data-testid=stApp][data-test-script-state=notRunning]"
"""The app while no script runs: for a promise that a component could wait for."""
COLUMN = "[data-testid=stMainBlockContainer]"
"""What a page stands in: for options of its width and of how far from the top it begins."""
ROW = "[data-testid=stHorizontalBlock]"
"""What `st.columns` makes: for a key of theirs, and an order of their own on a phone."""
CELL = "[data-testid=stColumn]"
"""One of those columns: for a least width of it."""
STACK = ".stVerticalBlock"
"""What is one below the other: for a gap of a page and of columns, as `st.container` has one."""
ELEMENT = "[data-testid=stElementContainer]"
"""What an element stands in: for a key of elements that are no widgets, and of space around them."""
MARKDOWN = "[data-testid=stMarkdownContainer]"
"""What stands around Markdown: for an option of the rem below it, which a card would cut."""
DIALOG = "[data-testid=stDialog] section"
"""A dialog's sheet: for a width of `st.dialog` that leaves nothing free."""

# The menu and the bar above a page.
OPENER = "[data-testid=stExpandSidebarButton]"
"""What opens the sidebar again: for a page's knowledge of whether it is open."""
MENU = f"[data-testid=stSidebar], {OPENER}"
"""The menu and its button: for an option of `st.navigation` that hides both on one page."""
SIDEBAR = "[data-testid=stSidebar]"
"""Where the menu stands: for a width that grows with the font, and that holds for the first visitor too."""
SIDEBAR_HANDLE = "[data-testid=stSidebarResizeHandle]"
"""Its edge, which one can drag: for an option that leaves it out."""
CONTENTS = "[data-testid=stSidebarNav]"
"""The table of contents: for a theme's colour of the keys' focus, which is too faint to be seen."""
HEADER = "[data-testid=stHeader]"
"""The bar above a page: for an option that leaves its 60 pixels to the page."""
HEAD_END = "div:has(> [data-testid=stMainMenu])"
"""Its right end: for an option against the 200 pixels that it keeps free, beside the logo on a phone."""

# Elements.
WRITTEN = ".stMarkdown"
"""Markdown with what is around it: for an option of the space between its paragraphs."""
CHOICES = ".stButtonGroup"
"""What `st.pills` and `st.segmented_control` make: for an option that sets their label beside them."""
TYPED = ".stTextInput"
"""What `st.text_input` makes: for the same option."""
SLIDER_VALUE = "[data-testid=stSliderThumbValue]"
"""The number over a slider's handle: for a theme's colour of it, which is too faint in the dark (3.6:1)."""
CAPTION = "[data-testid=stCaptionContainer]"
"""A caption: for a theme's colour of it; ink at 60 % is too faint (4.1:1 where 4.5:1 is asked)."""
PICTURE = ".stImage"
"""What `st.image` makes: for a button in its toolbar that saves it, as charts and tables have one."""
DRAWN = "[data-testid=stBidiComponentIsolated]"
"""What a diagram is drawn in: for a least width of it."""
TOOLBAR = "[data-testid=stElementToolbar]"
"""What lies on a picture or chart when one hovers: for an option that leaves it out."""
CHART = ".stVegaLiteChart"
"""What `st.vega_lite_chart` makes, the frame on a photograph: for a width that grows with the screen."""
PAGE_LINK = "[data-testid=stPageLink]"
"""What `st.page_link` makes: for a key of it."""


def makes_a_page() -> bool:
    """Whether a page is being made for a visitor, so that an error can be told there.

    For a question of `st` itself: an element without a page is logged as a warning.
    """
    return get_script_run_ctx(suppress_warning=True) is not None


def begin_page() -> None:
    """Forget where the last fragment stood, before a whole page is made: for a Streamlit that does so.

    As of 1.67 a thread that has run a fragment, and is asked for a page meanwhile, goes on with that
    fragment's place. All fragments of the page then get one name, and the first click shows the last of
    them and nothing else.
    """
    context_dg_stack.set(get_default_dg_stack_value())


def keep_unsent() -> None:
    """Send all that a page has said before a fragment of it runs again: for a Streamlit that does so.

    As of 1.67 what a fragment has said is dropped if it runs again before that is sent, even if it was said
    while the whole page was made. The browser then takes the fragment away, as if the page no longer had it,
    and puts its next run where what follows it has come to stand: the foot of a section lost *Back*.
    """
    clear = ForwardMsgQueue.clear

    def clear_for_pages(
        self: ForwardMsgQueue,
        retain_lifecycle_msgs: bool = False,
        fragment_ids_this_run: list[str] | None = None,
    ) -> None:
        if fragment_ids_this_run is None:
            clear(self, retain_lifecycle_msgs)
        self._delta_index_map = {}  # what a fragment says now must not take the place of what it said before

    ForwardMsgQueue.clear = clear_for_pages  # type: ignore[method-assign]


keep_unsent()
