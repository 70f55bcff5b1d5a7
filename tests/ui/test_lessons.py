"""The prose of the course: the reader of its format, and that every file keeps to it."""

import re
from collections import Counter
from pathlib import Path

import pytest

from tests.support.reading import bold_terms
from tools.lesson_pairs import pieces
from ui.course import COURSE
from ui.glossary_file import by_every_form, read_glossary
from ui.language import LANGUAGES
from ui.lessons import (
    VERBATIM,
    Lesson,
    Part,
    Section,
    fill_in,
    pages,
    parse,
    placeholders,
    read_lesson,
    read_prose,
)
from ui.teach.plans import plan_parts

ROOT = Path(__file__).resolve().parent.parent.parent
LESSONS = {page: read_lesson(page) for page in pages()}
SECTIONS = [section for lesson in LESSONS.values() for section in lesson.sections]
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
KINDS = ("idea", "play", "seen", "more", "try", "takeaway", "check", "predict")
SENTENCE = re.compile(r"[.!?]”?(?=\s|$)")

SAMPLE = """# Is it so?

## one-section: A section

The idea of a **neuron**: $w^{(abc)}$ is `{code}`, {live}.

### check first: say
How many?
answer: {live}
unit: %
right: So it is.
hint half: That is {half}.

### check second: choose
Which?
- [x] This :: Yes.
- [ ] That :: No.

### predict third: choose
Which?
- [ ] yes
- [ ] no
answer: {live}
right: R.
wrong: W.

### seen also-late
Late.

### takeaway
On.
"""


def whole(section: Section) -> str:
    """Return all that a section says."""
    return "\n\n".join(part.text for part in section.parts)


def test_live_values_stand_outside_formulas_and_code() -> None:
    idea = parse(SAMPLE)["one-section"].parts[0].text
    assert placeholders(idea) == {"live"}
    assert fill_in(idea, {"live": "7"}).endswith("$w^{(abc)}$ is `{code}`, 7.")
    with pytest.raises(KeyError):
        fill_in(idea, {})


def test_fixed_numbers_of_a_check_stand_beside_the_hint_that_they_get() -> None:
    fixed = SAMPLE.replace("answer: {live}\nunit", "answer: 1\nunit").replace(
        "hint half:", "hint half (0.5, -1):"
    )
    (check, *_others) = parse(fixed)["one-section"].checks
    assert check.mistakes == {"half": (0.5, -1.0)}
    assert check.hints == {"half": "That is {half}."} == parse(SAMPLE)["one-section"].checks[0].hints
    assert parse(SAMPLE)["one-section"].checks[0].mistakes == {}
    others = pieces(fixed.replace("(0.5, -1)", "(0.5, 1)")), pieces(fixed.replace("answer: 1", "answer: 2"))
    assert pieces(fixed) not in others, "a translation must have the same numbers"


def test_a_korean_ending_stays_on_the_line_of_its_word() -> None:
    assert fill_in("{share}입니다. `W[0]`은 (다음)을", {"share": "42%"}).split("\u2060") == [
        "42%",
        "입니다. `W[0]`",
        "은 (다음)",
        "을",
    ]


def faults(lesson: Lesson) -> list[str]:
    """Return what does not keep to the format."""
    parts = [part for section in lesson.sections for part in section.parts]
    asked = [part.question for part in parts if part.question]
    names = [section.name for section in lesson.sections] + [question.name for question in asked]
    return [
        *(name for name in names if not NAME.fullmatch(name)),
        *(section.name for section in lesson.sections if not section.heading),
        *(part.kind for part in parts if part.kind not in KINDS),
        *(q.name for q in asked if q.kind not in ("do", "say", "choose", "rows") or not q.text),
    ] + [
        check.name
        for section in lesson.sections
        for check in section.checks
        if check.kind == "choose" and [choice.right for choice in check.choices].count(True) != 1
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_file_keeps_to_the_format(language: str) -> None:
    for page in pages():
        assert read_prose(page, language).startswith("# ")
        assert faults(read_lesson(page, language)) == [], page


def test_what_does_not_keep_to_the_format_is_found() -> None:
    assert faults(parse(SAMPLE)) == []
    for old, new in (
        ("## one-section: A section", "## A section"),
        ("### seen also-late", "### scene also-late"),
        ("- [x] This", "- [ ] This"),
        ("- [ ] That", "- [x] That"),
    ):
        assert faults(parse(SAMPLE.replace(old, new)))


def test_every_page_of_the_course_has_a_lesson() -> None:
    assert set(LESSONS) == {entry.url for entry in COURSE}


def test_names_are_the_only_ones_of_their_kind_in_the_course() -> None:
    sections = [section.name for section in SECTIONS]
    asked = [part.title for section in SECTIONS for part in section.of("check", "predict")]
    assert [n for n, times in Counter(sections).items() if times > 1] == []
    assert [n for n, times in Counter(asked).items() if times > 1] == []


def test_a_paragraph_of_an_idea_has_at_most_four_sentences() -> None:
    long = []
    for section in SECTIONS:
        most = 4 if section.short != section.heading else 5  # the old layout has an idea in one paragraph
        paragraphs = next(section.of("idea")).text.split("\n\n")
        long += [p for p in paragraphs if len(SENTENCE.findall(VERBATIM.sub("x", p))) > most]
    assert long == []


def is_whole(part: Part) -> bool:
    """Whether a question has what is said to every answer."""
    question = part.question
    assert question
    answer, texts = question.lines.get("answer", ""), [choice.text for choice in question.choices]
    if part.kind == "predict":
        among = not texts or bool(placeholders(answer)) or answer in texts
        return {"answer", "right", "wrong"} <= set(question.lines) and among
    needed: dict[str, set[str]] = {"do": {"done"}, "say": {"answer", "right"}, "choose": set()}
    reasons = all(choice.reason for choice in question.choices)
    return (
        needed[question.kind] <= set(question.lines)
        and reasons
        and (len(texts) > 2 or question.kind != "choose")
    )


def test_a_question_has_what_is_said_to_every_answer() -> None:
    asked = [part for section in SECTIONS for part in section.of("check", "predict")]
    assert [part.title for part in asked if not is_whole(part)] == []


def test_the_bold_words_are_the_glossary() -> None:
    entries = read_glossary()
    forms, used = by_every_form(entries), set()
    for page, lesson in LESSONS.items():
        terms = [term.lower() for section in lesson.sections for term in bold_terms(whole(section))]
        assert [term for term in terms if term not in forms] == [], page
        assert [term for term, times in Counter(terms).items() if times > 1] == [], page
        used |= {forms[term].term.lower() for term in terms}
    assert sorted(set(entries) - used) == []


def test_related_words_are_entries() -> None:
    entries = read_glossary()
    assert all(word.lower() in entries for entry in entries.values() for word in entry.see)
    anchors = [entry.anchor for entry in entries.values()]
    assert len(set(anchors)) == len(anchors)


def test_the_plans_for_teachers_fill_their_time_with_checks_that_there_are() -> None:
    """Their links are opened in `tests/pages/test_lessons.py`."""
    plans = {(plan.name, plan.heading): plan_parts(plan) for plan in read_lesson("teach").sections}
    minutes = {name: sum(part.minutes for part in parts) for name, parts in plans.items()}
    learning = ("watch it learn", "how wrong", "the way back")
    whole = {("45", ""): 45, ("90", ""): 90, ("2x90", ""): 180}
    assert minutes == whole | {("90", page): 90 for page in learning}
    checks = {check.name for section in SECTIONS for check in section.checks}
    parts = [part for each in plans.values() for part in each]
    assert [part.title for part in parts if part.check not in checks or len(part.wrong) < 2] == []
