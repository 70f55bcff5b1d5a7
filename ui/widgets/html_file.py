"""A file to take along or to print: HTML that needs nothing else, has no script and may load none."""

from ui.components.markup import Safe, css, fill

PAPER = """<!doctype html>
<html lang="en"><head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width"/>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
<title>$title</title>
<style>$base$style</style>
</head><body>
$body
</body></html>
"""
BASE = css(
    """
* {box-sizing: border-box}
body {font: 11pt/1.4 sans-serif; color: #000; background: #fff; max-width: 180mm; margin: 0 auto;
  padding: 1rem}
h1, h2, h3 {font-family: serif; margin: 0; break-after: avoid}
@page {margin: 13mm 15mm}
@media print {body {max-width: none; padding: 0}}
"""
)
"""Black on white, as wide as A4; on A4 and Letter alike."""


def paper(title: str, style: Safe, body: Safe) -> Safe:
    """Return the file.

    Parameters
    ----------
    title : str
        The name of the document.
    style, body : Safe
        Its own CSS, and what stands on it.
    """
    return fill(PAPER, title=title, base=BASE, style=style, body=body)
