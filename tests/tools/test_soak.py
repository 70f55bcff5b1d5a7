"""A soak run that leaks is seen to leak, and one that merely warms up or wavers is not."""

import math
from collections.abc import Callable
from dataclasses import astuple
from pathlib import Path

import pytest

from checks.soak.__main__ import wanted
from checks.soak.judge import Growth, Sample, faults, growth
from checks.soak.report import page, write_report

Curve = Callable[[float], float]


def run(memory: Curve, threads: Curve = lambda _: 20.0) -> list[Sample]:
    """An hour of samples of these curves over the minutes, one every ten seconds."""
    times = [k / 6 for k in range(1, 361)]
    return [Sample(t, memory(t), round(threads(t)), 12, 30 * t) for t in times]


def wavering(t: float) -> float:
    return 300 + 8 * math.sin(t) + 5 * math.sin(7.3 * t)


HOLDS: dict[str, Curve] = {
    "flat": lambda _: 300.0,
    "wavers": wavering,
    "warms up for ten minutes": lambda t: wavering(t) + 20 * min(t, 10),
    "shrinks": lambda t: 400 - t,
}
LEAKS: dict[str, Curve] = {
    "steadily": lambda t: wavering(t) + 0.5 * t,
    "late": lambda t: wavering(t) + 30 * (t > 45),
    "a little each time a class comes": lambda t: wavering(t) + 10 * (t // 20),
}


# Nine minutes with a sample a minute, worked by hand: four are warm-up, and of the five that are left the
# first fifth is minute 5, the last minute 9.
BY_HAND = {
    "grows": ([102, 104, 106, 108, 110, 112, 114, 116, 118], Growth(110, 118, 10), ["Memory grows by 10 MB"]),
    "flat": ([100] * 9, Growth(100, 100, 0), []),
    "warms up, then flat": ([40, 60, 80, 100, 100, 100, 100, 100, 100], Growth(100, 100, 0), []),
    "warms up, then grows": (
        [40, 60, 80, 90, 90, 95, 100, 105, 110],
        Growth(90, 110, 25),
        ["Memory grows by 25 MB"],
    ),
}


@pytest.mark.parametrize(("memory", "went", "found"), BY_HAND.values(), ids=BY_HAND)
def test_runs_worked_by_hand(memory: list[float], went: Growth, found: list[str]) -> None:
    samples = [Sample(float(minute), megabytes, 15, 12, 30.0) for minute, megabytes in enumerate(memory, 1)]
    assert astuple(growth(samples, "megabytes")) == pytest.approx(astuple(went))
    assert [fault.partition(":")[0] for fault in faults(samples, "")] == found


@pytest.mark.parametrize(("said", "minutes"), [("", 60), ("8", 8), ("5.5", 5.5)])
def test_as_many_minutes_as_are_asked_for(said: str, minutes: float) -> None:
    assert wanted(said) == minutes


@pytest.mark.parametrize("said", ["4", "-1", "ten", "nan", "inf"])
def test_too_few_minutes_to_judge(said: str) -> None:
    with pytest.raises(SystemExit, match=r"^MINUTES must be a number from 5 on, not "):
        wanted(said)


@pytest.mark.parametrize("curve", HOLDS.values(), ids=HOLDS)
def test_what_is_flat_holds(curve: Curve) -> None:
    assert faults(run(curve), "refusal: a widget's value, TypeError\n") == []


@pytest.mark.parametrize("curve", LEAKS.values(), ids=LEAKS)
def test_a_leak_is_seen(curve: Curve) -> None:
    assert [fault[:12] for fault in faults(run(curve), "")] == ["Memory grows"]


def test_threads_that_stay_are_seen() -> None:
    assert faults(run(wavering, lambda t: 20 + t % 2), "") == []
    assert [fault[:12] for fault in faults(run(wavering, lambda t: 20 + t / 10), "")] == ["Threads grow"]


@pytest.mark.parametrize(
    "line", ["gates_to_digits error 1f2e3d: KeyError at ui/a.py:1", "Traceback (most recent call last):"]
)
def test_an_error_in_the_log_is_seen(line: str) -> None:
    assert faults(run(wavering), f"start: ready\n{line}\n") == [f"The log holds: {line}"]


def test_the_report_says_what_was_measured(tmp_path: Path) -> None:
    samples = run(wavering)
    write_report(tmp_path, samples, [], seats=12, visits=345)
    assert len((tmp_path / "soak.csv").read_text().splitlines()) == 1 + len(samples)
    assert "<svg" in (tmp_path / "soak.svg").read_text()
    text = (tmp_path / "soak.md").read_text(encoding="utf-8")
    assert "Memory and threads are flat" in text
    assert "345 came" in text
    assert "0.50 of a core" in text
    assert "The first 10 minutes are warm-up" in text
    assert "| minutes 10 to 20 | last 10 minutes |" in text
    assert "Memory grows" in page(samples, faults(run(LEAKS["late"]), ""), seats=12, visits=345)
