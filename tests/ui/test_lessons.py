"""The prose of the course: the reader of its format, and that every file keeps to it."""

import re
from collections import Counter
from itertools import chain
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.support.reading import bold_terms
from ui.address import PARAMETERS
from ui.address.settings import EVERYWHERE
from ui.course import BESIDE, COURSE
from ui.glossary_file import by_every_form, read_glossary
from ui.lessons import (
    VERBATIM,
    Beat,
    LessonError,
    fill_in,
    pages,
    parse,
    placeholders,
    read_lesson,
)
from ui.teach.plans import read_plans

ROOT = Path(__file__).resolve().parent.parent.parent
LESSONS = {page: read_lesson(page) for page in pages()}
BEATS = [beat for lesson in LESSONS.values() for beat in lesson.beats]
SENTENCE = re.compile(r"[.!?]”?(?=\s|$)")

SAMPLE = """# Is it so?

Opening, {accuracy}.

## one-beat: A beat

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

### go /gates: On
"""


def whole(beat: Beat) -> str:
    """Return all that a beat says."""
    return "\n\n".join(part.text for part in beat.parts)


def test_a_lesson_is_read() -> None:
    lesson = parse(SAMPLE)
    assert (lesson.question, lesson.opening) == ("Is it so?", "Opening, {accuracy}.")
    beat = lesson["one-beat"]
    assert [part.kind for part in beat.parts] == ["idea", "check", "check", "predict", "seen", "go"]
    first, second = beat.checks
    assert (first.kind, first.text, first.lines["unit"]) == ("say", "How many?", "%")
    assert first.hints == {"half": "That is {half}."}
    assert [(c.text, c.right, c.reason) for c in second.choices] == [
        ("This", True, "Yes."),
        ("That", False, "No."),
    ]
    (third,) = [part.question for part in beat.of("predict") if part.question]
    assert [(c.text, c.right) for c in third.choices] == [("yes", False), ("no", False)]


def test_live_values_stand_outside_formulas_and_code() -> None:
    idea = parse(SAMPLE)["one-beat"].parts[0].text
    assert placeholders(idea) == {"live"}
    assert fill_in(idea, {"live": "7"}).endswith("$w^{(abc)}$ is `{code}`, 7.")
    with pytest.raises(KeyError):
        fill_in(idea, {})


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("# Is it so?", "Is it so?"),
        ("## one-beat: A beat", "## A beat"),
        ("### seen also-late", "### scene also-late"),
        ("- [x] This", "- [ ] This"),
        ("- [ ] That", "- [x] That"),
    ],
)
def test_what_does_not_keep_to_the_format_is_refused(old: str, new: str) -> None:
    with pytest.raises(LessonError):
        parse(SAMPLE.replace(old, new))


def test_every_page_of_the_course_has_a_lesson() -> None:
    assert set(LESSONS) == {stop.url for stop in COURSE}


def test_names_are_the_only_ones_of_their_kind_in_the_course() -> None:
    beats = [beat.name for beat in BEATS]
    asked = [part.title for beat in BEATS for part in beat.of("check", "predict")]
    assert [n for n, times in Counter(beats).items() if times > 1] == []
    assert [n for n, times in Counter(asked).items() if times > 1] == []


@pytest.mark.parametrize("beat", BEATS, ids=lambda beat: beat.name)
def test_a_paragraph_of_an_idea_has_at_most_four_sentences(beat: Beat) -> None:
    most = 4 if beat.short != beat.heading else 5  # the old layout has an idea in one paragraph
    for paragraph in next(beat.of("idea")).text.split("\n\n"):
        assert len(SENTENCE.findall(VERBATIM.sub("x", paragraph))) <= most


@pytest.mark.parametrize("beat", BEATS, ids=lambda beat: beat.name)
def test_a_question_has_what_is_said_to_every_answer(beat: Beat) -> None:
    for part in beat.of("check", "predict"):
        question = part.question
        assert question
        needed = {"do": {"done"}, "say": {"answer", "right"}, "choose": set()}
        if part.kind == "predict":
            needed = {kind: {"answer", "right", "wrong"} for kind in ("say", "choose", "rows")}
        assert needed[question.kind] <= set(question.lines), question.name
        if part.kind == "check":
            assert all(choice.reason for choice in question.choices), question.name
            assert len(question.choices) >= 3 or question.kind != "choose", question.name
        answer = question.lines.get("answer", "")
        if part.kind == "predict" and question.choices and not placeholders(answer):
            assert answer in [choice.text for choice in question.choices]


def test_the_bold_words_are_the_glossary() -> None:
    entries = read_glossary()
    forms, used = by_every_form(entries), set()
    for page, lesson in LESSONS.items():
        said = [lesson.opening, *(whole(beat) for beat in lesson.beats)]
        terms = [term.lower() for term in chain.from_iterable(map(bold_terms, said))]
        assert [term for term in terms if term not in forms] == [], page
        assert [term for term, times in Counter(terms).items() if times > 1] == [], page
        used |= {forms[term].term.lower() for term in terms}
    assert sorted(set(entries) - used) == []


def test_related_words_are_entries() -> None:
    entries = read_glossary()
    assert all(word.lower() in entries for entry in entries.values() for word in entry.see)
    anchors = [entry.anchor for entry in entries.values()]
    assert len(set(anchors)) == len(anchors)


IDEAS = [
    [cell.strip() for cell in line.strip("|").split(" | ")]
    for line in (ROOT / "docs/ideas.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("| ") and " · " in line
]
IDEAS = [row[1:] for row in IDEAS if row[1] != "Page · beat"]


PARTS = [part for plan in read_plans()[1] for part in plan.parts]


def test_the_plans_for_teachers_fill_their_time() -> None:
    minutes = {plan.name: sum(part.minutes for part in plan.parts) for plan in read_plans()[1]}
    assert minutes == {"45": 45, "90": 90, "2x90": 180, "90: how it learns": 90}


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.title)
def test_a_part_of_a_plan_links_to_a_state_that_there_is(part) -> None:  # type: ignore[no-untyped-def]
    link = urlsplit(part.link)
    page = link.path.strip("/") or "home"
    assert page in {stop.url for stop in (*COURSE, *BESIDE)}
    for setting, texts in parse_qs(link.query).items():
        if setting == "at" and (page, setting) not in PARAMETERS:
            assert texts[0] in [beat.name for beat in LESSONS[page].beats]
            continue
        row = PARAMETERS.get((page, setting)) or PARAMETERS[EVERYWHERE, setting]
        assert row.kind.read(texts) is not None, (setting, texts)
    assert part.check in {check.name for beat in BEATS for check in beat.checks}
    assert len(part.wrong) >= 2
