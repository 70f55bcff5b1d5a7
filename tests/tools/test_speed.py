"""The table of speed: what fails or is interrupted is a line of it, and it is written where it belongs."""

from pathlib import Path

import pytest

from benchmarks import predicting, speed
from benchmarks.amount import QUICK, Amount
from benchmarks.table import Figure, figure, missing
from nncore import Array, Network, load_mnist, load_network


def good(_: Amount) -> list[Figure]:
    return [figure("a step", [1.0, 2.0, 3.0], "ms", most=5)]


def slow(_: Amount) -> list[Figure]:
    return [figure("a leap", [9.0], "ms", most=5)]


def broken(_: Amount) -> list[Figure]:
    raise RuntimeError("the peer | fell over\nand more")


def interrupted(_: Amount) -> list[Figure]:
    raise KeyboardInterrupt


@pytest.fixture
def only(monkeypatch, tmp_path: Path):
    monkeypatch.setattr("benchmarks.growth.FOLDER", tmp_path)
    return lambda **parts: monkeypatch.setattr(speed, "PARTS", parts)


@pytest.mark.parametrize(
    ("parts", "reached"),
    [({"a": good}, True), ({"a": good, "b": slow}, False), ({"a": broken, "b": good}, False)],
)
def test_it_says_whether_all_is_reached(only, capsys, parts, reached: bool) -> None:
    only(**parts)
    assert speed.main() is reached
    assert "a step" in capsys.readouterr().out  # what failed first keeps nothing from being measured


def unmeasured(_: Amount) -> list[Figure]:
    return [figure("a hop", [1.0], "ms", floor=figure("the ground", [float("nan")], "ms"), most_ratio=2)]


def without_floor(_: Amount) -> list[Figure]:
    return [figure("a hop", [1.0], "ms", floor=None, most_ratio=2)]


def nothing(_: Amount) -> list[Figure]:
    return [missing("all hops", "no legs", reach="to be measured")]


@pytest.mark.parametrize("part", [unmeasured, without_floor, nothing])
def test_what_could_not_be_measured_is_not_reached(only, capsys, part) -> None:
    only(a=part)
    assert speed.main() is False
    assert capsys.readouterr().out.splitlines()[1].endswith("NO")
    told = part(QUICK)[0]
    assert told.ratio is None
    assert "not measured" in told.beside or told.beside == "no legs"


def test_without_pytorch_nobody_says_that_we_are_faster(monkeypatch) -> None:
    monkeypatch.setattr(predicting, "PEERS", {})
    once_more = [each for each in predicting.figures(1) if each.what.endswith("once more")]
    assert [each.reached for each in once_more] == [False] * len(predicting.SIZES)


def test_an_interruption_ends_it_and_shows_what_there_is(only, capsys) -> None:
    only(a=good, b=interrupted, c=slow)
    assert speed.main() is False
    said = capsys.readouterr().out
    assert "KeyboardInterrupt" in said
    assert "a step" in said
    assert "a leap" not in said


def test_the_page_gets_the_table_and_keeps_its_words(only, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"before\n{speed.BEGIN}old\n{speed.END}after\n")
    only(a=good, b=broken)
    speed.main(["--write", str(page)])
    text = page.read_text()
    assert text.startswith(f"before\n{speed.BEGIN}")
    assert text.endswith(f"{speed.END}after\n")
    assert f"{speed.BEGIN}\nOn " in text
    assert "old" not in text
    assert "| a step | 2 ms | 1.1–2.9 |  | ≤ 5 ms | yes |" in text
    assert "| RuntimeError: the peer / fell over |  | NO |" in text


def test_figures_of_a_quick_run_are_not_written(only, tmp_path: Path) -> None:
    only(a=good)
    with pytest.raises(SystemExit):
        speed.main(["--quick", "--write", str(tmp_path / "page.md")])


def test_a_peer_that_fails_or_answers_otherwise_is_told_of(monkeypatch) -> None:
    def falls(_: Network) -> predicting.Reader:
        raise OSError("no such library")

    def lies(network: Network) -> predicting.Reader:
        return lambda x: network.forward(x).Y + 1

    def absent(_: Network) -> predicting.Reader:
        raise ImportError

    monkeypatch.setattr(predicting, "PEERS", {"falls": falls, "lies": lies, "absent": absent})
    images: Array = load_mnist()[1][0][:10]
    readers, lines = predicting.found_readers(load_network(), images)
    assert list(readers) == ["bare products", "predict"]
    assert [(line.what, line.reached) for line in lines] == [
        ("falls", False),
        ("lies", False),
        ("absent", None),
    ]


def test_all_take_turns_there_and_back(monkeypatch) -> None:
    monkeypatch.setattr(predicting, "TURN", 0)
    read: list[str] = []
    readers = {name: lambda _, name=name: read.append(name) for name in "abc"}
    taken = predicting.milliseconds(readers, None, 1)
    assert "".join(read) == "abc" + 2 * "abccba"
    assert [len(each) for each in taken.values()] == [predicting.TURNS] * 3


def test_a_quick_run_measures_less_of_everything() -> None:
    whole = Amount()
    for name, value in vars(QUICK).items():
        assert value < getattr(whole, name), name
