"""Photographs of what people write with what is at hand: pencils, dry pens, a hand that presses and lets go.

Like `paper_scenes`, from whose `Scene` each begins; but here the line itself is uneven.
"""

import numpy as np
from PIL import Image, ImageFilter

from benchmarks.paper_scenes import Kind, Scene, camera, lamp, photo, place, ruled, shadow, write
from nncore import Array
from training.strokes import Strokes

CROP = 50
"""The longer side of a small crop, in pixels."""
CROPS = f"crop of {CROP} px"


def cloud(scene: Scene, cells: int) -> Array:
    """Return a smooth random field (H, W) from 0 to 1, with so many hills along a side of the digit."""
    top, left, bottom, right = scene.box
    size = max(bottom - top, right - left)
    shape = [max(2, round(length * cells / size)) for length in scene.shape]
    hills = Image.fromarray(np.uint8(scene.rng.uniform(0, 255, shape)))
    return np.asarray(hills.resize(scene.shape[::-1], Image.Resampling.BICUBIC), np.float32) / 255


def pressed(scene: Scene, swell: float, gaps: float = 0.0) -> None:
    """Let the line swell and fade with the pressure of the hand, down to gaps in it.

    The ink is softened, and what is darker than a level that wanders over the paper is the line.
    """
    top, _, bottom, _ = scene.box
    soft = Image.fromarray(np.uint8(scene.ink * 255)).filter(
        ImageFilter.GaussianBlur(max(0.6, (bottom - top) * 0.01))
    )
    level = 0.35 + swell * (cloud(scene, 5) - 0.5)
    if gaps:
        level += 2 * np.clip(cloud(scene, 7) - (1 - gaps), 0, 1) / gaps
    scene.ink = np.clip((np.asarray(soft, np.float32) / 255 - level) / 0.25, 0, 1)


def grain(scene: Scene) -> None:
    """Let the paper's grain show through the line."""
    tooth = scene.rng.normal(0.72, 0.25, scene.shape).astype(np.float32)
    scene.ink = scene.ink * np.clip(tooth, 0.15, 1)


def pencil(scene: Scene) -> None:
    """Write grey and grainy, pressing unevenly."""
    pressed(scene, 0.5)
    grain(scene)
    grey = int(scene.rng.integers(70, 115))
    write(scene, (grey, grey, grey + 4), scene.rng.uniform(0.55, 0.9))


def dry(scene: Scene) -> None:
    """Write with a pen that fails now and then."""
    pressed(scene, 0.4, gaps=0.25)
    write(scene)


def swelling(scene: Scene) -> None:
    """Write with a soft pen, pressing hard and lightly."""
    pressed(scene, 0.8)
    write(scene)


def crop(strokes: Strokes, rng: np.random.Generator, side: int) -> Array:
    """Return the digit cut out of its photograph, and made small: as out of a scanned form."""
    scene = place(strokes, rng, side, rng.uniform(0.3, 0.5), rng.uniform(0.05, 0.1))
    write(scene)
    lamp(scene)
    whole = Image.fromarray(camera(scene)[:, :, :3])
    top, left, bottom, right = scene.box
    air = rng.uniform(0.08, 0.3, 4) * (bottom - top)
    part = whole.crop(
        (int(left - air[0]), int(top - air[1]), int(right + air[2]) + 1, int(bottom + air[3]) + 1)
    )
    small = part.resize(
        [max(8, round(length * CROP / max(part.size))) for length in part.size], Image.Resampling.BOX
    )
    return np.asarray(small.convert("RGBA"))


KINDS: dict[str, Kind] = {
    "ball pen": photo(write, lamp, pen=(0.03, 0.07)),
    "pencil": photo(pencil, lamp, pen=(0.03, 0.06)),
    "pencil on lines": photo(ruled, pencil, lamp, shadow, pen=(0.035, 0.06)),
    "thin": photo(write, lamp, pen=(0.01, 0.022)),
    "dry pen": photo(dry, lamp, pen=(0.025, 0.06)),
    "soft pen": photo(swelling, lamp, pen=(0.05, 0.12)),
    CROPS: crop,
}
