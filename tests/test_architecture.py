"""Who may import whom. Imports run one way: app, serve → pages → ui → nncore; server only knows ui."""

import ast
import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def scripts(*folders: str) -> list[Path]:
    found = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
    assert found
    return found


@cache
def nodes_of(path: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


@cache
def imports(path: Path) -> set[str]:
    """Every module that a file names in an import, wherever in the file; dotted and absolute."""
    found = set()
    for node in nodes_of(path):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            package = path.relative_to(ROOT).parts[: -node.level] if node.level else ()
            module = ".".join([*package, *([node.module] if node.module else [])])
            found |= {module} | {f"{module}.{alias.name}" for alias in node.names}
    return found


def roots(path: Path) -> set[str]:
    return {name.partition(".")[0] for name in imports(path)}


@cache
def names_used(path: Path) -> set[str]:
    return {
        node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "") for node in nodes_of(path)
    }


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def offenders(paths: Iterable[Path], wrong: Callable[[Path], set[str]]) -> dict[str, set[str]]:
    """Return which of the files do something wrong, and what."""
    found = {relative(path): wrong(path) for path in paths}
    return {path: names for path, names in found.items() if names}


APP, SERVE = ROOT / "app.py", ROOT / "serve.py"


def test_importing_nncore_pulls_in_no_web_page_and_no_plots() -> None:
    code = "import sys, nncore; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert {"nncore", "numpy"} <= loaded
    assert not loaded & {"streamlit", "matplotlib", "pandas", "altair", "pyarrow", "ui", "tornado"}


def test_nncore_needs_only_the_standard_library_and_numpy() -> None:
    third_party = {"PIL": {"picture_file.py"}}

    def foreign(path: Path) -> set[str]:
        others = roots(path) - sys.stdlib_module_names - {"nncore", "numpy"}
        return {name for name in others if path.name not in third_party.get(name, set())}

    assert not offenders(scripts("nncore"), foreign)


FACE = ROOT / "nncore/__init__.py"
THE_FIVE = "activations gates network predict mnist"
ORDER = ("types", "base", THE_FIVE, "weights learning images", "explain", "evaluation")
LINE = {part: number for number, line in enumerate(ORDER) for part in line.split()}


def test_each_part_of_nncore_imports_only_what_stands_above_it_and_the_five_each_other() -> None:
    def not_above(path: Path) -> set[str]:
        here = path.relative_to(ROOT / "nncore").parts[0].removesuffix(".py")
        used = {name.split(".")[1] for name in imports(path) if name.startswith("nncore.")}
        beside = {here, *(THE_FIVE.split() if here in THE_FIVE.split() else ())}
        return {there for there in used - beside if LINE.get(there, len(ORDER)) >= LINE[here]}

    assert not offenders([path for path in scripts("nncore") if path != FACE], not_above)


def test_pages_and_ui_take_from_nncore_what_its_face_offers_and_nothing_from_behind_it() -> None:
    def behind(path: Path) -> set[str]:
        return {name for name in imports(path) if name.startswith("nncore.") and name.count(".") > 1}

    assert not offenders(scripts("pages", "ui"), behind)


def test_a_page_s_folder_is_its_own_and_nobody_imports_what_stands_above() -> None:
    pages = {page.stem for page in scripts("pages")}

    def another_s(path: Path) -> set[str]:
        own = relative(path).split("/")[1] if relative(path).startswith("ui/") else path.stem
        used = {name.split(".")[1] for name in imports(path) if name.startswith("ui.")}
        above = pages | {
            "pages",
            "app",
            "serve",
            "server",
            "starlette",
            "uvicorn",
            "tests",
            "benchmarks",
            "training",
        }
        return (used & pages - {own}) | (roots(path) & above)

    assert not offenders([APP, *scripts("pages", "ui", "nncore")], another_s)


def test_the_server_knows_nothing_of_the_course_but_what_all_pages_share() -> None:
    allowed = {"google", "nncore", "server", "starlette", "streamlit", "ui", "uvicorn"}  # google: protobuf
    server = [SERVE, *scripts("server")]
    assert not offenders(server, lambda path: roots(path) - allowed - sys.stdlib_module_names)


def test_only_figures_import_matplotlib_and_nothing_pyplot() -> None:
    def plots(path: Path) -> set[str]:
        pyplot = {"pyplot"} & {part for name in imports(path) for part in name.split(".")}
        return pyplot | (set() if relative(path).startswith("ui/figures") else {"matplotlib"} & roots(path))

    assert not offenders([APP, *scripts("pages", "ui")], plots)


UNIX_ONLY = set("fork execv execve execvp killpg setsid symlink symlink_to getuid geteuid".split())  # noqa: SIM905
UNIX_ONLY |= {"sched_getaffinity", "sysconf", "uname", "SIGKILL", "SIGHUP", "SIGUSR1", "SIGALRM"}
UNIX_MODULES = {"fcntl", "grp", "pty", "pwd", "resource", "termios"}


def test_the_app_needs_nothing_that_only_some_systems_have() -> None:
    def missing(path: Path) -> set[str]:
        return (names_used(path) & UNIX_ONLY) | (roots(path) & UNIX_MODULES)

    assert not offenders([APP, SERVE, *scripts("pages", "ui", "server", "nncore")], missing)


WITH_CACHES = ("ui/png.py", "ui/language.py", "ui/resources.py", "ui/source.py", "ui/texts.py")


def test_only_resources_caches_and_nothing_that_a_visitor_can_empty() -> None:
    """Streamlit's own a message empties for all; one elsewhere could show a visitor another's things.

    A cached property goes with the object that it belongs to.
    """

    def caches(path: Path) -> set[str]:
        streamlits = {name for name in names_used(path) | imports(path) if "cache_" in name}
        ours = {"cache", "lru_cache"} & {part.split(".")[-1] for part in imports(path)}
        return streamlits | (ours if relative(path) not in WITH_CACHES else set())

    assert not offenders([APP, *scripts("pages", "ui", "server")], caches)


def test_files_are_written_whole_or_not_at_all() -> None:
    """That is, by whole_file alone."""

    def writes(path: Path) -> set[str]:
        found = names_used(path) & {"write_text", "write_bytes", "savetxt", "tofile"}
        calls = [node for node in nodes_of(path) if isinstance(node, ast.Call)]
        opened = [call for call in calls if "open" in (getattr(call.func, a, "") for a in ("id", "attr"))]
        modes = {arg.value for call in opened for arg in call.args if isinstance(arg, ast.Constant)}
        return found | ({"open"} if modes & {"w", "wb", "a", "x", "xb"} else set())

    paths = scripts("nncore", "training", "assets", "benchmarks", "ui", "pages")
    assert not offenders([path for path in paths if path.name != "whole_file.py"], writes)


INSIDE = "ui/inside.py"
NAMED_INSIDE = 25
"""How many names of Streamlit's inside that file may have at most."""


def of_streamlit_s_inside(path: Path) -> list[str]:
    """Return what a file names of Streamlit's inside: marks of its elements, and what its modules hold."""
    marked = re.findall(r"data-testid", path.read_text(encoding="utf-8"))
    if path.suffix != ".py":
        return marked
    named = {name for name in imports(path) if re.match(r"streamlit\.(?!components\.v2|testing)", name)}
    return marked + [name for name in named if not any(other.startswith(f"{name}.") for other in named)]


def test_streamlit_s_inside_is_named_in_one_file_and_few_of_it() -> None:
    kinds = ("*.py", "*.js", "*.css")
    files = [APP, *scripts("pages"), *(path for kind in kinds for path in (ROOT / "ui").rglob(kind))]
    found = {relative(path): of_streamlit_s_inside(path) for path in files}
    assert [path for path, names in found.items() if names and path != INSIDE] == []
    assert 0 < len(found[INSIDE]) <= NAMED_INSIDE


def test_settings_are_read_and_written_and_fragments_made_in_one_place_each() -> None:
    """A fragment within another is drawn at the wrong place; there is one function that sees to it."""

    def elsewhere(path: Path) -> set[str]:
        ours = relative(path).startswith(("ui/address/", "ui/frame.py", "ui/language.py"))
        settings = set() if ours else {"query_params", "query_string"} & names_used(path)
        return settings | ({"fragment"} if "st.fragment" in path.read_text(encoding="utf-8") else set())

    wrong = offenders([APP, *scripts("pages", "ui")], elsewhere)
    assert wrong == {"ui/components/fragment.py": {"fragment"}}


CONTRACT = """
    AND NAND OR XOR Perceptron GATES step_function sigmoid relu tanh identity_function softmax ACTIVATIONS
    Layer Network Trace init_network forward predict load_mnist load_network
    prepare to_mnist Preparation NothingDrawn accuracy
    sum_squared_error cross_entropy_error numerical_diff numerical_gradient gradient_descent backward
    SGD Momentum AdaGrad Adam
"""
"""What the course promises to readers, whether a page uses it or not."""


def test_nncore_offers_what_the_course_promises_and_else_only_what_somebody_outside_uses() -> None:
    outside = scripts("pages", "ui", "server", "benchmarks", "tools", "checks")
    used = {name.removeprefix("nncore.") for path in outside for name in imports(path)}
    offered = {
        alias.name for node in nodes_of(FACE) if isinstance(node, ast.ImportFrom) for alias in node.names
    }
    assert set(CONTRACT.split()) <= offered <= set(CONTRACT.split()) | used
