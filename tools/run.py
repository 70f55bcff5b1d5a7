"""Start the app on a free port and print its addresses: for this machine and for phones."""

import os
import socket
import sys
from pathlib import Path

from tools import workers
from tools.ports import is_free

ROOT = Path(__file__).resolve().parent.parent


def free_port() -> int:
    """Return the first port from 8501 on that nobody listens on."""
    for port in range(8501, 8601):
        if is_free(port):
            return port
    raise SystemExit("No free port between 8501 and 8600: say which with PORT=12345.")


def own_address() -> str | None:
    """Return this machine's address in its network, or None if it is in none. Sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # a documentation address: routed, never reached
            return str(probe.getsockname()[0])
        except OSError:
            return None


def main() -> None:
    """Print the addresses and become the Streamlit server, or keep several behind HAProxy."""
    wanted = os.environ.get("PORT") or str(free_port())
    if not wanted.isdecimal() or not 0 < int(wanted) < 65_536:
        raise SystemExit(f"PORT must be a number from 1 to 65535, not {wanted!r}.")
    port = int(wanted)
    if not is_free(port):
        raise SystemExit(f"Port {port} is taken or not yours to take: choose another, or none, with PORT.")
    count = workers.wanted(os.environ)
    address = own_address()
    lines = [f"On this machine:  http://localhost:{port}"]
    if address:
        lines.append(f"On a phone:       http://{address}:{port}   (in the same network)")
    sys.stdout.write("\nGates to Digits\n  " + "\n  ".join(lines) + "\n  Ctrl-C stops it.\n\n")
    sys.stdout.flush()
    if count > 1:
        workers.serve(count, port, sys.argv[1:])
        return
    os.chdir(ROOT)
    options = [f"--server.port={port}", *sys.argv[1:]]
    os.execv(sys.executable, [sys.executable, "-m", "streamlit", "run", "serve.py", *options])


if __name__ == "__main__":
    main()
