"""The prose of the course: `lessons/<language>/<page>.md`, a file a page and a `##` a section, as plain data.

`lessons/README.md` describes the format to writers; the tests hold every file to it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

FOLDER = Path(__file__).resolve().parent.parent / "lessons"
CHANGES = FOLDER.parent / "CHANGELOG.md"
"""The changes of each version: the English prose of a page."""
VERBATIM = re.compile(r"(```.*?```|`[^`]*`|\$\$.*?\$\$|\$[^$]*\$)", re.S)
"""Code and formulas, whose braces are their own."""
PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")
BOLD = re.compile(r"\*\*(.+?)\*\*", re.S)
TOGETHER = re.compile(r" (?=[%÷×])|(?<=[÷×]) ")
"""The spaces at which no line breaks: 100 %, 0 ÷ 0, 28 × 28."""
ENDING = re.compile(r"(?<=[`%’)\]])(?=[가-힣])")
"""Where a Korean ending follows code or a sign, and browsers would break the line."""
LINE = re.compile(r"^(answer|unit|right|wrong|done|hint [a-z0-9-]+(?: \(.+?\))?): *", re.M)
HINT = re.compile(r"hint ([a-z0-9-]+)(?: \((.+)\))?")
"""The name of a mistake, and in a check whose numbers are fixed those that come of it."""
CHOICE = re.compile(r"^- \[( |x)\] (.+?)(?: :: (.+))?$", re.M)


@dataclass(frozen=True)
class Choice:
    """An answer to choose; in a check also why it is right, or tempting and wrong."""

    text: str
    right: bool
    reason: str


@dataclass(frozen=True)
class Question:
    """A check or a prediction.

    Attributes
    ----------
    name : str
        Its name, unique in the course.
    kind : str
        "do" (its state on the page is checked), "say" (a number), "choose", or "rows" (one a row).
    text : str
        What is asked, in Markdown.
    lines : mapping
        The answer and the replies: "answer", "right", "wrong", "done", and hints by their names.
    choices : tuple of Choice
        Of a "choose". In a prediction none is marked as right: it is the one that equals `answer`.
    """

    name: str
    kind: str
    text: str
    lines: Mapping[str, str]
    choices: tuple[Choice, ...] = ()

    @property
    def hints(self) -> dict[str, str]:
        """The hints by the names of the mistakes that they are for."""
        return {match[1]: text for match, text in self._hinted()}

    @property
    def mistakes(self) -> dict[str, tuple[float, ...]]:
        """The mistaken numbers by the names of their hints, as far as they are fixed."""
        return {
            match[1]: tuple(map(float, match[2].split(","))) for match, _text in self._hinted() if match[2]
        }

    def _hinted(self) -> Iterator[tuple[re.Match[str], str]]:
        return ((match, text) for key, text in self.lines.items() if (match := HINT.fullmatch(key)))


@dataclass(frozen=True)
class Part:
    """A part of a section: idea, play, seen, more, try, takeaway, check or predict.

    `title` follows the kind in the file: the title of a fold-out, the state of a "seen", the name of a
    question.
    """

    kind: str
    title: str = ""
    text: str = ""
    question: Question | None = None

    @property
    def placeholders(self) -> set[str]:
        """The names of the live values in it."""
        question = self.question
        texts = [self.title, self.text]
        if question:
            texts += [question.text, *question.lines.values()]
            texts += [text for choice in question.choices for text in (choice.text, choice.reason)]
        return set().union(*map(placeholders, texts))


@dataclass(frozen=True)
class Section:
    """A section of a lesson: an idea, an instrument, checks, and one sentence to take away.

    `short` is its name on the rail.
    """

    name: str
    heading: str
    short: str
    parts: tuple[Part, ...]

    @property
    def sentence(self) -> str:
        """The first paragraph of its idea, which names the thing."""
        return self.parts[0].text.partition("\n\n")[0]

    @property
    def rest(self) -> str:
        """The rest of its idea."""
        return self.parts[0].text.partition("\n\n")[2]

    def of(self, *kinds: str) -> Iterator[Part]:
        """Yield the parts of some kinds, in order."""
        return (part for part in self.parts if part.kind in kinds)

    @property
    def checks(self) -> tuple[Question, ...]:
        """Its checks, in order."""
        return tuple(part.question for part in self.of("check") if part.question)


@dataclass(frozen=True)
class Lesson:
    """A page of the course: its question, its sections, and what stands before them, for teachers."""

    question: str
    sections: tuple[Section, ...]
    opening: str

    def __getitem__(self, name: str) -> Section:
        return next(section for section in self.sections if section.name == name)


def read_prose(name: str, language: str = "en") -> str:
    """Return a file of prose in a language, or in English if it is not translated."""
    english = CHANGES if name == "changes" else FOLDER / "en" / f"{name}.md"
    path = FOLDER / language / f"{name}.md"
    return (path if path.exists() else english).read_text(encoding="utf-8")


def read_lesson(page: str, language: str = "en") -> Lesson:
    """Return the lesson of a page, by the name of its file."""
    return parse(read_prose(page, language))


OTHERS = ("glossary", "teach", "worksheets")
"""Files that are not lessons."""


def pages() -> tuple[str, ...]:
    """Return the names of all lessons."""
    return tuple(sorted(path.stem for path in (FOLDER / "en").glob("*.md") if path.stem not in OTHERS))


def parse(text: str) -> Lesson:
    """Read a lesson file."""
    head, *sections = re.split(r"^## ", text, flags=re.M)
    question, _, opening = head.removeprefix("# ").partition("\n")
    return Lesson(question.strip(), tuple(map(_section, sections)), opening.strip())


def _section(text: str) -> Section:
    head, _, body = text.partition("\n")
    name, _, rest = head.partition(": ")
    heading, _, short = map(str.strip, rest.partition(" | "))
    idea, *parts = re.split(r"^### ", body, flags=re.M)
    return Section(name, heading, short or heading, (Part("idea", text=idea.strip()), *map(_part, parts)))


def _part(section: str) -> Part:
    head, _, body = section.partition("\n")
    kind, _, title = head.strip().partition(" ")
    if kind not in ("check", "predict"):
        return Part(kind.rstrip(":"), title.strip(), body.strip())
    name, _, how = title.partition(": ")
    return Part(kind, name, question=_question(name, how, body))


def _question(name: str, kind: str, body: str) -> Question:
    choices = tuple(
        Choice(text.strip(), mark == "x", reason.strip()) for mark, text, reason in CHOICE.findall(body)
    )
    text, *lines = LINE.split(CHOICE.sub("", body))
    said = {key: words.strip() for key, words in zip(lines[::2], lines[1::2], strict=True)}
    return Question(name, kind, text.strip(), MappingProxyType(said), choices)


def placeholders(text: str) -> set[str]:
    """Return the names of the live values that a text asks for, outside its formulas and code."""
    return {name for prose in VERBATIM.split(text)[::2] for name in PLACEHOLDER.findall(prose)}


def fill_in(text: str, values: Mapping[str, str]) -> str:
    """Put live values into a text, each Korean ending kept at its word; raise KeyError for one missing."""
    pieces = VERBATIM.split(text)
    filled = (PLACEHOLDER.sub(lambda match: values[match[1]], prose) for prose in pieces[::2])
    pieces[::2] = [TOGETHER.sub("\u202f", prose) for prose in filled]
    return ENDING.sub("\u2060", "".join(pieces))
