"""The most that the server takes over the network, from one and from all, and why no more."""

# Messages over the WebSocket
FILES_ASKED_FOR = 20
"""Files are brought one at a time; a place is made for each before it comes."""
WIDGETS_OF_A_MESSAGE = 1_000
"""Widgets in one message: the fullest page has some hundred."""
HASHES_OF_A_MESSAGE = 10_000
"""Hashes of what a browser has: a page of two hundred parts, fifty times."""
FILES_OF_A_WIDGET = 4
"""Files in an uploader: it takes one."""
VALUES_OF_A_WIDGET = 1_000
"""Values chosen in one widget: the fullest has ten."""

# Connections and uploads
CONNECTIONS = 300
"""Connections at a time: ten classes; each costs a megabyte. One that has asked for no page makes room."""
MESSAGES_A_SECOND = 1
"""Messages a second from one page that faster pages never hold up."""
MESSAGES_AT_ONCE = 2
"""Messages from one page after a pause that faster pages never hold up."""
BURSTS_A_SECOND = 15
"""Messages a second from all faster pages together: a held arrow key sends 15, drawing 5; each is a run."""
BURSTS_AT_ONCE = 5
"""Messages from all faster pages after a pause: with two from each of twenty pages a second of a core."""
REDRAWS_A_SECOND = 15
"""Redraws a second of all pages that ask for them by themselves: 0.3 of a core."""
UPLOADED_BYTES = 200_000_000
"""Bytes kept of all visitors' files: ten of the largest."""
UPLOADS_A_SESSION = 2
"""Uploads at a time by one visitor, who can press one button at a time."""
UPLOADS_AT_ONCE = 32
"""Uploads at a time: a class; each may lie on the disk with 20 MB meanwhile."""
UPLOAD_PAUSE = 10
"""Seconds without a byte of an upload: one that stalls takes the place of others."""
UPLOAD_SECONDS = 180
"""Seconds for one upload: the largest file over one megabit a second."""
