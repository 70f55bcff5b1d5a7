"""What comes with a link: a table of all settings, and the one way by which they are read."""

from ui.address.link import (
    entered_with,
    narrow,
    rewrite,
    say_again,
    settings_but,
    settings_of,
    settle,
    told,
    written,
)
from ui.address.packed import as_text, from_text, pack, pack_row, unpack, unpack_row
from ui.address.settings import PARAMETERS, bare, bound, options, parameter, starts

__all__ = [
    "PARAMETERS",
    "as_text",
    "bare",
    "bound",
    "entered_with",
    "from_text",
    "narrow",
    "options",
    "pack",
    "pack_row",
    "parameter",
    "rewrite",
    "say_again",
    "settings_but",
    "settings_of",
    "settle",
    "starts",
    "told",
    "unpack",
    "unpack_row",
    "written",
]
