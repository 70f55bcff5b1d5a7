"""The map in CONTRIBUTING.md names what is there and misses no folder; links and commands lead somewhere."""

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
MAP = CONTRIBUTING.split("```")[1]
NAME = re.compile(r"[\w.]+/|\w+\.py")


def places() -> Iterator[Path]:
    """What the map lists in its first column, as paths."""
    above = Path()
    for line in MAP.strip("\n").splitlines():
        indent = len(line) - len(line.lstrip())
        names = line.strip().split("  ")[0].split()
        if indent > 2 or not all(map(NAME.fullmatch, names)):
            continue
        yield from ((above if indent else Path()) / name for name in names)
        above = above if indent else Path(names[0])


def folders() -> set[Path]:
    """Every folder that the map should have a line for: those of the checkout, of ui and of nncore."""
    inside = {path.parent for name in ("ui", "nncore") for path in (ROOT / name).glob("*/__init__.py")}
    top = {path.parent for kind in ("py", "md") for path in ROOT.glob(f"[!.]*/*.{kind}")}
    return {path.relative_to(ROOT) for path in inside | top}


def test_the_map_names_what_is_there_and_misses_no_folder() -> None:
    found = set(places())
    assert [str(place) for place in found if not (ROOT / place).exists()] == []
    assert folders() <= found


def test_links_and_commands_lead_somewhere() -> None:
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))):
        text = page.read_text(encoding="utf-8")
        links = [link for link in re.findall(r"\]\(([^)#\s]+)", text) if ":" not in link]
        assert [link for link in links if not (page.parent / link).exists()] == [], page.name
        assert set(re.findall(r"`(?:[A-Z]+=\S+ )?make (\w+)`", text)) <= targets, page.name
