"""This machine's address in its own network, as phones there reach it."""

import socket


def own_address() -> str | None:
    """Return this machine's address in its network, or None if it is in none. Sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # a documentation address: routed, never reached
            return str(probe.getsockname()[0])
        except OSError:
            return None
