"""Photographs that nobody took: strokes of real pens on paper, in light and with faults made here.

A photograph is light × paper × ink: every kind below begins with a `Scene`, lays its light, lines or
shadow on it, and ends with what a camera adds: blur, noise, JPEG. All is drawn from the generator
that is passed in, so the same seed makes the same picture.
"""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from PIL import Image, ImageFilter

from nncore import Array
from training.strokes import Strokes, fit_to_canvas, render_ink

INKS = ((28, 30, 36), (25, 40, 120), (20, 20, 90), (60, 60, 66), (140, 25, 30))
"""Black, two blues, pencil, red."""
Kind = Callable[[Strokes, np.random.Generator, int], Array]
"""It makes a photograph of strokes, its longer side so many pixels long."""
PAPERS = ((250, 249, 245), (240, 236, 222), (235, 238, 242))


@dataclass
class Scene:
    """What lies before the camera: colours (H, W, 3) and the strokes' ink (H, W), all 0 to 1."""

    rng: np.random.Generator
    colours: Array
    ink: Array
    box: tuple[int, int, int, int]
    """Where the ink is: top, left, bottom, right."""

    @property
    def shape(self) -> tuple[int, int]:
        """Height and width."""
        return self.ink.shape[0], self.ink.shape[1]


def side_by_side(digits: Sequence[Strokes], rng: np.random.Generator, pen: float = 0.0) -> list[Array]:
    """Return digits written in a row, each about 1 high, `pen` thick, with gaps of 0.15 to 0.5."""
    row: list[Array] = []
    right = 0.0
    for strokes in digits:
        fitted = fit_to_canvas(strokes, 1, (0, 0))
        points = np.concatenate(fitted)
        size = rng.uniform(0.9, 1.1) / max(0.5, np.ptp(points[:, 1]))
        shift = np.array([right - points[:, 0].min() * size, rng.uniform(-0.08, 0.08)])
        row += [stroke * size + shift for stroke in fitted]
        right += np.ptp(points[:, 0]) * size + pen + rng.uniform(0.15, 0.5)
    return row


def place(strokes: Strokes, rng: np.random.Generator, side: int, share: float, pen: float) -> Scene:
    """Write strokes somewhere on a white sheet, `share` of its height high, its longer side `side`."""
    height, width = (side, round(side * 0.75))[:: rng.choice([-1, 1])]
    points = np.concatenate(strokes)
    across, down = np.ptp(points, axis=0)
    tall = min(share * height, 0.8 * width * down / max(across, 1e-9))
    longer = tall * max(1, across / max(down, 1e-9))
    wide, thick = longer * min(1, across / max(down, 1e-9)), max(2.0, pen * tall)
    low = np.array([wide, tall]) / 2 + thick / 2 + 0.06 * min(height, width)
    centre = rng.uniform(low, np.maximum(np.array([width, height]) - low, low + 1))
    fitted = fit_to_canvas(strokes, longer, (float(centre[0]), float(centre[1])))
    ink = render_ink(fitted, thick, side, 2)[:height, :width] / np.float32(255)
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    box = (int(rows[0]), int(columns[0]), int(rows[-1]) + 1, int(columns[-1]) + 1)
    paper = np.array(PAPERS[rng.integers(len(PAPERS))], np.float32) / 255
    return Scene(rng, np.tile(paper, (height, width, 1)), ink, box)


def write(scene: Scene, colour: tuple[int, ...] | None = None, strength: float | None = None) -> None:
    """Let the ink dry on the paper: it takes light away, as much as it is strong."""
    rng = scene.rng
    ink = np.array(colour if colour else INKS[rng.integers(len(INKS))], np.float32) / 255
    cover = (scene.ink * (strength if strength else rng.uniform(0.75, 1)))[:, :, None]
    scene.colours = scene.colours * (1 - cover) + ink * cover


def lamp(scene: Scene) -> None:
    """Light the scene by a lamp from one side: bright here, down to half or less there."""
    rng, (height, width) = scene.rng, scene.shape
    y, x = np.mgrid[:height, :width] / max(height, width)
    y0, x0 = rng.uniform(-0.2, 1.2, 2)
    fall = rng.uniform(0.3, 1.5)
    light = 1 / (1 + fall * ((y - y0) ** 2 + (x - x0) ** 2))
    tint = np.array([1, rng.uniform(0.92, 1), rng.uniform(0.75, 1)])
    scene.colours = scene.colours * (light * rng.uniform(0.7, 1))[:, :, None] * tint


def half_plane(scene: Scene, softness: float, margin: float = 0.3) -> Array:
    """Return 0 on one side of a slanting line through the picture and 1 on the other, softly."""
    rng, (height, width) = scene.rng, scene.shape
    angle = rng.uniform(0, 2 * np.pi)
    y, x = np.mgrid[:height, :width]
    y0, x0 = rng.uniform(margin, 1 - margin, 2) * (height, width)
    away = (x - x0) * np.cos(angle) + (y - y0) * np.sin(angle)
    return np.clip(away / max(softness, 0.5) + 0.5, 0, 1)


def shadow(scene: Scene) -> None:
    """Let a shadow fall across, its edge soft or hard."""
    dark = half_plane(scene, scene.rng.uniform(0.005, 0.06) * max(scene.shape))
    scene.colours = scene.colours * (1 - scene.rng.uniform(0.25, 0.5) * dark)[:, :, None]


def lines(scene: Scene, squared: bool) -> None:
    """Print lines on the paper, or squares."""
    rng, (height, width) = scene.rng, scene.shape
    y, x = np.mgrid[:height, :width]
    tilt, step = rng.uniform(-0.05, 0.05), rng.uniform(0.035, 0.07) * max(scene.shape)
    thick = rng.uniform(0.8, max(1.2, step * 0.06))
    distance = [np.abs((y + tilt * x) % step - step / 2)]
    if squared:
        distance.append(np.abs((x - tilt * y) % step - step / 2))
    line = np.clip(thick / 2 + 0.5 - np.min(distance, axis=0), 0, 1)
    colour = np.array([(120, 160, 215), (150, 150, 160), (150, 190, 190)][rng.integers(3)]) / 255
    cover = (line * rng.uniform(0.4, 0.9))[:, :, None]
    scene.colours = scene.colours * (1 - cover) + colour * cover


def clear_of(scene: Scene, mask: Array) -> bool:
    """Whether a mask leaves the digit free, with some air around it."""
    air = int(0.03 * max(scene.shape))
    top, left, bottom, right = scene.box
    return not mask[max(0, top - air) : bottom + air, max(0, left - air) : right + air].any()


def thumb(scene: Scene) -> None:
    """Let a thumb reach into the picture from an edge where there is room."""
    rng, (height, width) = scene.rng, scene.shape
    y, x = np.mgrid[:height, :width]
    skin = np.array([(225, 170, 140), (190, 130, 100), (120, 80, 60)][rng.integers(3)]) / 255
    for _ in range(30):
        side, long, wide = rng.integers(4), rng.uniform(0.1, 0.25), rng.uniform(0.05, 0.12)
        y0, x0 = [(0, rng.random()), (1, rng.random()), (rng.random(), 0), (rng.random(), 1)][side]
        down, across = (long, wide) if side < 2 else (wide, long)
        away = ((y / height - y0) / down) ** 2 + ((x / width - x0) / across) ** 2
        if clear_of(scene, away < 1):
            shade = np.clip((1 - away) * 8, 0, 1)[:, :, None]
            round_off = (0.75 + 0.25 * np.clip(1 - away, 0, 1))[:, :, None]
            scene.colours = scene.colours * (1 - shade) + skin * round_off * shade
            return


def table(scene: Scene) -> None:
    """Lay the sheet on a darker table whose edge shows where there is room."""
    rng = scene.rng
    wood = np.array([(110, 75, 50), (70, 70, 75), (160, 120, 80)][rng.integers(3)]) / 255
    for _ in range(30):
        beside = half_plane(scene, 1.5, margin=0.05)
        if clear_of(scene, beside > 0) and beside.mean() < 0.4:
            grain = 1 + 0.08 * rng.standard_normal(scene.shape[0])[:, None, None]
            scene.colours = scene.colours * (1 - beside[:, :, None]) + wood * grain * beside[:, :, None]
            return


def camera(scene: Scene, quality: int | None = None) -> Array:
    """Return the photograph (H, W, 4) uint8: a little blurred, noisy, and compressed."""
    rng = scene.rng
    picture = Image.fromarray(np.uint8(np.clip(scene.colours, 0, 1) * 255))
    picture = picture.filter(ImageFilter.GaussianBlur(rng.uniform(0, 1.2)))
    noise = rng.standard_normal((*scene.shape, 1)) + 0.5 * rng.standard_normal((*scene.shape, 3))
    noisy = np.asarray(picture, np.float32) + rng.uniform(1, 5) * noise
    file = io.BytesIO()
    Image.fromarray(np.uint8(np.clip(noisy, 0, 255))).save(
        file, "JPEG", quality=quality or int(rng.integers(60, 95))
    )
    return np.asarray(Image.open(file).convert("RGBA"))


def photo(
    *steps: Callable[[Scene], None],
    pen: tuple[float, float] = (0.02, 0.1),
    share: tuple[float, float] = (0.25, 0.6),
    larger: float = 1,
    quality: int | None = None,
) -> Kind:
    """Return what makes a photograph: printed steps come before the ink, light after it.

    The pen is as thick, and the digit as high, as a share between these two of the height that it is in.
    """

    def make(strokes: Strokes, rng: np.random.Generator, side: int) -> Array:
        scene = place(strokes, rng, round(side * larger), rng.uniform(*share), rng.uniform(*pen))
        for step in steps:
            step(scene)
        return camera(scene, quality)

    return make


def chalk_board(strokes: Strokes, rng: np.random.Generator, side: int) -> Array:
    """Return chalk on a wiped board: light on dark, rough."""
    scene = place(strokes, rng, side, rng.uniform(0.25, 0.6), rng.uniform(0.04, 0.12))
    board = np.array([(35, 60, 48), (40, 42, 45), (25, 45, 60)][rng.integers(3)]) / 255
    height, width = scene.shape
    coarse = Image.fromarray(np.uint8(rng.uniform(0, 255, (5, 5)))).resize(
        (width, height), Image.Resampling.BICUBIC
    )
    wiped = np.asarray(coarse, np.float32)[:, :, None] / 255 * rng.uniform(0.02, 0.1)
    scene.colours = board + np.zeros((height, width, 1)) + wiped
    scene.ink = scene.ink * rng.uniform(0.45, 1, scene.shape).astype(np.float32)
    write(scene, (235, 235, 225), rng.uniform(0.75, 1))
    lamp(scene)
    return camera(scene)


def screenshot(strokes: Strokes, rng: np.random.Generator, side: int) -> Array:
    """Return a window of a drawing program: even paper, a bar along the top, no noise."""
    scene = place(strokes, rng, side, rng.uniform(0.25, 0.6), rng.uniform(0.03, 0.12))
    dark = rng.random() < 0.3
    scene.colours[:] = rng.uniform(0.05, 0.15) if dark else rng.uniform(0.94, 1)
    write(scene, (240, 240, 240) if dark else None, 1.0)
    bar = min(int(rng.uniform(0.05, 0.1) * side), scene.box[0] - 4)
    if bar > 0:
        scene.colours[:bar] = rng.uniform(0.2, 0.85, 3)
        scene.colours[bar // 3 : bar - bar // 3, bar : 5 * bar : 3] = 1
    picture = Image.fromarray(np.uint8(scene.colours * 255))
    if rng.random() < 0.5:
        file = io.BytesIO()
        picture.save(file, "JPEG", quality=int(rng.integers(70, 95)))
        picture = Image.open(file)
    return np.asarray(picture.convert("RGBA"))


ruled, squares = partial(lines, squared=False), partial(lines, squared=True)


KINDS: dict[str, Kind] = {
    "lamp": photo(write, lamp),
    "shadow": photo(write, lamp, shadow),
    "ruled paper": photo(ruled, write, lamp),
    "squared paper": photo(squares, write, lamp),
    "thumb": photo(write, thumb, lamp),
    "table's edge": photo(write, table, lamp),
    "all at once": photo(squares, write, thumb, lamp, shadow),
    "small": photo(write, lamp, share=(0.07, 0.12), larger=1.5),
    "chalk": chalk_board,
    "screenshot": screenshot,
    "coarse JPEG": photo(write, lamp, quality=30),
}
