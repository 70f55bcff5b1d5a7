"""How the lessons of a language differ from the English ones: all but the words must be the same."""

import re
from collections.abc import Iterator

from ui.glossary_file import by_every_form, read_glossary, read_letters
from ui.lessons import (
    BOLD,
    FOLDER,
    VERBATIM,
    LessonError,
    Part,
    Question,
    Section,
    pages,
    placeholders,
    read_lesson,
    read_prose,
)
from ui.teach.plans import read_plans
from ui.teach.worksheets.worksheet_prose import read_worksheets

WORDS_IN_FORMULA = re.compile(r"\\(?:text|mathrm)\{[^{}]*\}")
FILES = ("glossary", "teach", "worksheets", "changes")


def lesson_differences(code: str) -> list[str]:
    """Return what is missing or different in the lessons of a language, a line each."""
    found = []
    for name in (*pages(), *FILES):
        if not (FOLDER / code / f"{name}.md").exists():
            found.append(f"lessons/{code}/{name}.md is missing")
            continue
        try:
            compare = {"glossary": _glossary, "teach": _plans, "worksheets": _worksheets, "changes": _changes}
            found += [f"lessons/{code}/{name}.md: {line}" for line in compare.get(name, _lesson)(name, code)]
        except LessonError as error:
            found.append(f"lessons/{code}/{name}.md: {error}")
    return found


def same(what: str, ours: object, english: object) -> Iterator[str]:
    """Yield a line if two things differ that must not."""
    if ours != english:
        yield f"{what} should be {english!r}, not {ours!r}"


def same_text(what: str, ours: str, english: str) -> Iterator[str]:
    """Yield a line for each kind of thing in a text, formulas, code and live values, that differs."""
    yield from same(f"{what}: the formulas and code", _verbatim(ours), _verbatim(english))
    yield from same(f"{what}: the live values", placeholders(ours), placeholders(english))


def _verbatim(text: str) -> set[str]:
    return {WORDS_IN_FORMULA.sub("…", " ".join(each.split())) for each in VERBATIM.findall(text)}


def _lesson(page: str, code: str) -> Iterator[str]:
    ours, english = read_lesson(page, code), read_lesson(page)
    terms = by_every_form(read_glossary(code))
    yield from same("the sections", [each.name for each in ours.sections], [s.name for s in english.sections])
    yield from same_text("the opening", ours.opening, english.opening)
    for one, other in zip(ours.sections, english.sections, strict=False):
        yield from _section(one, other)
    for word in map(_in_one_line, BOLD.findall(VERBATIM.sub("", read_prose(page, code)))):
        if word not in terms:
            yield f"the bold word {word!r} is no term of the glossary"


def _in_one_line(word: str) -> str:
    return " ".join(word.split()).lower()


def _section(ours: Section, english: Section) -> Iterator[str]:
    kinds = [[(part.kind, _id(part)) for part in each.parts] for each in (ours, english)]
    yield from same(f"{ours.name}: the parts", *kinds)
    for one, other in zip(ours.parts, english.parts, strict=False):
        what = f"{ours.name}, {one.kind} {_id(one)}".strip()
        yield from same_text(what, f"{one.title} {one.text}", f"{other.title} {other.text}")
        if one.question and other.question:
            yield from _question(what, one.question, other.question)


def _id(part: Part) -> str:
    """Return what stands behind the kind of a part, unless it is a title."""
    return part.title if part.kind in ("seen", "check", "predict") else ""


def _question(what: str, ours: Question, english: Question) -> Iterator[str]:
    yield from same(f"{what}: the kind", ours.kind, english.kind)
    yield from same(f"{what}: the fields", list(ours.lines), list(english.lines))
    yield from same_text(what, ours.text, english.text)
    for key in set(ours.lines) & set(english.lines):
        yield from same_text(f"{what}, {key}", ours.lines[key], english.lines[key])
    yield from same(
        f"{what}: which choices are right", *([c.right for c in each.choices] for each in (ours, english))
    )
    for one, other in zip(ours.choices, english.choices, strict=False):
        yield from same_text(
            f"{what}, “{one.text}”", f"{one.text} {one.reason}", f"{other.text} {other.reason}"
        )


def _glossary(_: str, code: str) -> Iterator[str]:
    ours, english = read_glossary(code), read_glossary()
    forms = by_every_form(ours)
    yield from same("the number of entries", len(ours), len(english))
    letters = [re.findall(r"^\| (.+?) \|", read_letters(each), flags=re.M)[2:] for each in (code, "en")]
    yield from same("the letters", *letters)
    for entry in ours.values():
        yield from (
            f"{entry.term}: see {word} is no entry" for word in entry.see if word.lower() not in forms
        )


def _plans(_: str, code: str) -> Iterator[str]:
    def ids(language: str) -> list[list[tuple[int, str, str, int]]]:
        plans = read_plans(language)[1]
        return [[(p.minutes, p.link, p.check, len(p.wrong)) for p in plan.parts] for plan in plans]

    yield from same("minutes, link, check and number of wrong answers", ids(code), ids("en"))


def _worksheets(_: str, code: str) -> Iterator[str]:
    ours, english = read_worksheets(code).sheets, read_worksheets().sheets
    yield from same("the sheets", list(ours), list(english))
    for name in set(ours) & set(english):
        tasks = [[task.name for task in each[name].tasks] for each in (ours, english)]
        yield from same(f"{name}: the tasks", *tasks)
        for one, other in zip(ours[name].tasks, english[name].tasks, strict=False):
            yield from same_text(f"{name}, {one.name}", one.text, other.text)
            yield from same_text(f"{name}, {one.name}: the answer", one.answer, other.answer)


def _changes(_: str, code: str) -> Iterator[str]:
    if not read_prose("changes", code).startswith("# "):
        yield "it begins with a headline, # …"
