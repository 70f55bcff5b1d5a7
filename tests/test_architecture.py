"""Who may import whom. Imports run one way: app, serve → pages → ui → nncore; server only knows ui."""

import ast
import inspect
import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import nncore

ROOT = Path(__file__).resolve().parent.parent
THIRD_PARTY = {"PIL": {"picture_file.py", "strokes.py"}, "tqdm": {"run.py"}}


def scripts(*folders: str) -> list[Path]:
    return [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]


def imports(path: Path) -> set[str]:
    """Every module that a file names in an import, wherever in the file; dotted and absolute."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            package = path.relative_to(ROOT).parts[: -node.level] if node.level else ()
            module = ".".join([*package, *([node.module] if node.module else [])])
            found |= {module} | {f"{module}.{alias.name}" for alias in node.names}
    return found


def roots(path: Path) -> set[str]:
    return {name.partition(".")[0] for name in imports(path)}


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def offenders(paths: Iterable[Path], wrong: Callable[[Path], set[str]]) -> dict[str, set[str]]:
    """Return which of the files do something wrong, and what."""
    found = {relative(path): wrong(path) for path in paths}
    return {path: names for path, names in found.items() if names}


def test_there_is_something_to_check() -> None:
    assert len(scripts("nncore")) >= 9
    assert len(scripts("pages")) >= 2
    assert len(scripts("ui")) >= 5
    assert {"numpy", "nncore"} <= roots(ROOT / "nncore/weights/files.py")


def test_importing_nncore_pulls_in_no_web_page_and_no_plots() -> None:
    code = "import sys, nncore; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert {"nncore", "numpy"} <= loaded
    assert not loaded & {"streamlit", "matplotlib", "pandas", "altair", "pyarrow", "ui", "tornado"}


def test_nncore_needs_only_the_standard_library_and_numpy() -> None:
    def foreign(path: Path) -> set[str]:
        others = roots(path) - sys.stdlib_module_names - {"nncore", "numpy"}
        return {name for name in others if path.name not in THIRD_PARTY.get(name, set())}

    assert not offenders(scripts("nncore"), foreign)


FACE = ROOT / "nncore/__init__.py"
THE_FIVE = "activations gates network predict mnist"
ORDER = ("types", "base", THE_FIVE, "weights learning images", "explain", "evaluation", "train")
LINE = {part: number for number, line in enumerate(ORDER) for part in line.split()}


def part_of(path: Path) -> str:
    return path.relative_to(ROOT / "nncore").parts[0].removesuffix(".py")


def parts_used(path: Path) -> set[str]:
    return {name.split(".")[1] for name in imports(path) if name.startswith("nncore.")}


def test_each_part_of_nncore_imports_only_what_stands_above_it_and_the_five_each_other() -> None:
    def not_above(path: Path) -> set[str]:
        here = part_of(path)
        beside = {here, *(THE_FIVE.split() if here in THE_FIVE.split() else ())}
        return {there for there in parts_used(path) - beside if LINE.get(there, len(ORDER)) >= LINE[here]}

    inside = [path for path in scripts("nncore") if path != FACE]
    assert {part_of(path) for path in inside} == set(LINE)
    assert not offenders(inside, not_above)
    assert parts_used(FACE) == set(LINE) - {"train"}


def test_pages_and_ui_take_from_nncore_what_its_face_offers_and_nothing_from_behind_it() -> None:
    def behind(path: Path) -> set[str]:
        return {name for name in imports(path) if name.startswith("nncore.") and name.count(".") > 1}

    assert not offenders(scripts("pages", "ui"), behind)


def test_pages_never_import_each_other_and_a_page_s_folder_is_its_own() -> None:
    pages = {page.stem for page in scripts("pages")}

    def another_s(path: Path) -> set[str]:
        own = relative(path).split("/")[1] if relative(path).startswith("ui/") else path.stem
        used = {name.split(".")[1] for name in imports(path) if name.startswith("ui.")}
        return (used & pages - {own}) | (roots(path) & (pages | {"pages", "app"}))

    assert not offenders([ROOT / "app.py", *scripts("pages", "ui")], another_s)


def test_ui_never_imports_a_page() -> None:
    above = {"pages", "app", "serve", "server", "tests", "benchmarks"}
    assert not offenders(scripts("ui"), lambda path: roots(path) & above)


def test_the_server_knows_nothing_of_the_course_but_what_all_pages_share() -> None:
    allowed = {"google", "nncore", "server", "starlette", "streamlit", "ui", "uvicorn"}  # google: protobuf
    server = [ROOT / "serve.py", *scripts("server")]
    assert not offenders(server, lambda path: roots(path) - allowed - sys.stdlib_module_names)


def test_the_course_does_not_need_the_server() -> None:
    server = {"serve", "server", "starlette", "uvicorn"}
    assert not offenders([ROOT / "app.py", *scripts("pages", "nncore")], lambda path: roots(path) & server)


def test_only_figures_import_matplotlib_and_nothing_pyplot() -> None:
    def plots(path: Path) -> set[str]:
        found = {"pyplot"} & {part for name in imports(path) for part in name.split(".")}
        found |= {"import_module"} & set(re.findall(r"\w+", path.read_text(encoding="utf-8")))
        return found | (set() if relative(path).startswith("ui/figures") else {"matplotlib"} & roots(path))

    assert not offenders([ROOT / "app.py", *scripts("pages", "ui")], plots)


UNIX_ONLY = {
    *("fork", "execv", "execve", "execvp", "killpg", "setsid", "symlink", "symlink_to", "hardlink_to"),
    *(
        "getuid",
        "geteuid",
        "sched_getaffinity",
        "sysconf",
        "uname",
        "SIGKILL",
        "SIGHUP",
        "SIGUSR1",
        "SIGALRM",
    ),
}
UNIX_MODULES = {"fcntl", "grp", "pty", "pwd", "resource", "termios"}


def test_the_app_needs_nothing_that_only_some_systems_have() -> None:
    def missing(path: Path) -> set[str]:
        return (names_used(path) & UNIX_ONLY) | (roots(path) & UNIX_MODULES)

    app = [ROOT / "app.py", ROOT / "serve.py", *scripts("pages", "ui", "server", "nncore")]
    training = ROOT / "nncore/train/__main__.py"  # begins anew with other settings; the app never runs it
    assert not offenders([path for path in app if path != training], missing)


def names_used(path: Path) -> set[str]:
    tree = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return {node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "") for node in tree}


CACHES = {"cache", "lru_cache", "cached_property"}
LETTERS = ("ui/figures/base.py", "ui/figures/svg.py")  # how wide they are, and their outlines
WITH_CACHES = ("ui/resources.py", "ui/source.py", *LETTERS)


def test_only_resources_caches_and_nothing_that_a_visitor_can_empty() -> None:
    """Streamlit's own a message empties for all; one elsewhere could show a visitor another's things."""

    def caches(path: Path) -> set[str]:
        streamlits = {name for name in names_used(path) if name.startswith("cache_")}
        streamlits |= {name for name in imports(path) if ".cache_" in name}
        ours = CACHES & {name.rpartition(".")[2] for name in imports(path)}
        return streamlits | (ours if relative(path) not in WITH_CACHES else set())

    assert not offenders([ROOT / "app.py", *scripts("pages", "ui", "server")], caches)


def test_every_module_of_nncore_opens_with_what_it_is_for() -> None:
    texts = {relative(path): path.read_text(encoding="utf-8") for path in scripts("nncore")}
    assert not [path for path, text in texts.items() if not ast.get_docstring(ast.parse(text))]


CONTRACT = """
    AND NAND OR XOR Perceptron GATES step_function sigmoid relu tanh identity_function softmax ACTIVATIONS
    Layer Network Trace init_network forward predict load_mnist load_network
    prepare to_mnist Preparation NothingDrawn accuracy
    sum_squared_error cross_entropy_error numerical_diff numerical_gradient gradient_descent backward
    SGD Momentum AdaGrad Adam
"""
"""What the course promises to readers, whether a page uses it or not."""
OFFERED = {name: getattr(nncore, name) for name in nncore.__all__}


def test_nncore_offers_what_the_course_promises_and_else_only_what_somebody_outside_uses() -> None:
    outside = [*scripts("pages", "ui", "server", "benchmarks", "tools", "checks")]
    used = {name.removeprefix("nncore.") for path in outside for name in imports(path)}
    assert set(OFFERED) >= set(CONTRACT.split())
    assert not set(OFFERED) - set(CONTRACT.split()) - used


def test_everything_public_has_a_docstring() -> None:
    for name, thing in OFFERED.items():
        if not (inspect.isroutine(thing) or inspect.isclass(thing)):
            continue
        assert thing.__module__.startswith("nncore."), name
        documented: list[object] = [thing]
        if inspect.isclass(thing):
            documented += [
                value
                for key, value in vars(thing).items()
                if not key.startswith("_") and (inspect.isfunction(value) or isinstance(value, property))
            ]
        for item in documented:
            doc = item.__doc__ or ""
            assert len(doc) > 20, item
            assert not doc.startswith(f"{name}("), f"{name} has only the docstring that dataclass made up"
