"""The files that are printed: worksheets, a page a sheet, and answers. They are whole, without a script."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from ui.brand import NAME
from ui.components.markup import Safe, css, fill, joined, linked, marked_up
from ui.language import N_, _, speaking
from ui.lessons import PLACEHOLDER, Section
from ui.teach.worksheets.gate_exercises import gates_exercises
from ui.teach.worksheets.pass_exercises import forward_exercises
from ui.teach.worksheets.pieces import Exercises
from ui.teach.worksheets.product_exercises import products_exercises
from ui.texts import lesson
from ui.widgets.html_file import paper

KINDS: dict[str, Callable[[int], Exercises]] = {
    "forward": forward_exercises,
    "gates": gates_exercises,
    "products": products_exercises,
}
"""What makes each kind of sheet from its number, by the names of their prose."""
ALONE = re.compile(rf"({PLACEHOLDER.pattern} ?)+")
"""A paragraph of nothing but placeholders is no paragraph on paper: they bring their own."""
ANSWERED = "#### Answer\n"
"""What stands in the prose between an exercise and its answer."""
SHEET = """<article class="sheet $kind"><header><h1>$title</h1><p>$sheet</p></header>
<div class="who"><p>$name</p><p>$date</p></div>$opening<div class="tasks">$tasks</div></article>"""
TASK = "<section><h2>$number. $title</h2>$text</section>"
ANSWERS = '<article class="answers $kind"><h2>$sheet: $title</h2>$tasks</article>'
ANSWER = '<section><h3>$number. $title</h3>$text<p class="link">$app $link</p></section>'


@dataclass(frozen=True)
class Order:
    """What is asked for.

    Attributes
    ----------
    kinds : tuple of str
        Of `KINDS`; every pupil gets one sheet of each.
    seeds : sequence of int
        The numbers of the sheets, one for each pupil.
    home : str
        The address of the first page, with which the links in the answers begin.
    language : str
        What they are written in.
    """

    kinds: tuple[str, ...]
    seeds: Sequence[int]
    home: str
    language: str = "en"

    def worksheets(self) -> Safe:
        """Return the file of worksheets."""
        return self._file(N_("{course}: worksheets"), _sheet)

    def answers(self) -> Safe:
        """Return the file of answers, with links to the app."""
        return self._file(N_("{course}: answers"), partial(_answers, self.home))

    def _file(self, title: str, page: Callable[[Section, int, Exercises], Safe]) -> Safe:
        with speaking(self.language):
            prose = lesson("worksheets")
            wanted = [(kind, seed) for seed in self.seeds for kind in self.kinds]
            pages = [page(prose[kind], seed, KINDS[kind](seed)) for kind, seed in wanted]
            return paper(_(title).format(course=NAME), joined(pages))


def _sheet(prose: Section, seed: int, made: Exercises) -> Safe:
    tasks = [
        fill(
            TASK,
            number=str(number),
            title=task.title,
            text=_text(task.text.partition(ANSWERED)[0], made.values),
        )
        for number, task in enumerate(prose.parts[1:], start=1)
    ]
    return fill(
        SHEET,
        kind=css("$kind", kind=prose.name),
        title=prose.heading,
        sheet=_("Sheet {number}").format(number=seed),
        name=_("Name"),
        date=_("Date"),
        opening=_text(prose.parts[0].text, made.values),
        tasks=joined(tasks),
    )


def _answers(home: str, prose: Section, seed: int, made: Exercises) -> Safe:
    tasks = [
        fill(
            ANSWER,
            number=str(number),
            title=task.title,
            text=_text(task.text.partition(ANSWERED)[2], made.values),
            app=_("In the app:"),
            link=linked(home + made.links[task.kind].lstrip("/")),
        )
        for number, task in enumerate(prose.parts[1:], start=1)
    ]
    kind, sheet = css("$kind", kind=prose.name), _("Sheet {number}").format(number=seed)
    return fill(ANSWERS, kind=kind, sheet=sheet, title=prose.heading, tasks=joined(tasks))


def _text(text: str, values: Mapping[str, Safe]) -> Safe:
    return joined([_paragraph(" ".join(each.split()), values) for each in re.split(r"\n{2,}", text.strip())])


def _paragraph(text: str, values: Mapping[str, Safe]) -> Safe:
    inner = marked_up(text, values, lambda word: fill("<b>$word</b>", word=word))
    return inner if ALONE.fullmatch(text) else fill("<p>$text</p>", text=inner)
