"""A network of one's own, brought to the page on the test set without a browser."""

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import FileUploader

from tests.support.app import opened
from ui.plain import plain

FOREIGN = "![](//evil.example/x.png) **b** <b>:smile: $x$ https://evil.example.npz"
MINE = plain("mine.npz")
"""How the name of the file stands in Markdown."""


def page() -> AppTest:
    return opened("pages/evaluate.py", "own-network")


def uploader(app: AppTest) -> FileUploader:
    """The uploader: each way back to ours makes a new one."""
    return app.file_uploader(key=f"upload-{app.session_state['own network state'].uploads}")


def uploaded(app: AppTest, name: str, content: bytes) -> AppTest:
    return uploader(app).set_value((name, content, "application/octet-stream")).run()
