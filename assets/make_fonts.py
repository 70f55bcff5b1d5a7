"""Make the fonts by which pictures write other scripts, cut to the characters that their languages use.

    npm install --prefix .cache/fonts @fontsource/noto-sans-kr@5.3.0 @fontsource/noto-sans-jp@5.3.0
    python -m assets.make_fonts .cache/fonts

Run it again when a translation has a character that it had not: a test says so.
"""

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from nncore.base.assets import note_checksums
from nncore.base.whole_file import whole_file
from tools.languages import forms, read_catalogue
from ui.figures.typeface import FILES, file_of
from ui.language import LANGUAGES
from ui.lessons import FOLDER

ASSETS = Path(__file__).resolve().parent
SOURCES = {"ko": "noto-sans-kr/files/noto-sans-kr-korean", "ja": "noto-sans-jp/files/noto-sans-jp-japanese"}
OWN = TTFont(ASSETS / FILES[0]).getBestCmap()
"""The characters that pictures have from the course's own typeface."""


def said_in(code: str) -> Iterator[str]:
    """Yield all that the interface and the lessons say in a language, and what it calls itself."""
    yield LANGUAGES[code].name
    for message in read_catalogue(code):
        yield from forms(message.string) if message.id else ()
    for file in sorted((FOLDER / code).glob("*.md")):
        yield file.read_text(encoding="utf-8")


def characters_of(code: str) -> set[int]:
    """Return the characters of a language that the course's own typeface lacks."""
    return {ord(character) for text in said_in(code) for character in text if character > " "} - set(OWN)


def cut(font: TTFont, family: str, characters: set[int]) -> bytes:
    """Return a font with these characters alone, without a date, so that the same is made each time.

    The package calls it Thin, after the weight that its designers began with.
    """
    subsetter = Subsetter(Options(layout_features=[], name_IDs=[0, 1, 2, 4, 5, 6, 13, 14]))
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    for number, name in ((1, family), (4, family), (6, family.replace(" ", ""))):
        font["name"].setName(name, number, 3, 1, 0x409)
    font.flavor, font.recalcTimestamp = None, False
    file = BytesIO()
    font.save(file)
    return file.getvalue()


def main(folder: Path) -> None:
    """Write a font for each language that has one, and note its checksum."""
    for code, name in SOURCES.items():
        source = folder / f"node_modules/@fontsource/{name}-400-normal.woff"
        if not source.exists():
            sys.exit(f"{source} is missing: install the packages that the head of this script names.")
        content = cut(TTFont(source), LANGUAGES[code].figures, characters_of(code))
        with whole_file(ASSETS / file_of(LANGUAGES[code].figures)) as file:
            file.write(content)
        sys.stdout.write(f"{LANGUAGES[code].figures}: {len(content) / 1e3:.0f} kB\n")
        note_checksums(file_of(LANGUAGES[code].figures))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Give the folder that npm has installed the fonts in.")
    main(Path(sys.argv[1]))
