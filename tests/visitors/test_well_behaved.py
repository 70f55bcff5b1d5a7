"""A visitor without a browser gets what a browser gets."""

from tests.support.running import awaited
from tests.visitors.beside import on_canvas, reads, shows
from tests.visitors.conftest import App
from tools.pen import png
from tools.visitor import Visitor


def test_reads_digits_and_goes_through_the_course(app: App) -> None:
    async def visit() -> None:
        async with Visitor(app.address) as visitor:
            await visitor.open("draw")
            for digit in (0, 4, 7):
                await reads(visitor, digit)
            for page in visitor.pages:
                await visitor.go(page)
                assert not visitor.screen.exceptions()

    awaited(visit())


def test_what_is_set_is_computed_and_shown(app: App) -> None:
    async def visit() -> None:
        async with Visitor(app.address) as visitor:
            await visitor.open("gates", "at=three-numbers&w1=1&w2=1&b=-0.5")
            said = "4 of 4 rows right: this neuron is AND."
            assert said not in visitor.screen.text()
            await visitor.put("b", -1.0)
            assert said in visitor.screen.text()
            await visitor.put("w1", 2.0)
            assert said not in visitor.screen.text()

    awaited(visit())


def test_a_picture_is_uploaded_and_read_in_slices(app: App) -> None:
    """The server's timers are kept: a long piece of work goes on while somebody looks."""
    picture = png(on_canvas(7))

    async def visit() -> None:
        async with Visitor(app.address) as visitor:
            await visitor.open("draw")
            await visitor.press("bring")
            await visitor.upload("seven.png", picture)
            await shows(visitor, 7)

    awaited(visit())
