"""What deploy/ ships is what the tools that read it understand, and speaks of what is there."""

import json
import re
import shutil
import subprocess
import warnings
from pathlib import Path
from typing import Any

import kubernetes_validate
import pytest
import yaml
from streamlit.runtime.stats import ACTIVE_SESSIONS_FAMILY, SESSION_EVENTS_FAMILY

from server.headers import SETTING as FRAME
from server.headers import frame_ancestors
from server.metrics import METRICS

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"
PAGE = (ROOT / "docs/deploy.md").read_text(encoding="utf-8")
COURSE = (DEPLOY / "kubernetes/course.yaml").read_text()
RESOURCES = list(yaml.safe_load_all(COURSE))
# The page's own line for each: what Kubernetes is told for a path of one's own, in a frame, or for both.
CASES = {"": (), "path": ("#path",), "frame": ("#frame",), "path and frame": ("#path", "#frame")}
FAMILIES = {ACTIVE_SESSIONS_FAMILY, SESSION_EVENTS_FAMILY}
"""What Streamlit tells, and Prometheus asks for."""


def told_kubernetes(case: str) -> dict[str, dict[str, Any]]:
    """Return the resources by kind and name, after the page's lines for a case."""
    programs = re.findall(r"^sed -i\.bak '(.+)' deploy/kubernetes/course\.yaml$", PAGE, re.M)
    text = COURSE
    for marker in CASES[case]:
        (program,) = [program for program in programs if marker in program]
        done = subprocess.run(
            [shutil.which("sed") or "sed", program], input=text, capture_output=True, text=True, check=True
        )
        assert marker not in re.sub(r"^# .*", "", done.stdout, flags=re.M)
        text = done.stdout
    return {f"{each['kind']} {each['metadata']['name']}": each for each in yaml.safe_load_all(text)}


def environment_of(resources: dict[str, dict[str, Any]]) -> dict[str, str]:
    """Return what stands in a pod's environment in so many words."""
    (container,) = resources["Deployment gates-to-digits"]["spec"]["template"]["spec"]["containers"]
    return {each["name"]: each["value"] for each in container["env"] if "value" in each}


@pytest.mark.parametrize("case", CASES)
def test_kubernetes_takes_it(case: str) -> None:
    resources = told_kubernetes(case).values()
    assert len(resources) == len(RESOURCES)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of the library's own
        for resource in resources:
            kubernetes_validate.validate(resource, kubernetes_validate.latest_version(), strict=True)


@pytest.mark.parametrize("case", ["path", "path and frame"])
def test_kubernetes_asks_and_leads_below_the_path(case: str) -> None:
    resources = told_kubernetes(case)
    base = "/" + environment_of(resources)["STREAMLIT_SERVER_BASE_URL_PATH"] + "/"
    (container,) = resources["Deployment gates-to-digits"]["spec"]["template"]["spec"]["containers"]
    probes = [probe["httpGet"]["path"] for name, probe in container.items() if name.endswith("Probe")]
    assert probes == [base + "_stcore/health"] * 3
    (rule,) = resources["Ingress gates-to-digits"]["spec"]["rules"]
    led = {path["path"] for path in rule["http"]["paths"]}
    assert led == {base, base.rstrip("/") + METRICS}


@pytest.mark.parametrize("case", ["frame", "path and frame"])
def test_kubernetes_lets_a_platform_show_it_in_a_frame(case: str) -> None:
    resources = told_kubernetes(case)
    own = environment_of(resources)
    assert frame_ancestors(own) == "https://moodle.school.example"
    assert own["STREAMLIT_SERVER_XSRF_COOKIE_SAME_SITE"] == "none"
    notes = resources["Service gates-to-digits"]["metadata"]["annotations"]
    notes |= resources["Ingress gates-to-digits"]["metadata"]["annotations"]
    (words,) = re.findall(r'^GATES_COOKIE="(.+?)"', PAGE, re.M)
    assert notes["haproxy.org/backend-config-snippet"].endswith(f" dynamic {words}\n")
    assert "haproxy.org/cookie-persistence" not in notes, "it would be a second cookie"
    assert {value for name, value in notes.items() if "samesite" in name} == {"None", "none"}
    assert {value for name, value in notes.items() if name.endswith("secure")} == {"true"}


def test_what_kubernetes_leads_visitors_to_is_there() -> None:
    (ingress,) = [each for each in RESOURCES if each["kind"] == "Ingress"]
    services = {each["metadata"]["name"]: each["spec"] for each in RESOURCES if each["kind"] == "Service"}
    paths = {
        path["path"]: path["backend"]["service"]["name"]
        for path in ingress["spec"]["rules"][0]["http"]["paths"]
    }
    assert set(paths.values()) == set(services)
    assert {path for path, name in paths.items() if "selector" not in services[name]} == {METRICS}


@pytest.mark.parametrize("file", ["compose.yaml", "deploy/haproxy/compose/compose.yaml"])
def test_compose_finds_what_it_names(file: str) -> None:
    services = yaml.safe_load((ROOT / file).read_text())["services"]
    folder = (ROOT / file).parent
    for service in services.values():
        assert service["read_only"]
        assert "build" not in service or (folder / service["build"] / "Dockerfile").is_file()
        for volume in service.get("volumes", []):
            assert (folder / volume.partition(":")[0]).is_file()


@pytest.mark.parametrize("file", ["grafana.json", "alarms.yml"])
def test_what_is_watched_is_told(file: str) -> None:
    text = (DEPLOY / "watch" / file).read_text()
    parts = json.loads(text) if file.endswith("json") else yaml.safe_load(text)
    names = set(re.findall(r"([a-z_]+)\{job=", json.dumps(parts).replace("\\", "")))
    prometheus_own = {"up", "scrape_duration_seconds"}
    assert names == prometheus_own | {ACTIVE_SESSIONS_FAMILY, f"{SESSION_EVENTS_FAMILY}_total"}


def test_prometheus_asks_for_streamlits_figures() -> None:
    settings = yaml.safe_load((DEPLOY / "watch/prometheus.yml").read_text())
    (job,) = settings["scrape_configs"]
    assert job["metrics_path"] == METRICS
    assert set(job["params"]["families"]) == FAMILIES
    assert job["authorization"], "without the word they are closed"


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


def test_hosts_that_take_the_repository_as_it_is_find_no_file_too_large() -> None:
    git = shutil.which("git") or "git"
    listed = subprocess.run([git, "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    sizes = {
        name: (ROOT / name).stat().st_size for name in listed.stdout.split("\0") if (ROOT / name).is_file()
    }
    assert len(sizes) > 300
    assert {name for name, size in sizes.items() if size > 10 * 2**20} == set()
    assert "packages.txt" not in sizes, "no package of the system is needed"
