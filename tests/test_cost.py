"""The measure itself: work of a known size."""

import sys

import pytest

from tests.support.cost import cost_of

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Linux alone says so where we look")


def test_memory_above_rest_is_counted_and_setup_is_not() -> None:
    setup = "import numpy as np; np.ones(30_000_000); kept = np.ones(5_000_000)"
    assert cost_of("np.ones(10_000_000)", setup=setup).megabytes == pytest.approx(76, abs=12)


def test_cpu_seconds_are_counted_and_waiting_is_not() -> None:
    busy = "import time\nwhile time.process_time() - begun < 0.3: pass"
    begun = "import time; begun = time.process_time()"
    assert 0.25 < cost_of(busy, setup=begun).cpu_seconds < 0.6
    assert cost_of("time.sleep(0.5)", setup="import time").cpu_seconds < 0.2


def test_arguments_and_output() -> None:
    assert cost_of("import sys; print(*sys.argv[1:])", 3, "four").output == "3 four"


def test_work_that_fails_says_why() -> None:
    with pytest.raises(AssertionError, match="ZeroDivisionError"):
        cost_of("1 / 0")
