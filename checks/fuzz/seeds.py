"""Make what fuzzing begins with: ``python -m checks.fuzz.seeds`` writes it to tests/corpus; all is ours."""

import io
import json
import pickle
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

import numpy as np
from PIL import Image, ImageDraw

from checks.fuzz.replay import CORPUS
from checks.fuzz.targets import ROWS
from nncore.base.whole_file import whole_file
from ui.address import as_text, pack
from ui.address.settings import SHAPES
from ui.components.canvas_report import paper_of

Seeds = Iterator[tuple[str, bytes]]


def digit(side: int = 60, mode: str = "RGBA", ink: str = "black", paper: str = "white") -> Image.Image:
    """Return a 7, drawn."""
    image = Image.new("RGBA", (side, side), paper)
    points = [(side * x // 10, side * y // 10) for x, y in ((2, 2), (8, 2), (4, 9))]
    ImageDraw.Draw(image).line(points, ink, side // 10)
    return image.convert(mode)


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    """Return an image as a file."""
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def pictures() -> Seeds:
    """Yield a 7 in every format and mode that is read, and some that are not."""
    for mode in ("1", "L", "LA", "P", "RGB", "RGBA", "I;16", "CMYK", "YCbCr"):
        for kind in ("PNG", "JPEG", "WEBP", "GIF", "TIFF", "BMP"):
            try:
                yield f"{kind}-{mode}".lower().replace(";", ""), saved(digit(mode=mode), kind)
            except (OSError, ValueError, KeyError):
                continue
    exif = Image.Exif()
    exif[0x0112] = 6
    yield "jpeg-turned", saved(digit(mode="RGB"), "JPEG", exif=exif)
    yield "jpeg-progressive", saved(digit(mode="RGB"), "JPEG", progressive=True)
    yield "png-interlaced-none", saved(digit(ink="white", paper="black"), "PNG")
    yield "png-transparent", saved(digit(paper="#0000"), "PNG")
    yield "gif-animated", saved(digit(mode="P"), "GIF", save_all=True, append_images=[digit(30, "P")])
    yield "png-large", saved(digit(1500, "1"), "PNG", optimize=True)
    dots = Image.fromarray(np.where(np.indices((90, 90)).sum(0) % 3, 255, 0).astype(np.uint8))
    yield "png-many-pieces", saved(dots, "PNG")
    head = b"IHDR" + struct.pack(">IIBBBBB", 60_000, 60_000, 8, 6, 0, 0, 0)
    whole = saved(digit(), "PNG")
    yield "png-bomb", whole[:12] + head + struct.pack(">I", zlib.crc32(head)) + whole[33:]
    yield "png-cut", whole[:150]
    yield "strip", saved(Image.new("L", (1, 3000), 255), "PNG")
    yield "nothing", b""


def small_network(first: str = "b", dtype: Any = np.float32) -> dict[str, np.ndarray[Any, Any]]:
    """Return the arrays of a network of 784-2-2-10; the biases may be B1 B2 B3."""
    sizes = (784, 2, 2, 10)
    arrays = {f"W{n}": np.ones(sizes[n - 1 : n + 1], dtype) for n in (1, 2, 3)}
    return arrays | {f"{first}{n}": np.zeros(sizes[n], dtype) for n in (1, 2, 3)}


def weights() -> Seeds:
    """Yield weights files in both formats, and pickles that would cost or do something."""
    for name, arrays in (("plain", small_network()), ("capital", small_network("B", np.int8))):
        file = io.BytesIO()
        np.savez_compressed(file, **arrays)  # type: ignore[arg-type]
        yield f"npz-{name}", file.getvalue()
        for protocol in (0, 2, 5) if name == "capital" else (2,):
            yield f"pickle-{name}-{protocol}", pickle.dumps(arrays, protocol)
    file = io.BytesIO()
    np.savez_compressed(file, **small_network(), activation=np.array("tanh"))  # type: ignore[arg-type]
    yield "npz-activation", file.getvalue()
    file = io.BytesIO()
    np.savez_compressed(file, **small_network() | {"W1": np.zeros((784, 100_000), np.uint8)[:, ::50]})  # type: ignore[arg-type]
    yield "npz-zeros", file.getvalue()
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(
            zipfile.ZipInfo("W1.npy"),
            b"\x93NUMPY\x01\x00\x76\x00{'descr': '<f4', 'fortran_order': False, 'shape': (1e9,)}",
        )
    yield "npz-head", file.getvalue()
    yield "pickle-call", b"cos\nsystem\n(S'true'\ntR."
    yield "pickle-nested", b"\x80\x02}X\x02\x00\x00\x00W1" + b"(" * 5000 + b"t" * 5000 + b"s."
    twice = b"\x80\x02}X\x0a\x00\x00\x00activation" + b")" + b"2\x86" * 26 + b"s."
    yield "pickle-doubling", twice
    yield "text", b"no weights at all"
    yield "nothing", b""


def addresses() -> Seeds:
    """Yield for each setting its default, and texts that once stopped a page or got onto it."""
    hostile = (
        "",
        "9" * 4301,
        "inf",
        "1e999",
        "nan",
        "-0",
        "x</style><b>",
        "![](//a)",
        "\u202e\x00",
        "1_0",
        "٣",
    )
    for number, (name, row) in enumerate(ROWS.items()):
        default = [] if row.default is None else row.kind.write(row.default)
        file = name.strip("/").replace("/", "-")
        yield file, "\n".join([name, *default]).encode()
        yield f"{file}-bad", f"{name}\n{hostile[number % len(hostile)]}".encode()
    packed = pack(np.asarray(digit(28, "L")))
    for page in ("forward", "draw"):
        yield f"{page}-ink-one", f"{page}/ink\n{packed}".encode()
        yield f"{page}-ink-two", f"{page}/ink\n{packed}.{packed}".encode()


def matrices() -> Seeds:
    """Yield a matrix of each shape, and texts that are none."""
    for shape in SHAPES:
        yield "x".join(map(str, shape)), as_text(np.arange(np.prod(shape)).reshape(shape) / 3).encode()
    for name, text in {
        "sign": "−1,2",
        "comma": ",",
        "nan": "nan;inf",
        "long": "1," * 900,
        "ragged": "1;2,3",
    }.items():
        yield name, text.encode()


def reports() -> Seeds:
    """Yield what the canvas says of a paper, and what it never would."""
    path = [["M", 112, 41.4], ["Q", 112, 41.4, 112, 65.9], ["L", 112, 237.4]]
    stroke = {"type": "Path", "originX": "center", "originY": "center", "left": 112, "top": 139, "width": 0}
    stroke |= {"height": 196.04, "stroke": "#22252B", "strokeWidth": 20, "path": path}
    image = {"type": "Image", "src": "data:image/png;base64,", "left": 140, "top": 140}
    png = saved(digit(280), "PNG", optimize=True)
    papers = {
        "blank": [],
        "stroke": [stroke],
        "two": [stroke, stroke | {"left": 50}],
        "image": [image, stroke],
        "many": [stroke] * 40,
        "foreign": [{"type": "Textbox", "text": "x", "src": "//a"}],
        "huge": [stroke | {"left": 1e308}],
        "infinite": [stroke | {"left": float("inf")}],
    }
    for name, objects in papers.items():
        said = {"version": "7.4.0", "objects": objects, "background": paper_of(0)}
        yield name, json.dumps(said).encode() + b"\0" + png
    yield (
        "other-size",
        b'{"objects": [], "background": "rgba(255, 255, 255, 1)"}\0' + saved(digit(281), "PNG"),
    )
    yield "no-picture", b'{"objects": [], "background": "rgba(255, 255, 255, 1)"}\0'
    yield "list", b"[" * 4000 + b"]" * 4000 + b"\0" + png


def main() -> None:
    """Write all seeds."""
    makers = {
        "picture": pictures,
        "weights": weights,
        "address": addresses,
        "matrix": matrices,
        "canvas": reports,
    }
    for target, make in makers.items():
        (CORPUS / target).mkdir(parents=True, exist_ok=True)
        for name, content in make():
            with whole_file(CORPUS / target / name) as file:
                file.write(content)


if __name__ == "__main__":
    main()
