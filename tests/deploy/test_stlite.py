"""The static build has all that the pages need, by themselves in a folder, and no more than it should."""

import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VISIT = """
import json
import sys
from pathlib import Path
from streamlit.testing.v1 import AppTest
sys.path.insert(0, sys.argv[1])
from ui.course import BESIDE, COURSE
from ui.texts import lesson
app = AppTest.from_file(Path(sys.argv[1], "app.py"), default_timeout=60).run()
for page in (*COURSE, *BESIDE):
    app.switch_page(page.file).run()
    sections = [section.name for section in lesson(page.url).sections] if page in COURSE else [""]
    absent = []
    for name in sections:
        if name:
            app.query_params["at"] = name
            app.run()
        if name == "your-digit":
            app.button(key="show_me_one").click().run()
        if any(caption.value == "The training images are not in this build." for caption in app.caption):
            absent.append(name)
        if app.exception or app.error:
            print(json.dumps([page.url, name, [error.value for error in (*app.exception, *app.error)]]))
    print(json.dumps([page.url, absent]))
"""


def test_the_pages_run_from_the_build_alone(tmp_path: Path) -> None:
    script = ROOT / "deploy/stlite/build.py"
    done = subprocess.run(
        [sys.executable, script, tmp_path / "site"], capture_output=True, text=True, check=True
    )
    assert re.search(r": \d\.\d MB\n$", done.stdout), "it is below ten megabytes"
    page = (tmp_path / "site/index.html").read_text()
    options, _ = json.JSONDecoder().raw_decode(page[page.index("mount({") + len("mount(") :])
    assert options["entrypoint"] == "app.py"
    with zipfile.ZipFile(tmp_path / "site" / options["archives"][0]["url"]) as archive:
        archive.extractall(tmp_path / "course")
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", VISIT, tmp_path / "course"],
        cwd=tmp_path / "course",
        capture_output=True,
        text=True,
    )
    said = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line for line in said if len(line) == 3] == [], done.stderr
    absent = dict(line for line in said if len(line) == 2)
    assert len(absent) == len(list((ROOT / "pages").glob("*.py"))), done.stderr
    assert {page: names for page, names in absent.items() if names} == {
        "draw": ["nearest"],
        "learn": ["digits-learned", "own-digits"],
        "loss": ["not-mistakes"],
    }
