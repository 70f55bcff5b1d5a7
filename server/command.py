"""`gates-to-digits`: the command of an installed copy, all of which is in one folder, gates_to_digits/."""

import sys
from argparse import ArgumentParser
from importlib.metadata import version
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent


def main() -> None:
    """Read the options and run the server."""
    parser = ArgumentParser("gates-to-digits", description="Serve the course Gates to Digits.")
    parser.add_argument(
        "--port", default="", help="where it listens; by default the first free one from 8501 on"
    )
    parser.add_argument("--host", default="", help="the only address to listen on, such as 127.0.0.1")
    parser.add_argument("--open", action="store_true", help="open it in the browser")
    parser.add_argument("--version", action="version", version=version("gates-to-digits"))
    asked = parser.parse_args()
    sys.path.insert(0, str(FOLDER))
    from server.launch import announce, chosen_port, serve

    port = chosen_port(asked.port, "--port")
    announce(port, asked.host)
    address = [f"--server.address={asked.host}"] if asked.host else []
    serve(port, f"--server.headless={str(not asked.open).lower()}", *address)
