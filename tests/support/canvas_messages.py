"""What our canvas says of what is drawn on it, in its own words."""

import base64
import io
from typing import Any

from PIL import Image

from ui.state.canvas_report import URL, paper_of

IMAGE = '{"type": "Image", "src": "data:image/png;base64,ours"}'


def stroke(**changes: object) -> dict[str, Any]:
    """A stroke in the words of Fabric 7.4, less what plays no part."""
    path = [["M", 112, 41.401875], ["Q", 112, 41.421875, 112, 65.921875], ["L", 112, 237.441875]]
    words = {"type": "Path", "version": "7.4.0", "originX": "center", "originY": "center", "left": 112}
    words |= {"top": 139.4219, "width": 0, "height": 196.04, "stroke": "#22252B", "strokeWidth": 20}
    return words | {"path": path, "shadow": None, "lockRotation": False} | changes


def png(width: int = 280, height: int = 280, mode: str = "RGBA") -> bytes:
    file = io.BytesIO()
    Image.new(mode, (width, height)).save(file, "PNG")
    return file.getvalue()


def url(picture: bytes) -> str:
    return URL + base64.b64encode(picture).decode()


def reported(*objects: object, picture: bytes = png(), paper: object = paper_of(3)) -> dict[str, Any]:
    return {"raw": {"version": "7.4.0", "objects": list(objects), "background": paper}, "data": url(picture)}
