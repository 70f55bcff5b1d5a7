"""Make every picture anew: ``make screenshots``."""

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tools.chromium import find
from tools.screenshots.brand import make_brand
from tools.screenshots.tour import make_tour
from tools.serving import ROOT, serving

ARGUMENTS = ["--no-sandbox", "--disable-gpu"]


def main() -> None:
    """Serve the course, open a browser, and take the pictures."""
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(Path(folder) / "log") as (address, _),
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=find(), args=ARGUMENTS)
        make_brand(browser, address)
        make_tour(browser, address, ROOT / "docs/tour.webp")
        browser.close()


main()
