"""What stands in the sidebar on every page, below the table of contents."""

import streamlit as st

from ui.address import bound
from ui.address.settings import EVERYWHERE
from ui.brand import logo
from ui.components.fragment import fragment
from ui.components.kept_marks import keep_marks
from ui.components.look import style_everywhere
from ui.components.page import tend_page
from ui.course import COURSE, Page
from ui.language import _
from ui.resources import training_images_here
from ui.state.marks import progress
from ui.state.own_network import OwnNetwork, back_to_ours, keep_in_address, own_network
from ui.theme import current_theme
from ui.widgets.choose_language import choose_language, cookie
from ui.widgets.join import join_button
from ui.widgets.my_marks import show_my_marks
from ui.widgets.reset import reset_button
from ui.work import forget, show_work, work


def sidebar(page: str) -> None:
    """Show the logo, and small tools below the table of contents."""
    st.logo(logo(current_theme()), size="large")
    with st.sidebar:
        _own_network()
        with st.container(key="sidebar-tools", gap=None):
            join_button(page)
            reset_button(page)
            show_my_marks()
            st.toggle(
                _("Predict first"),
                **bound(EVERYWHERE, "predict"),
                help=_(
                    "Guess before a number or an answer is shown. The page’s link remembers this setting."
                ),
            )
            choose_language()
        keep_marks()
        keep_in_address()
        style_everywhere(current_theme())
        tend_page(cookie())


def named(page: Page) -> str:
    """Return the name of a page in the table of contents, with how many of its checks are done."""
    done, total = progress(page.url) if page in COURSE else (0, 0)
    return _("{page} {done}/{total}").format(page=page.title, done=done, total=total) if done else page.title


def _own_network() -> None:
    """Name the network that the visitor brought, with the way back to ours."""
    own = own_network()
    if own:
        words = _("**Your network is in use:** {name} ({sizes})")
        st.markdown(words.format(name=own.name, sizes=own.sizes))
        st.button(_("Back to our network"), on_click=back_to_ours, icon=":material/undo:")
        if own.network.bar is None and training_images_here():
            _measure_bar(own)


@fragment
def _measure_bar(own: OwnNetwork) -> None:
    """Measure the bar of the network, unless something else is being computed."""
    current = st.session_state.get("working")
    if current is not None and current.request is not own:
        if current.running:
            return
        forget("bar")  # what ended it is over: begin again
    measuring = work("bar", own, own.measure_bar)
    if measuring.finished:
        st.rerun()  # what the page says of its answers hangs on it
    if measuring.running:
        st.caption(_("Measuring how high its best score must be …"))
    show_work(measuring, "bar")
