"""What a process tells whoever runs the course, of visitors that came through HAProxy."""

import http.client
import json

from prometheus_client.openmetrics.parser import text_string_to_metric_families

from checks.proxy.conftest import WORD
from checks.proxy.lessons import draws
from tests.support.drawing_hand import DIGITS
from tests.support.running import awaited
from tools.farm import Farm
from tools.visitor import Visitor


def numbers(port: int) -> dict[str, float]:
    """What the process on this port tells."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", "/metrics", headers={"Authorization": f"Bearer {WORD}"})
    text = connection.getresponse().read().decode()
    connection.close()
    return {s.name: s.value for family in text_string_to_metric_families(text) for s in family.samples}


def test_visitors_strokes_and_answers_are_counted(course: Farm) -> None:
    async def lesson() -> tuple[dict[str, float], dict[str, float]]:
        async with Visitor(course.address) as visitor:
            port = int(course.who_serves(visitor.cookies).removeprefix("app"))
            before = numbers(port)
            await visitor.open("draw")
            await draws(visitor, 4)
            return before, numbers(port)

    before, after = awaited(lesson())
    assert before["gates_visitors"] >= 1
    assert after["gates_visitors"] >= 1
    assert after["gates_strokes_total"] - before["gates_strokes_total"] == len(DIGITS[4])
    assert after["gates_answer_seconds_count"] - before["gates_answer_seconds_count"] >= 2


def test_lines_of_the_log_are_read_by_programs(course: Farm) -> None:
    lines = [json.loads(line) for line in course.log.read_text().splitlines() if line.startswith("{")]
    starts = [line for line in lines if line["event"] == "start"]
    assert len(starts) >= 3
    assert all(line["seconds"] > 0 and line["level"] == "info" for line in starts)
    assert all(line["seconds"] > 0 for line in lines if line["event"] == "read")
