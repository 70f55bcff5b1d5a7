"""The parts of a lesson for a class: what `lessons/<language>/teach.md` says of each, as plain data."""

import re
from dataclasses import dataclass

from ui.lessons import Part, Section

FIELD = re.compile(r"^(aim|minutes|link|ask|wrong|check): *(.+)$", re.M)


@dataclass(frozen=True)
class PlanPart:
    """A part of a lesson for a class.

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
    wrong: tuple[tuple[str, ...], ...]
    check: str


def plan_parts(plan: Section) -> list[PlanPart]:
    """Return the parts of a lesson for a class."""
    return [_plan_part(part) for part in plan.of("part")]


def _plan_part(part: Part) -> PlanPart:
    fields = FIELD.findall(part.text)
    once = {key: words.strip() for key, words in fields if key != "wrong"}
    heard = tuple(tuple(words.split(" :: ")) for key, words in fields if key == "wrong")
    return PlanPart(part.title, minutes=int(once.pop("minutes")), wrong=heard, **once)
