"""Whether the course is ready for visitors: ``python deploy/healthy.py [seconds]``; else it ends with 1.

Streamlit answers once the warm start of serve.py is over. Port and path are those of the server beside it,
from the same environment.
"""

import os
import sys
import time
import urllib.request

PORT = os.environ.get("STREAMLIT_SERVER_PORT", "8501")
BASE = os.environ.get("STREAMLIT_SERVER_BASE_URL_PATH", "").strip("/")
ADDRESS = "/".join(filter(None, (f"http://127.0.0.1:{PORT}", BASE, "_stcore/health")))


def is_healthy() -> bool:
    """Ask once."""
    try:
        with urllib.request.urlopen(ADDRESS, timeout=5) as answer:  # noqa: S310, it is always http
            return bool(answer.status == 200)
    except OSError:
        return False


if __name__ == "__main__":
    deadline = time.monotonic() + float((*sys.argv, "0")[1])
    while not (healthy := is_healthy()) and time.monotonic() < deadline:
        time.sleep(0.2)
    sys.exit(not healthy)
