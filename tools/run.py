"""Start the app on a free port and print its addresses: for this machine and for phones."""

import os
import sys

from server.launch import announce, chosen_port, serve
from tools import workers


def main() -> None:
    """Print the addresses and run the server, or keep several behind HAProxy."""
    port = chosen_port(os.environ.get("PORT", ""), "PORT")
    count = workers.wanted(os.environ)
    announce(port)
    if count:
        workers.serve(count, port, sys.argv[1:])
    else:
        serve(port, *sys.argv[1:])


if __name__ == "__main__":
    main()
