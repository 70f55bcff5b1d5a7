"""Whether a port can be listened on."""

import socket


def is_free(port: int) -> bool:
    """Whether one may listen on a port, and nobody does."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("", port))
        except OSError:
            return False
    return True
