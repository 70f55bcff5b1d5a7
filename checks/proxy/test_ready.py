"""When a process says that it is ready: what Kubernetes, systemd, Docker and HAProxy ask for."""

import os
import subprocess
import sys
from pathlib import Path

from tools.serving import ROOT, serving


def healthy(port: str) -> int:
    """What the check says that Docker and systemd make."""
    command = [sys.executable, ROOT / "deploy/healthy.py"]
    return subprocess.run(command, env=os.environ | {"STREAMLIT_SERVER_PORT": port}).returncode


def test_a_process_answers_once_its_warm_start_is_over(log: Path) -> None:
    with serving(log, GATES_WARM="1") as (address, process):
        text = log.read_text()
        assert text.index("read: all after") < text.index("start: ready after")
        port = address.rpartition(":")[2]
        assert healthy(port) == 0
        process.terminate()
        process.wait(60)
        assert healthy(port) == 1
