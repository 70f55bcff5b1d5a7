"""The files that are printed: worksheets, a page a sheet, and answers. They are whole, without a script."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from ui.components.markup import Safe, css, fill, joined, linked, marked_up
from ui.lessons import PLACEHOLDER
from ui.teach.worksheets.gate_exercises import gates_exercises
from ui.teach.worksheets.pass_exercises import forward_exercises
from ui.teach.worksheets.pieces import Exercises
from ui.teach.worksheets.product_exercises import products_exercises
from ui.teach.worksheets.worksheet_prose import SheetProse, Task, paragraphs, read_worksheets
from ui.widgets.html_file import paper

KINDS: dict[str, Callable[[int], Exercises]] = {
    "forward": forward_exercises,
    "gates": gates_exercises,
    "products": products_exercises,
}
"""What makes each kind of sheet from its number, by the names of their prose."""
STYLE = css(
    """
h1 {font-size: 17pt} h2 {font-size: 13pt} h3 {font-size: 11pt}
p {margin: 1.5mm 0}
header {display: flex; justify-content: space-between; align-items: baseline; border-bottom: .6mm solid #000}
.who {display: grid; grid-template-columns: 3fr 1fr; gap: 8mm; margin: 3mm 0}
.who p {border-bottom: .2mm solid #000; padding-bottom: 1mm}
section {break-inside: avoid; margin-top: 5mm}
.answers section {margin-top: 2.5mm}
.answers {font-size: 10pt; margin-bottom: 8mm}
.answers h2 {border-bottom: .3mm solid #000}
.sheet.gates .tasks {display: grid; grid-template-columns: 1fr 1fr; gap: 2mm 10mm}
table {border-collapse: collapse; table-layout: fixed; width: 100%; margin: 1.5mm 0}
th, td {border: .2mm solid #000; padding: .8mm 2mm; text-align: left; height: 9mm; font-weight: 400}
th {height: 0; width: 22mm; font-weight: 700}
.gates th {width: 11mm}
th.wide {width: auto}
.answers td {height: 0}
.row {display: flex; flex-wrap: wrap; gap: 2mm 8mm; align-items: center}
.piece {display: flex; flex-direction: column; align-self: stretch}
.piece p {margin: 0 0 1mm}
.piece .answer {margin-top: auto}
.piece table {width: auto; margin: 0}
.gap {display: inline-block; width: 30mm; height: 6mm; border-bottom: .2mm solid #000}
.gates .row .gap {width: 14mm}
.line {height: 9mm; border-bottom: .2mm solid #000; margin: 0}
.write {border-bottom: .2mm dotted #000; margin: 0; padding-top: 4mm}
.link {font-size: 9pt; overflow-wrap: anywhere}
.link a {color: inherit; text-decoration: none}
math {font-size: 1.05em}
mtable {border: solid #000; border-width: 0 .4mm; border-radius: 2mm; padding: 0 .5mm}
mtd {padding: 1mm 1.6mm; text-align: center}
mtd mspace {border: .2mm solid #000}
@media screen {.sheet {margin-bottom: 30mm}}
@media (max-width: 120mm) {.sheet.gates .tasks {display: block}}
@media print {.sheet + .sheet {break-before: page}}
"""
)
ALONE = re.compile(rf"({PLACEHOLDER.pattern} ?)+")
"""A paragraph of nothing but placeholders is no paragraph on paper: they bring their own."""


@dataclass(frozen=True)
class Order:
    """What is asked for.

    Attributes
    ----------
    kinds : tuple of str
        Of `KINDS`; every pupil gets one sheet of each.
    seeds : tuple of int
        The numbers of the sheets, one for each pupil.
    home : str
        The address of the first page, with which the links in the answers begin.
    language : str
        What they are written in.
    """

    kinds: tuple[str, ...]
    seeds: tuple[int, ...]
    home: str
    language: str = "en"

    def make(self) -> Iterator["Made"]:
        """Make the files; yield how far they are after each sheet, and at last both of them."""
        prose, sheets, answers = read_worksheets(self.language), [], []
        wanted = [(seed, prose.sheets[kind]) for seed in self.seeds for kind in self.kinds]
        for done, (seed, sheet) in enumerate(wanted, start=1):
            exercises = KINDS[sheet.name](seed)
            sheets.append(_sheet(sheet, seed, exercises))
            answers.append(_answers(sheet, seed, exercises, self.home))
            yield Made(done / len(wanted))
        yield Made(1.0, paper(WORKSHEETS, STYLE, joined(sheets)), paper(ANSWERS, STYLE, joined(answers)))


@dataclass(frozen=True)
class Made:
    """How far it is, and the files once they are there."""

    share: float
    worksheets: str = ""
    answers: str = ""


WORKSHEETS, ANSWERS = "Gates to Digits: worksheets", "Gates to Digits: answers"


def _sheet(prose: SheetProse, seed: int, made: Exercises) -> Safe:
    values = made.values
    tasks = [
        fill(
            "<section><h2>$number. $title</h2>$text</section>",
            number=str(number),
            title=task.title,
            text=_text(task.text, values),
        )
        for number, task in enumerate(prose.tasks, start=1)
    ]
    return fill(
        '<article class="sheet $kind"><header><h1>$title</h1><p>Sheet $seed</p></header>'
        '<div class="who"><p>Name</p><p>Date</p></div>$opening<div class="tasks">$tasks</div></article>',
        kind=css("$kind", kind=prose.name),
        title=prose.title,
        seed=str(seed),
        opening=_text(prose.opening, values),
        tasks=joined(tasks),
    )


def _answers(prose: SheetProse, seed: int, made: Exercises, home: str) -> Safe:
    tasks = [
        _answer(number, task, made, home + made.links[task.name].lstrip("/"))
        for number, task in enumerate(prose.tasks, start=1)
    ]
    return fill(
        '<article class="answers $kind"><h2>Sheet $seed: $title</h2>$tasks</article>',
        kind=css("$kind", kind=prose.name),
        seed=str(seed),
        title=prose.title,
        tasks=joined(tasks),
    )


def _answer(number: int, task: Task, made: Exercises, address: str) -> Safe:
    return fill(
        '<section><h3>$number. $title</h3>$text<p class="link">In the app: $link</p></section>',
        number=str(number),
        title=task.title,
        text=_text(task.answer, made.values),
        link=linked(address),
    )


def _text(text: str, values: Mapping[str, Safe]) -> Safe:
    return joined([_paragraph(paragraph, values) for paragraph in paragraphs(text)])


def _paragraph(text: str, values: Mapping[str, Safe]) -> Safe:
    inner = marked_up(text, values, lambda word: fill("<b>$word</b>", word=word))
    return inner if ALONE.fullmatch(text) else fill("<p>$text</p>", text=inner)
