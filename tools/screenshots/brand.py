"""The product's pictures, from its mark: a gate with a digit in it, drawn so that 16 pixels do."""

import base64
import re

import numpy as np
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import TextPath
from playwright.sync_api import Browser

from nncore.base.assets import ASSETS
from tools.screenshots.picture import small
from ui.brand import BRAND, NAME, PREVIEW, PREVIEW_SIZE
from ui.theme import LIGHT

MARK = (BRAND / "mark.svg").read_text(encoding="utf-8")
ICON, TOUCH = 64, 180
"""Pixels of the icon in a browser's tab, and of the one on a phone's home screen."""
COMMANDS = {TextPath.MOVETO: "M", TextPath.LINETO: "L", TextPath.CURVE3: "Q", TextPath.CURVE4: "C"}
DIAGRAM = "/forward?at=digit-network&step=Y"
"""The page whose diagram stands beside the name."""
CARD = """
<style>
  @font-face {{ font-family: head; src: url({head}) }}
  @font-face {{ font-family: text; src: url({text}) }}
  body {{ margin: 0; height: 100vh; display: flex; align-items: center; background: {paper}; color: {ink} }}
  div {{ width: 390px; margin: 0 50px 0 80px }}
  svg {{ width: 110px }}
  h1 {{ font: 64px/1.05 head; margin: 28px 0 }}
  p {{ font: 30px/1.3 text; margin: 0 }}
  img {{ width: 620px }}
</style>
<div>{mark}<h1>{name}</h1><p>{words}</p></div><img src="{diagram}">
"""
WORDS = "From one perceptron to a network that reads the digit you draw"


def outlined(text: str, size: float) -> tuple[str, float]:
    """Return a text in Source Serif as the path of an SVG, its baseline at y = 0, and its width."""
    path = TextPath((0, 0), text, size, prop=FontProperties(fname=ASSETS / "fonts/SourceSerif4-Bold.otf"))
    parts = []
    for points, code in path.iter_segments(curves=True, simplify=False):
        places = " ".join(f"{x:.2f} {-y:.2f}" for x, y in np.reshape(points, (-1, 2)))
        parts.append("Z" if code == TextPath.CLOSEPOLY else f"{COMMANDS[code]}{places}")
    return "".join(parts), float(path.get_extents().x1)


def logo() -> str:
    """Return the mark with the name beside it; the name is in `currentColor`, for either theme."""
    path, width = outlined(NAME, 19.5)
    inside = re.sub(r"</?svg[^>]*>\n?", "", MARK).strip()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width + 37:.0f} 32" role="img">\n'
        f"<title>{NAME}</title>\n"
        f'<g transform="translate(0 2) scale(1.75)">\n  {inside}\n</g>\n'
        f'<path d="{path}" transform="translate(36 22.5)" fill="currentColor"/>\n</svg>\n'
    )


def make_brand(browser: Browser, address: str) -> None:
    """Write the logo, both icons, and the picture that a chat shows beside a link."""
    (BRAND / "logo.svg").write_text(logo(), encoding="utf-8", newline="\n")
    page = browser.new_page(viewport={"width": ICON, "height": ICON})
    page.set_content(f"<style>body{{margin:0}}svg{{width:100vw}}</style>{MARK}")
    page.screenshot(path=BRAND / "icon.png", omit_background=True)
    page.set_viewport_size({"width": TOUCH, "height": TOUCH})
    page.add_style_tag(content=f"body{{background:{LIGHT.paper}}} svg{{width:70vw;margin:15vw}}")
    page.screenshot(path=BRAND / "touch-icon.png")
    page.close()
    _make_preview(browser, address)


def _make_preview(browser: Browser, address: str) -> None:
    width, height = PREVIEW_SIZE
    page = browser.new_page(viewport={"width": 1280, "height": 900}, device_scale_factor=2)
    page.goto(address + DIAGRAM)
    diagram = page.locator(".diagram svg").first.screenshot()
    page.close()
    page = browser.new_page(viewport={"width": width, "height": height})
    fonts = {"head": "SourceSerif4-Bold", "text": "SourceSans3-Regular"}
    data = {
        name: _inline((ASSETS / f"fonts/{file}.otf").read_bytes(), "font/otf") for name, file in fonts.items()
    }
    look = {"paper": LIGHT.paper, "ink": LIGHT.ink, "mark": MARK, "name": NAME, "words": WORDS}
    page.set_content(CARD.format(**data, **look, diagram=_inline(diagram, "image/png")))
    page.evaluate("document.fonts.ready")
    small(page.screenshot()).save(PREVIEW, optimize=True)
    page.close()


def _inline(content: bytes, kind: str) -> str:
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"
