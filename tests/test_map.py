"""The map in CONTRIBUTING.md and the links of the README name what is there, and the map misses no folder."""

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MAP = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split("```")[1]
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


def folders() -> set[str]:
    """Every folder that the map should have a line for: those of the checkout, of ui and of nncore."""
    inside = [path.parent for name in ("ui", "nncore") for path in (ROOT / name).glob("*/__init__.py")]
    top = {path.parent for kind in ("py", "md") for path in ROOT.glob(f"[!.]*/*.{kind}")}
    return {path.relative_to(ROOT).as_posix() for path in (*inside, *top)}


def test_all_that_the_map_names_is_there() -> None:
    found = list(places())
    assert len(found) > 40
    assert [str(place) for place in found if not (ROOT / place).exists()] == []


def test_each_file_that_a_line_speaks_of_is_somewhere_in_its_folder() -> None:
    names = {name for name in re.findall(r"\b\w+\.py\b", MAP) if not list(ROOT.glob(f"[!.]*/**/{name}"))}
    assert names <= {"app.py", "serve.py"}


def test_no_folder_is_missing_on_the_map() -> None:
    assert folders() - {place.as_posix() for place in places()} == set()


def test_what_the_readme_links_to_is_there() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)", readme) if "://" not in link]
    assert len(links) > 4
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_commands_of_readme_and_map_are_targets_of_make() -> None:
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    for file in ("README.md", "CONTRIBUTING.md"):
        text = (ROOT / file).read_text(encoding="utf-8")
        assert set(re.findall(r"`(?:[A-Z]+=\S+ )?make (\w+)`", text)) <= targets


def test_the_three_figures_of_the_readme_are_those_of_its_tables() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    above, below = readme.split("## How well it reads")
    figures = set(re.findall(r"[\d.]+ %", above.split("## Three figures")[1]))
    assert len(figures) == 4
    assert figures <= set(re.findall(r"[\d.]+ %", below))
