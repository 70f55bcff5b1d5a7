"""Lessons for a class: `lessons/<language>/teach.md`, read into plain data."""

import re
from dataclasses import dataclass

from ui.language import _
from ui.lessons import read_prose

FIELD = re.compile(r"^(aim|minutes|link|ask|wrong|check): *(.+)$", re.M)


@dataclass(frozen=True)
class PlanPart:
    """A part of a lesson.

    Attributes
    ----------
    title, aim : str
    minutes : int
    link : str
        The address of the state to show.
    ask : str
        What to ask before anything is shown.
    wrong : tuple of (answer, what it reveals)
        What one will hear.
    check : str
        The name of the check to give.
    """

    title: str
    aim: str
    minutes: int
    link: str
    ask: str
    wrong: tuple[tuple[str, str], ...]
    check: str


@dataclass(frozen=True)
class Plan:
    """A lesson of some minutes, and what it is about if not the whole course: "2x90", "90: how it learns"."""

    name: str
    parts: tuple[PlanPart, ...]

    @property
    def title(self) -> str:
        """Its length in words, and what it is about."""
        minutes, *about = self.name.split(": ")
        return ": ".join([_("{minutes} minutes").format(minutes=minutes.replace("x", " × ")), *about])


def read_plans(language: str = "en") -> tuple[str, tuple[Plan, ...]]:
    """Return the opening and the plans."""
    head, *sections = re.split(r"^## ", read_prose("teach", language), flags=re.M)
    return head.partition("\n")[2].strip(), tuple(map(_plan, sections))


def _plan(section: str) -> Plan:
    head, *parts = re.split(r"^### ", section, flags=re.M)
    return Plan(head.strip(), tuple(map(_part, parts)))


def _part(section: str) -> PlanPart:
    title, _, body = section.partition("\n")
    fields = FIELD.findall(body)
    once = {key: words.strip() for key, words in fields if key != "wrong"}
    heard = [words.partition(" :: ") for key, words in fields if key == "wrong"]
    minutes = int(once.pop("minutes"))
    return PlanPart(
        title.strip(), minutes=minutes, wrong=tuple((said, why) for said, _, why in heard), **once
    )
