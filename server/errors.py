"""What a visitor sees of an error that nobody expected: a sentence with the number that the log has too."""

import logging

import streamlit as st

from ui.language import _
from ui.log import UNEXPECTED, log_error


def log_once() -> None:
    """Silence Streamlit's own line about an error, which `answer_error` logs with its number."""
    logging.getLogger("streamlit.error_util").addFilter(
        lambda record: record.getMessage() != "Uncaught app execution"
    )


def answer_error(error: Exception) -> bool:
    """Log it and show the sentence; nothing of the error itself gets onto the page."""
    st.error(_(UNEXPECTED).format(log_error(error)), icon=":material/healing:")
    return True
