"""The lock holds all the packages that the app needs, with their hashes, and nothing of one machine."""

import re
import tomllib
from importlib.metadata import requires, version
from pathlib import Path

from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
DIRECT = [Requirement(line) for line in (ROOT / "requirements.txt").read_text().splitlines()]


def locked() -> dict[str, str]:
    """The version of every package that the lock names for this Python and this system."""
    lines = [Requirement(line.rstrip(" \\")) for line in LOCK.splitlines() if re.match(r"\w", line)]
    here = [line for line in lines if line.marker is None or line.marker.evaluate()]
    return {canonicalize_name(line.name): str(line.specifier).removeprefix("==") for line in here}


def needed(*names: str) -> set[str]:
    """What packages need, directly or not, as they say themselves once installed."""
    found: set[str] = set()
    left = [canonicalize_name(name) for name in names]
    while left:
        if (name := left.pop()) in found:
            continue
        found.add(name)
        needs = map(Requirement, requires(name) or [])
        environment = {**default_environment(), "extra": ""}
        left += [canonicalize_name(r.name) for r in needs if not r.marker or r.marker.evaluate(environment)]
    return found


def test_the_lock_is_what_is_asked_for_and_what_runs_here() -> None:
    assert {str(line.specifier) for line in DIRECT} == {f"=={locked()[line.name]}" for line in DIRECT}
    assert locked() == {name: version(name) for name in needed(*(line.name for line in DIRECT))}


def test_every_package_has_hashes_and_no_index_is_named() -> None:
    packages = re.split(r"^(?=\w)", re.sub(r"^ *#.*\n", "", LOCK, flags=re.M), flags=re.M)[1:]
    one = re.compile(r"\S+==\S+( ; [^\\\n]+)?( \\\n +--hash=sha256:[0-9a-f]{64})+\n")
    assert [package for package in packages if not one.fullmatch(package)] == []
    assert "//" not in LOCK


def test_the_package_takes_from_the_oldest_versions_that_are_tested_to_those_of_today() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = (ROOT / "requirements-oldest.txt").read_text().splitlines()
    oldest = {line.name: line for line in map(Requirement, (ln for ln in lines if ln[:1] != "#"))}
    ranges = {need.name: need.specifier for need in map(Requirement, project["dependencies"])}
    assert list(ranges) == [line.name for line in DIRECT]
    for line in DIRECT:
        (today,) = line.specifier
        assert today.version in ranges[line.name]
        assert str(oldest[line.name].specifier).replace("==", ">=") in str(ranges[line.name])
