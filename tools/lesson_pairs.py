"""How the lessons of a language differ from the English ones: all but the words must be the same.

A file is cut at its marks: headings, answers, hints, choices. Two files must have the same marks, and after
each of them the same formulas, code and live values.
"""

import re
from collections.abc import Iterator
from itertools import zip_longest

from ui.glossary_file import by_every_form, read_glossary, read_letters
from ui.lessons import (
    BOLD,
    FOLDER,
    OTHERS,
    VERBATIM,
    pages,
    placeholders,
    read_lesson,
    read_prose,
)

WORDS_IN_FORMULA = re.compile(r"\\(?:text|mathrm)\{[^{}]*\}")
MARK = re.compile(
    r"^(#+ (?:(?:check|predict|seen)\b.*|(?:play|more|try|takeaway|go)\b|[a-z0-9-]+:)?"
    r"|(?:minutes|link|check): .*|answer: -?[0-9.]+$"
    r"|(?:aim|ask|answer|unit|right|wrong|done|hint [^:]+):|- \[[ x]\])",
    re.M,
)
"""A line without words, or what it begins with before its words."""
Piece = tuple[str, str]
"""A mark, and the formulas, code and live values up to the next."""


def lesson_differences(code: str) -> list[str]:
    """Return what is missing or different in the lessons of a language, a line each."""
    found = []
    for name in (*pages(), *OTHERS, "changes"):
        found += [f"lessons/{code}/{name}.md: {line}" for line in _differences(name, code)]
    return found


def _differences(name: str, code: str) -> Iterator[str]:
    if not (FOLDER / code / f"{name}.md").exists():
        yield "is missing"
    elif name == "glossary":
        yield from _glossary(code)
    elif name == "changes":
        if not read_prose(name, code).startswith("# "):
            yield "it begins with a headline, # …"
    else:
        yield from _pieces(read_prose(name, code), read_prose(name))
        yield from _whole(name, code)


def _pieces(text: str, english: str) -> Iterator[str]:
    """Yield a line for each piece that differs, up to the first other mark: what follows it differs too."""
    at = ""
    for ours, theirs in zip_longest(pieces(text), pieces(english), fillvalue=("nothing", "")):
        at = theirs[0] if theirs[0].startswith("#") else at
        if ours != theirs:
            yield f"{at}: {' '.join(ours)} should be {' '.join(theirs)}"
        if ours[0] != theirs[0]:
            return


def pieces(text: str) -> list[Piece]:
    """Cut a text at its marks."""
    marks = ["", *MARK.findall(text)]
    texts = MARK.split(text)[::2]
    return [(mark, _verbatim(piece)) for mark, piece in zip(marks, texts, strict=True)]


def _verbatim(text: str) -> str:
    code = {WORDS_IN_FORMULA.sub("…", " ".join(each.split())) for each in VERBATIM.findall(text)}
    return " ".join([*sorted(code), *(f"{{{name}}}" for name in sorted(placeholders(text)))])


def _whole(name: str, code: str) -> Iterator[str]:
    """Read a file as the course does; yield a line for each bold word of a lesson that is no term."""
    if name in OTHERS:
        return
    read_lesson(name, code)
    terms = by_every_form(read_glossary(code))
    for word in BOLD.findall(VERBATIM.sub("", read_prose(name, code))):
        if " ".join(word.split()).lower() not in terms:
            yield f"the bold word {word!r} is no term of the glossary"


def _glossary(code: str) -> Iterator[str]:
    ours, english = read_glossary(code), read_glossary()
    forms = by_every_form(ours)
    if len(ours) != len(english):
        yield f"it should have {len(english)} entries, not {len(ours)}"
    letters, wanted = (re.findall(r"^\| (.+?) \|", read_letters(each), re.M)[2:] for each in (code, "en"))
    if letters != wanted:
        yield f"the letters should be {wanted}, not {letters}"
    for entry in ours.values():
        yield from (
            f"{entry.term}: see {word} is no entry" for word in entry.see if word.lower() not in forms
        )
