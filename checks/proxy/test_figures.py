"""What a process tells whoever runs the course, of visitors that came through HAProxy."""

import http.client
import json

from prometheus_client.openmetrics.parser import text_string_to_metric_families

from checks.proxy.conftest import WORD
from server.metrics import METRICS
from tests.support.running import awaited
from tools.farm import Farm
from tools.visitor import Visitor


def numbers(port: int) -> dict[str, float]:
    """What the process on this port tells."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", METRICS, headers={"Authorization": f"Bearer {WORD}"})
    text = connection.getresponse().read().decode()
    connection.close()
    return {s.name: s.value for family in text_string_to_metric_families(text) for s in family.samples}


def test_open_pages_are_counted(course: Farm) -> None:
    async def lesson() -> float:
        async with Visitor(course.address) as visitor:
            await visitor.open("draw")
            port = int(course.who_serves(visitor.cookies).removeprefix("app"))
            return numbers(port)["active_sessions"]

    assert awaited(lesson()) >= 1


def test_lines_of_the_log_are_read_by_programs(course: Farm) -> None:
    lines = [json.loads(line) for line in course.log.read_text().splitlines() if line.startswith("{")]
    starts = [line for line in lines if line["event"] == "start"]
    assert len(starts) >= 3
    assert all(line["seconds"] > 0 and line["level"] == "info" for line in starts)
    assert all(line["seconds"] > 0 for line in lines if line["event"] == "read")
