"""An HTML file to save or print: it needs no other file, has no script and may load none."""

from pathlib import Path

from ui.components.markup import Safe, css_of, fill
from ui.language import language

PAPER = """<!doctype html>
<html lang="$language"><head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width"/>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
<title>$title</title>
<style>$style</style>
</head><body>
$body
</body></html>
"""
STYLE = css_of(Path(__file__).with_name("paper.css"))


def paper(title: str, body: Safe) -> Safe:
    """Return the file with this title and body."""
    return fill(PAPER, title=title, language=language(), style=STYLE, body=body)
