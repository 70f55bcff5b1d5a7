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
    options,
    page_link,
    parameter,
    put,
    settings_now,
    settings_of,
    starts,
    value_of,
)
from ui.address.packed import as_text, from_text, pack, pack_row, unpack, unpack_row
from ui.address.settings import PARAMETERS

__all__ = [
    "PARAMETERS",
    "as_text",
    "bare",
    "bound",
    "drop",
    "enter",
    "fell",
    "from_text",
    "here",
    "linked_with",
    "mirror",
    "options",
    "pack",
    "pack_row",
    "page_link",
    "parameter",
    "put",
    "settings_now",
    "settings_of",
    "starts",
    "unpack",
    "unpack_row",
    "value_of",
]
