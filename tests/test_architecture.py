"""Who may import whom. Imports run one way: app, serve → pages → ui → nncore; server only knows ui."""

import ast
import inspect
import subprocess
import sys
from pathlib import Path

import pytest

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


@pytest.mark.parametrize("path", scripts("nncore"), ids=relative)
def test_nncore_needs_only_the_standard_library_and_numpy(path: Path) -> None:
    for name in roots(path) - sys.stdlib_module_names - {"nncore", "numpy"}:
        assert path.name in THIRD_PARTY.get(name, set()), f"{relative(path)} imports {name}"


@pytest.mark.parametrize("path", scripts("pages"), ids=relative)
def test_pages_never_import_each_other(path: Path) -> None:
    others = {page.stem for page in scripts("pages")} | {"pages", "app"}
    assert not roots(path) & others


@pytest.mark.parametrize("path", scripts("ui"), ids=relative)
def test_ui_never_imports_a_page(path: Path) -> None:
    assert not roots(path) & {"pages", "app", "serve", "server", "tests", "benchmarks"}


@pytest.mark.parametrize("path", [ROOT / "serve.py", *scripts("server")], ids=relative)
def test_the_server_knows_nothing_of_the_course_but_what_all_pages_share(path: Path) -> None:
    allowed = {"google", "nncore", "server", "starlette", "streamlit", "ui"}  # google: protobuf
    assert roots(path) <= allowed | set(sys.stdlib_module_names)


@pytest.mark.parametrize("path", [ROOT / "app.py", *scripts("pages", "nncore")], ids=relative)
def test_the_course_does_not_need_the_server(path: Path) -> None:
    assert not roots(path) & {"serve", "server", "starlette", "uvicorn"}


@pytest.mark.parametrize("path", [ROOT / "app.py", *scripts("pages", "ui")], ids=relative)
def test_only_figures_import_matplotlib_and_nothing_pyplot(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "pyplot" not in {part for name in imports(path) for part in name.split(".")}
    assert "import_module" not in text
    if not relative(path).startswith("ui/figures"):
        assert "matplotlib" not in roots(path)


def names_used(path: Path) -> set[str]:
    tree = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return {node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "") for node in tree}


CACHES = {"cache", "lru_cache", "cached_property"}


@pytest.mark.parametrize("path", [ROOT / "app.py", *scripts("pages", "ui", "server")], ids=relative)
def test_only_resources_caches_and_nothing_that_a_visitor_can_empty(path: Path) -> None:
    """Streamlit's own a message empties for all; one elsewhere could show a visitor another's things."""
    assert not {name for name in names_used(path) if name.startswith("cache_")}
    assert not {name for name in imports(path) if ".cache_" in name}
    cached = CACHES & {name.rpartition(".")[2] for name in imports(path)}
    assert not cached or relative(path) in (
        "ui/resources.py",
        "ui/figures/base.py",
    )  # there: widths of letters


@pytest.mark.parametrize("path", scripts("nncore"), ids=relative)
def test_every_module_opens_with_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


def test_all_is_what_nncore_imports_and_no_more() -> None:
    tree = ast.parse((ROOT / "nncore" / "__init__.py").read_text(encoding="utf-8"))
    imported = [
        alias.asname or alias.name
        for node in tree.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    ]
    assert len(nncore.__all__) == len(set(nncore.__all__))
    assert sorted(nncore.__all__) == sorted(imported)
    assert all(hasattr(nncore, name) for name in nncore.__all__)


CONTRACT = """
    AND NAND OR XOR Perceptron GATES step_function sigmoid relu identity_function softmax ACTIVATIONS
    Network Trace init_network forward predict load_mnist load_network prepare to_mnist Preparation
    NothingDrawn accuracy
"""


def test_what_the_course_builds_on_is_there() -> None:
    assert set(CONTRACT.split()) <= set(nncore.__all__)


EXPORTED = [
    name
    for name in nncore.__all__
    if inspect.isroutine(getattr(nncore, name)) or inspect.isclass(getattr(nncore, name))
]


@pytest.mark.parametrize("name", EXPORTED)
def test_everything_public_has_a_docstring(name: str) -> None:
    thing = getattr(nncore, name)
    assert thing.__module__.startswith("nncore.")
    documented = [thing]
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
