"""The course goes without this checkout: as a package, under Streamlit alone, as the Dockerfile copies it."""

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

from checks.drills.conftest import served
from tests.visitors.beside import walks_through

PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check"]


def wheel_of(checkout: Path) -> Path:
    """Build what `pip install .` installs, without git."""
    build = ["wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", "dist", "."]
    subprocess.run([*PIP, *build], cwd=checkout, check=True)
    (wheel,) = (checkout / "dist").glob("*.whl")
    return wheel


def test_installed_as_a_package_in_a_folder_with_a_space(fresh: Path, tmp_path: Path) -> None:
    wheel, folder = wheel_of(fresh), tmp_path / "a folder of one's own"
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert tops == {"gates_to_digits", f"{wheel.name[:21]}.dist-info"}

    venv.create(folder, with_pip=False)
    install = ["--python", str(folder / "bin/python"), "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*PIP, *install, str(wheel)], check=True)
    (packages,) = folder.glob("lib/*/site-packages")
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib"))
    shutil.rmtree(fresh)
    command = [str(folder / "bin/gates-to-digits"), "--port"]
    with served(lambda port: [*command, str(port)], folder, HOME="/nonexistent") as address:
        walks_through(address, 7)
    assert "Traceback" not in (folder / "log").read_text()


def test_streamlit_by_itself_serves_the_same_course(installed: Path) -> None:
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless=true"]
    with served(lambda _: command, installed) as address:
        walks_through(address, 4)
    assert "Traceback" not in (installed / "log").read_text()


def steps_of(dockerfile: Path) -> list[tuple[str, str]]:
    """Return a Dockerfile's steps, each as its word and the rest."""
    text = re.sub(r"^#.*\n", "", dockerfile.read_text(encoding="utf-8"), flags=re.M).replace("\\\n", " ")
    return [(word, rest) for word, _, rest in (line.partition(" ") for line in text.splitlines() if line)]


def copied(rest: str, context: Path, app: Path) -> None:
    """Carry out a COPY, of what .dockerignore lets Docker see."""
    seen = re.findall(r"^!(.+)$", (context / ".dockerignore").read_text(encoding="utf-8"), re.M)
    *names, to = rest.split()
    for name in names:
        assert name in seen, f"Docker does not see {name}: .dockerignore leaves it out"
        target = app / to / Path(name).name if to.endswith("/") else app / to
        target.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if (context / name).is_dir() else shutil.copy2)(context / name, target)


def test_what_the_dockerfile_copies_is_the_whole_course(fresh: Path, tmp_path: Path) -> None:
    """Its packages are those of the lock, which CI installs: here they are borrowed."""
    app, said = tmp_path / "app", dict(steps_of(fresh / "Dockerfile"))
    for word, rest in steps_of(fresh / "Dockerfile"):
        if word == "COPY" and not rest.startswith("--from="):
            copied(rest, fresh, app)
    shutil.rmtree(fresh)

    def words(step: str) -> list[str]:
        return [sys.executable if word == "/venv/bin/python" else word for word in json.loads(step)]

    own = dict(pair.split("=", 1) for pair in said["ENV"].split()) | {"PATH": os.defpath}
    del own["STREAMLIT_SERVER_PORT"]
    with served(lambda _: words(said["CMD"]), app, **own) as address:
        port = {"STREAMLIT_SERVER_PORT": address.rpartition(":")[2]}
        healthy = words(said["HEALTHCHECK"].partition(" CMD ")[2])
        assert subprocess.run(healthy, cwd=app, env=own | port).returncode == 0
        walks_through(address, 4)
    assert subprocess.run(healthy, cwd=app, env=own | port).returncode == 1
    assert "ready after" in (app / "log").read_text()
    assert not re.search("Traceback|[Ee]rror|[Ww]arning", (app / "log").read_text())
