"""Make every picture anew: ``make screenshots``, or ``python -m tools.screenshots FOLDER`` to try it."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from tools.programs import CHROMIUM_ARGUMENTS, find_chromium
from tools.screenshots.preview import make_preview
from tools.screenshots.tour import make_tour
from tools.serving import ROOT, serving
from ui.brand import PREVIEW


def main(preview: Path, tour: Path) -> None:
    """Serve the course, open a browser, and take the pictures."""
    with (
        TemporaryDirectory() as folder,
        serving(Path(folder, "log")) as (address, _),
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=CHROMIUM_ARGUMENTS)
        make_preview(browser, address, preview)
        make_tour(browser, address, tour)
        browser.close()


if len(sys.argv) > 1:
    main(*(Path(sys.argv[1], name) for name in ("preview.png", "tour.webp")))
else:
    main(PREVIEW, ROOT / "docs/tour.webp")
