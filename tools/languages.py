"""The words of the interface, collected and compiled for every language: ``make languages``.

For each language but English it collects what ``_("…")``, ``ngettext``, ``N_`` and errors say into
``lessons/<language>/LC_MESSAGES/messages.po``, compiles that, and lists what a translator has still to do
there and in the lessons beside it. What was translated stays; what changed a little is marked "fuzzy" and
counts as missing.
"""

import io
import re
import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from tools.lesson_pairs import lesson_differences
from ui.brand import NAME
from ui.language import ENGLISH, LANGUAGES
from ui.lessons import FOLDER

ROOT = FOLDER.parent
PLACES = ("app.py", "pages/*.py", "ui/**/*.py", "server/*.py", "nncore/**/*.py")
KEYWORDS = DEFAULT_KEYWORDS | {"N_": None}
DERIVED = re.compile(r"^class (\w+)\((\w+)\):", re.M)
PLACEHOLDER = re.compile(r"\{(\w*)[^{}]*\}")
SAME = datetime(2026, 1, 1, tzinfo=UTC)
"""The date in all headers, so that they never differ."""


def refusals(sources: list[str]) -> set[str]:
    """Return the names of all errors whose first argument is a sentence for visitors."""
    bases = {name: base for source in sources for name, base in DERIVED.findall(source)}
    found = {"Refused"}
    while more := {name for name, base in bases.items() if base in found} - found:
        found |= more
    return found


def empty(code: str | None = None) -> Catalog:
    """Return a catalogue without a text."""
    return Catalog(
        code,
        header_comment=f"# The words of {NAME}: `make languages` collects and compiles them.",
        project=NAME,
        msgid_bugs_address="",
        last_translator="",
        language_team="",
        creation_date=SAME,
        revision_date=SAME,
        fuzzy=False,
    )


def collected() -> Catalog:
    """Return all texts of the interface, in English."""
    catalog = empty()
    paths = sorted({path for place in PLACES for path in ROOT.glob(place)})
    keywords = KEYWORDS | dict.fromkeys(refusals([path.read_text(encoding="utf-8") for path in paths]))
    for path in paths:
        name = path.relative_to(ROOT).as_posix()
        for _, message, comments, _ in extract_from_file("python", path, keywords, ("Translators:",)):
            catalog.add(message, None, [(name, 1)], auto_comments=comments)
    return catalog


def po_file(code: str) -> Path:
    """Return the catalogue of a language, which translators edit."""
    return FOLDER / code / "LC_MESSAGES" / "messages.po"


def read_catalogue(code: str) -> Catalog:
    """Return the catalogue of a language; a new one is empty."""
    path = po_file(code)
    if not path.exists():
        return empty(code)
    with path.open("rb") as file:
        return read_po(file, code)


def renewed(code: str) -> Catalog:
    """Return the catalogue of a language with all texts of today, and none of yesterday."""
    catalog = read_catalogue(code)
    catalog.update(collected())
    catalog.obsolete.clear()
    return catalog


def as_po(catalog: Catalog) -> bytes:
    """Return a catalogue as translators edit it, in the order of the English texts."""
    file = io.BytesIO()
    write_po(file, catalog, width=110, sort_output=True, include_lineno=False)
    return file.getvalue()


def as_mo(catalog: Catalog) -> bytes:
    """Return a catalogue as gettext reads it."""
    file = io.BytesIO()
    write_mo(file, catalog)
    return file.getvalue()


def word_differences(code: str) -> list[str]:
    """Return what is missing or wrong in the catalogue of a language, a line each."""
    catalog = read_catalogue(code)
    wanted = [(forms(each.id), catalog.get(each.id)) for each in collected() if each.id]
    return [f"{wrong}: {english[0]!r}" for english, ours in wanted if (wrong := _wrong_with(english, ours))]


def forms(text: object) -> list[str]:
    """Return a text, or all forms of one about a count."""
    return [str(each or "") for each in (text if isinstance(text, list | tuple) else [text])]


def _wrong_with(english: list[str], ours: Message | None) -> str:
    """Return in a word or two what is wrong with the translation of a text."""
    if ours is None or not all(forms(ours.string)):
        return "missing"
    if ours.fuzzy:
        return "fuzzy"
    names = [set(PLACEHOLDER.findall(text)) for text in (english[-1], *forms(ours.string))]
    return "" if all(each == names[0] for each in names) else "not the same {names}"


def main() -> None:
    """Renew and compile all catalogues; list what there is to do."""
    for code in LANGUAGES:
        if code == ENGLISH:
            continue
        catalog = renewed(code)
        po_file(code).parent.mkdir(parents=True, exist_ok=True)
        po_file(code).write_bytes(as_po(catalog))
        po_file(code).with_suffix(".mo").write_bytes(as_mo(catalog))
        to_do = word_differences(code) + lesson_differences(code)
        sys.stdout.write(f"{code}: {len(catalog)} texts, {len(to_do)} things to do\n")
        sys.stdout.writelines(f"  {line}\n" for line in to_do)


if __name__ == "__main__":
    main()
