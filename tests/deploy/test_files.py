"""What deploy/ ships is what the tools that read it understand, and speaks of what is there."""

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
import warnings
from pathlib import Path

import kubernetes_validate
import pytest
import yaml
from prometheus_client.openmetrics.parser import text_string_to_metric_families

from nncore.base.budget import CONNECTIONS
from server.figures import OWN, STREAMLITS, told
from server.headers import SETTING as FRAME
from server.headers import frame_ancestors

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"
RESOURCES = list(yaml.safe_load_all((DEPLOY / "kubernetes/course.yaml").read_text()))
OF_OTHERS = {"up", "active_sessions"}
"""Figures that Prometheus and Streamlit tell."""


@pytest.mark.parametrize("resource", RESOURCES, ids=lambda resource: resource["kind"])
@pytest.mark.parametrize("version", ["1.27", kubernetes_validate.latest_version()])
def test_kubernetes_takes_it(resource: dict[str, object], version: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of the library's own
        kubernetes_validate.validate(resource, version, strict=True)


def test_kubernetes_has_all_that_a_school_needs() -> None:
    kinds = {resource["kind"] for resource in RESOURCES}
    assert kinds == {"Deployment", "Service", "Ingress", "HorizontalPodAutoscaler", "PodDisruptionBudget"}


def test_what_kubernetes_leads_visitors_to_is_there() -> None:
    (ingress,) = [each for each in RESOURCES if each["kind"] == "Ingress"]
    services = {each["metadata"]["name"]: each["spec"] for each in RESOURCES if each["kind"] == "Service"}
    paths = {
        path["path"]: path["backend"]["service"]["name"]
        for path in ingress["spec"]["rules"][0]["http"]["paths"]
    }
    assert set(paths.values()) == set(services)
    assert {path for path, name in paths.items() if "selector" not in services[name]} == {OWN, STREAMLITS}


def test_a_resource_with_a_wrong_word_is_found() -> None:
    wrong = json.loads(json.dumps(RESOURCES[0]).replace("readinessProbe", "readynessProbe"))
    with pytest.raises(kubernetes_validate.ValidationError):
        kubernetes_validate.validate(wrong, kubernetes_validate.latest_version(), strict=True)


@pytest.mark.parametrize("file", ["compose.yaml", "deploy/haproxy/compose/compose.yaml"])
def test_compose_finds_what_it_names(file: str) -> None:
    services = yaml.safe_load((ROOT / file).read_text())["services"]
    folder = (ROOT / file).parent
    for service in services.values():
        assert service["read_only"]
        assert "build" not in service or (folder / service["build"] / "Dockerfile").is_file()
        for volume in service.get("volumes", []):
            assert (folder / volume.partition(":")[0]).is_file()


@pytest.mark.parametrize("file", ["compose.yaml", "deploy/haproxy/compose/compose.yaml"])
def test_compose_takes_the_names_that_the_page_on_deploying_says(file: str) -> None:
    text = (ROOT / "docs/deploy.md").read_text(encoding="utf-8")
    services = yaml.safe_load((ROOT / file).read_text())["services"].values()
    settings = {name: value for service in services for name, value in service["environment"].items()}
    taken = {name: found[1] for name, value in settings.items() if (found := re.match(r"\$\{(\w+)", value))}
    assert {name: named for name, named in taken.items() if name != named} == {}
    assert {name for name in taken if f"{name}=" not in text} == set()


def test_as_many_pods_come_as_a_thousand_learners_need() -> None:
    (most,) = [each["spec"]["maxReplicas"] for each in RESOURCES if each["kind"] == "HorizontalPodAutoscaler"]
    text = (ROOT / "docs/deploy.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| 1 000 \| (\d+) ", text, re.M) == [str(most)]


def test_the_hosts_that_are_shown_are_read_as_two() -> None:
    text = (DEPLOY / "haproxy/systemd/gates.env").read_text()
    (value,) = re.findall(r"^#STREAMLIT_SERVER_ALLOWED_HOSTS=(.*)$", text, re.M)
    done = subprocess.run(
        [sys.executable, "-m", "streamlit", "config", "show"],
        env=os.environ | {"STREAMLIT_SERVER_ALLOWED_HOSTS": value},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    settings = tomllib.loads(done.stdout[done.stdout.index("[global]") :])
    assert settings["server"]["allowedHosts"] == ["digits.school.example", "127.0.0.1"]


def told_names() -> set[str]:
    """The names of all figures that a process tells."""
    return {sample.name for family in text_string_to_metric_families(told()) for sample in family.samples}


@pytest.mark.parametrize("file", ["grafana.json", "alarms.yml"])
def test_what_is_watched_is_told(file: str) -> None:
    text = (DEPLOY / "watch" / file).read_text()
    parts = json.loads(text) if file.endswith("json") else yaml.safe_load(text)
    names = set(re.findall(r"\b(?:gates|process)_[a-z_]*[a-z]\b", json.dumps(parts)))
    assert len(names) > 3
    assert names <= told_names() | OF_OTHERS


def test_prometheus_asks_for_our_figures_and_for_streamlits() -> None:
    settings = yaml.safe_load((DEPLOY / "watch/prometheus.yml").read_text())
    jobs = {job["job_name"]: job for job in settings["scrape_configs"]}
    paths = {name: job.get("metrics_path", "/metrics") for name, job in jobs.items()}
    assert paths == {"gates-to-digits": OWN, "streamlit": STREAMLITS}
    assert all(job["authorization"] for job in jobs.values()), "without the word they are closed"


def test_the_alarm_comes_before_a_process_is_full() -> None:
    (limit,) = re.findall(r"max\(gates_visitors\) > (\d+)", (DEPLOY / "watch/alarms.yml").read_text())
    assert 0.7 * CONNECTIONS.most < int(limit) < CONNECTIONS.most


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="there is no systemd here")
def test_systemd_takes_its_units(tmp_path: Path) -> None:
    for name in ("gates@.service", "gates.target"):
        text = (DEPLOY / "haproxy/systemd" / name).read_text()
        (tmp_path / name).write_text(re.sub(r"/srv/\S+/python", "/bin/true", text).replace("WantedBy", "#"))
    shutil.copy(tmp_path / "gates@.service", tmp_path / "gates@18501.service")
    command = ["systemd-analyze", "verify", "--man=no", str(tmp_path / "gates@18501.service")]
    done = subprocess.run(command, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_settings_that_are_shown_are_known() -> None:
    shown = "".join(
        path.read_text() for path in DEPLOY.rglob("*") if path.suffix in (".env", ".yaml", ".conf")
    )
    for name in set(re.findall(r"STREAMLIT_((?:SERVER|BROWSER)_[A-Z_]+)", shown)):
        section, _, option = name.lower().partition("_")
        words = option.split("_")
        option = words[0] + "".join(map(str.capitalize, words[1:]))
        assert _is_option(f"{section}.{option}"), name
    assert FRAME in shown
    assert frame_ancestors({FRAME: "https://moodle.school.example"})


def _is_option(name: str) -> bool:
    from streamlit import config

    return name in config._config_options_template


def test_the_check_of_health_needs_no_package_of_ours() -> None:
    path = DEPLOY / "healthy.py"
    spec = importlib.util.spec_from_file_location("healthy", path)
    assert spec is not None
    assert set(re.findall(r"^import (\w+)", path.read_text(), re.M)) == {"os", "sys", "time", "urllib"}


def test_hosts_that_take_the_repository_as_it_is_find_no_file_too_large() -> None:
    git = shutil.which("git") or "git"
    listed = subprocess.run([git, "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    sizes = {
        name: (ROOT / name).stat().st_size for name in listed.stdout.split("\0") if (ROOT / name).is_file()
    }
    assert len(sizes) > 300
    assert {name for name, size in sizes.items() if size > 10 * 2**20} == set()
    assert "packages.txt" not in sizes, "no package of the system is needed"


def test_the_page_on_deploying_names_what_is_there() -> None:
    text = (ROOT / "docs/deploy.md").read_text(encoding="utf-8")
    for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text):
        assert (ROOT / "docs" / link).exists(), link
    for file in re.findall(r"\b(?:deploy|nncore)/[\w./-]+\w", text):
        assert (ROOT / file).exists(), file
    headings = {
        re.sub(r"[^\w -]", "", line[3:].lower()).replace(" ", "-")
        for line in text.splitlines()
        if line[:3] == "## "
    }
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= headings
