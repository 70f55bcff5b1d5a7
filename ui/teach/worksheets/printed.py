"""The files that are printed: worksheets, a page a sheet, and answers. They are whole, without a script."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from ui.brand import NAME
from ui.components.markup import Safe, css, fill, joined, linked, marked_up
from ui.language import N_, _, speaking
from ui.lessons import PLACEHOLDER
from ui.teach.worksheets.gate_exercises import gates_exercises
from ui.teach.worksheets.pass_exercises import forward_exercises
from ui.teach.worksheets.pieces import Exercises
from ui.teach.worksheets.product_exercises import products_exercises
from ui.teach.worksheets.worksheet_prose import SheetProse, paragraphs, read_worksheets
from ui.widgets.html_file import paper

KINDS: dict[str, Callable[[int], Exercises]] = {
    "forward": forward_exercises,
    "gates": gates_exercises,
    "products": products_exercises,
}
"""What makes each kind of sheet from its number, by the names of their prose."""
ALONE = re.compile(rf"({PLACEHOLDER.pattern} ?)+")
"""A paragraph of nothing but placeholders is no paragraph on paper: they bring their own."""
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

    def _file(self, title: str, page: Callable[[SheetProse, int, Exercises], Safe]) -> Safe:
        with speaking(self.language):
            prose = read_worksheets(self.language).sheets
            wanted = [(prose[kind], seed) for seed in self.seeds for kind in self.kinds]
            pages = [page(sheet, seed, KINDS[sheet.name](seed)) for sheet, seed in wanted]
            return paper(_(title).format(course=NAME), joined(pages))


def _sheet(prose: SheetProse, seed: int, made: Exercises) -> Safe:
    tasks = [
        fill(TASK, number=str(number), title=task.title, text=_text(task.text, made.values))
        for number, task in enumerate(prose.tasks, start=1)
    ]
    return fill(
        SHEET,
        kind=css("$kind", kind=prose.name),
        title=prose.title,
        sheet=_("Sheet {number}").format(number=seed),
        name=_("Name"),
        date=_("Date"),
        opening=_text(prose.opening, made.values),
        tasks=joined(tasks),
    )


def _answers(home: str, prose: SheetProse, seed: int, made: Exercises) -> Safe:
    tasks = [
        fill(
            ANSWER,
            number=str(number),
            title=task.title,
            text=_text(task.answer, made.values),
            app=_("In the app:"),
            link=linked(home + made.links[task.name].lstrip("/")),
        )
        for number, task in enumerate(prose.tasks, start=1)
    ]
    kind, sheet = css("$kind", kind=prose.name), _("Sheet {number}").format(number=seed)
    return fill(ANSWERS, kind=kind, sheet=sheet, title=prose.title, tasks=joined(tasks))


def _text(text: str, values: Mapping[str, Safe]) -> Safe:
    return joined([_paragraph(paragraph, values) for paragraph in paragraphs(text)])


def _paragraph(text: str, values: Mapping[str, Safe]) -> Safe:
    inner = marked_up(text, values, lambda word: fill("<b>$word</b>", word=word))
    return inner if ALONE.fullmatch(text) else fill("<p>$text</p>", text=inner)
