"""`gates-to-digits`: the command of an installed copy, where all lies in one folder, gates_to_digits/."""

import sys
from argparse import ArgumentParser
from importlib.metadata import version
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent


def main() -> None:
    """Read the options and be the server."""
    asked = ArgumentParser("gates-to-digits", description="Serve the course Gates to Digits.")
    asked.add_argument(
        "--port", default="", help="where it listens; by default the first free one from 8501 on"
    )
    asked.add_argument("--host", default="", help="the only address to listen on, such as 127.0.0.1")
    asked.add_argument("--open", action="store_true", help="open it in the browser")
    asked.add_argument("--version", action="version", version=version("gates-to-digits"))
    said = asked.parse_args()
    sys.path.insert(0, str(FOLDER))
    from server.launch import announce, chosen_port, serve

    port = chosen_port(said.port, "--port")
    announce(port, said.host)
    address = [f"--server.address={said.host}"] if said.host else []
    serve(port, f"--server.headless={str(not said.open).lower()}", *address)
