"""Fuzz for a time: ``python -m checks.fuzz 600``, ten minutes, for all targets, or for those named after it.

Each target runs in processes of its own, which libFuzzer ends at the first finding: its input is
then in .cache/fuzz. What is new to it is kept there too, for the next time.
"""

import subprocess
import sys

import atheris

with atheris.instrument_imports(include=["nncore", "ui", "json"]):
    from checks.fuzz.targets import ROWS, TARGETS
from checks.fuzz import guard
from checks.fuzz.replay import CORPUS

FOUND = CORPUS.parent.parent / ".cache" / "fuzz"
OPTIONS = ["-max_len=20000", "-len_control=0", "-timeout=9", "-rss_limit_mb=4000", "-print_final_stats=1"]
"""The worst input may take a third of these seconds; the megabytes are of all that one process has read."""
ROUND = 30
"""Seconds of one process: the instruments need ever more memory."""


def fuzz(name: str, seconds: int) -> bool:
    """Fuzz one target in a process of its own; say how it went and return whether nothing was found."""
    (FOUND / name).mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "checks.fuzz", "--target", name, *OPTIONS, f"-max_total_time={seconds}"]
    command += [f"-artifact_prefix={FOUND / name}-", str(FOUND / name), str(CORPUS / name)]
    done = subprocess.run(command, capture_output=True, check=False)
    said = done.stderr.decode(errors="replace") + done.stdout.decode(errors="replace")
    count = said.rpartition("number_of_executed_units:")[2].split("\n")[0].strip()
    if done.returncode:
        (FOUND / f"{name}.log").write_text(said)
    found = f"FOUND something, see {FOUND / name}.log" if done.returncode else "nothing found"
    sys.stdout.write(f"{name}: {count} inputs in {seconds} seconds, {found}\n")
    sys.stdout.flush()
    return done.returncode == 0


def main() -> None:
    """Fuzz all targets in turn, or the one of this process."""
    if sys.argv[1] == "--target":
        target = TARGETS[sys.argv[2]]
        guard.install()
        atheris.Setup([sys.argv[0], *sys.argv[3:]], lambda data: guard.watched(target, data))
        atheris.Fuzz()
    names = sys.argv[2:] or list(TARGETS)
    (FOUND / "address").mkdir(parents=True, exist_ok=True)
    for number, setting in enumerate(ROWS):  # nobody finds their names by chance
        (FOUND / "address" / f"setting-{number}").write_text(setting)
    rounds = max(1, int(sys.argv[1]) // (ROUND * len(names)))
    seconds = max(1, int(sys.argv[1]) // (rounds * len(names)))
    results = [fuzz(name, seconds) for _ in range(rounds) for name in names]
    sys.exit(not all(results))


if __name__ == "__main__":
    main()
