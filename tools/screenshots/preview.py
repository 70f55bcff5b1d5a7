"""The picture that a chat shows beside a link: the mark, the name, and the diagram of the digit network."""

import base64
import io
from pathlib import Path
from string import Template

from PIL import Image
from playwright.sync_api import Browser

from nncore.base.assets import ASSETS
from ui.brand import BRAND, NAME, PREVIEW_SIZE
from ui.theme import LIGHT

DIAGRAM = "/forward?at=digit-network&step=Y"
"""The page whose diagram stands beside the name."""
CARD = Template(Path(__file__).with_name("card.html").read_text(encoding="utf-8"))


def make_preview(browser: Browser, address: str, file: Path) -> None:
    """Write it, with the 256 colours that do for it."""
    width, height = PREVIEW_SIZE
    page = browser.new_page(viewport={"width": 1280, "height": 900}, device_scale_factor=2)
    page.goto(address + DIAGRAM)
    diagram = _inline(page.locator(".diagram svg").first.screenshot(), "image/png")
    page.close()
    head, text = (
        _inline((ASSETS / f"fonts/{name}.otf").read_bytes(), "font/otf")
        for name in ("SourceSerif4-Bold", "SourceSans3-Regular")
    )
    mark = (BRAND / "mark.svg").read_text(encoding="utf-8")
    look = {"paper": LIGHT.paper, "ink": LIGHT.ink, "mark": mark, "name": NAME, "diagram": diagram}
    page = browser.new_page(viewport={"width": width, "height": height})
    page.set_content(CARD.substitute(head=head, text=text, **look))
    page.evaluate("document.fonts.ready")
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    picture.quantize(256, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
    page.close()


def _inline(content: bytes, kind: str) -> str:
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"
