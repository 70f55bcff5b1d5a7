"""The settings of a run, and in words what it learns from."""

from dataclasses import dataclass

from nncore.base.assets import ASSETS
from training.examples import CHARACTERS, DRAWINGS
from training.lessons import mnist

ANSWERS = 11
"""The digits, and "none of these"."""
TEACHER = (784, 800, 400, ANSWERS)
RECIPE = """\
Lesson after lesson the network has met the first {images} training images of MNIST, {drawings} new \
drawings and {characters} digits, letters and signs of typefaces that imitate handwriting. Of 100 \
drawings 66 follow the pen strokes of 16 people (UCI's pen digits, writers 1 to 16), more than half of \
them changed towards another writer's or a little away from it; 18 follow our own templates of the styles \
people write in (a 7 with a bar, a 1 with a long upstroke, …), and 16 are no digit: letters, signs, \
little pictures, scribbles, halves, several digits at once, which teach it to be unsure. They are drawn \
with pens of many widths, and every picture is turned, slanted, stretched, wobbled, made thicker or \
thinner and faded at random. {how}, with weights averaged over the last steps. The last 10 000 training \
images and six more writers chose the settings and the temperature, and the bar is measured on them; the \
network has learned from no test image and no test writer."""
TAUGHT = "A teacher of {teacher} neurons learned first; the small network learned from its answers, by Adam"
ALONE = "It learned by Adam"


@dataclass(frozen=True)
class Settings:
    """The settings of a run; the defaults are those of the weights that ship."""

    output: str = str(ASSETS / "weights.npz")
    epochs: int = 3000
    batch_size: int = 250
    learning_rate: float = 3e-3
    seed: int = 0
    hidden: tuple[int, ...] = (50, 100)
    activation: str = "sigmoid"
    teacher_epochs: int = 44
    images: int | None = None


def recipe(settings: Settings) -> str:
    """Return in words what a run learns from, and how; its history keeps it."""
    n = len(mnist(settings.images)[1])
    counts = {"images": n, "drawings": int(DRAWINGS * n), "characters": int(CHARACTERS * n)}
    written = {name: f"{count:,}".replace(",", " ") for name, count in counts.items()}
    how = TAUGHT.format(teacher="-".join(map(str, TEACHER))) if settings.teacher_epochs else ALONE
    return RECIPE.format(**written, how=how)
