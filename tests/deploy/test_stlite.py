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
app = AppTest.from_file(Path(sys.argv[1], "app.py"), default_timeout=60).run()
for page in sorted(Path(sys.argv[1], "pages").glob("*.py")):
    app.switch_page(f"pages/{page.name}").run()
    if page.stem == "draw":
        app.button(key="show_me_one").click().run()
    absent = sum(caption.value == "The training images are not in this build." for caption in app.caption)
    print(json.dumps([page.stem, len(app.exception), [error.value for error in app.error], absent]))
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
    pages = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(pages) == len(list((ROOT / "pages").glob("*.py"))), done.stderr
    assert {name: errors for name, exceptions, errors, _ in pages if exceptions or errors} == {}
    assert {name: absent for name, *_, absent in pages if absent} == {"draw": 1, "loss": 1}
