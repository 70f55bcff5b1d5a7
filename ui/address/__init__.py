"""What comes with a link: a table of all settings, and the one way by which they are read and written."""

from ui.address.link import (
    bare,
    bound,
    drop,
    enter,
    fell,
    here,
    linked_with,
    mirror,
    page_link,
    parameter,
    put,
    settings_now,
    settings_of,
    starts,
    value_of,
)
from ui.address.packed import as_text, pack, pack_row
from ui.address.settings import PARAMETERS

__all__ = [
    "PARAMETERS",
    "as_text",
    "bare",
    "bound",
    "drop",
    "enter",
    "fell",
    "here",
    "linked_with",
    "mirror",
    "pack",
    "pack_row",
    "page_link",
    "parameter",
    "put",
    "settings_now",
    "settings_of",
    "starts",
    "value_of",
]
