"""Count the lines of code of each part: ``make lines``, or ``python -m tools.lines FOLDER`` for its files.

Blank lines, comments and bare strings (docstrings) are left out.
"""

import ast
import io
import re
import subprocess
import sys
import tokenize
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CORE = tuple(f"nncore/{name}.py" for name in ("gates", "activations", "network", "predict", "mnist"))
AREAS = {
    "nncore": ("nncore/",),
    "  of it the five core files": CORE,
    "training": ("training/",),
    "ui + pages": ("ui/", "pages/"),
    "server": ("server/", "serve.py", "app.py"),
    "tools + benchmarks + deploy": ("tools/", "benchmarks/", "deploy/"),
    "tests": ("tests/",),
    "checks": ("checks/",),
}
LAYOUT = {tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER}


def python_lines(source: str) -> int:
    """Return how many lines of a Python source hold code."""
    lines: set[int] = set()
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type not in LAYOUT | {tokenize.COMMENT}:
            lines.update(range(token.start[0], token.end[0] + 1))
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            lines.difference_update(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    return len(lines)


def script_lines(source: str) -> int:
    """Return how many lines of a script hold code; a comment has its lines to itself, or ends one."""
    code = re.sub(r"/\*.*?\*/|^\s*//.*?$", "", source, flags=re.DOTALL | re.MULTILINE)
    return sum(bool(line.strip()) for line in code.splitlines())


def tracked(suffix: str) -> dict[str, str]:
    """Return the text of each file with this ending that the repository holds."""
    done = subprocess.run(["git", "ls-files", f"*{suffix}"], cwd=ROOT, capture_output=True, check=True)  # noqa: S607
    files = [name for name in done.stdout.decode().split() if (ROOT / name).exists()]
    return {name: (ROOT / name).read_text("utf-8") for name in files}


def main(folders: list[str]) -> None:
    """Print a line for each part, or for each file of the folders that are named."""
    counts = {name: python_lines(source) for name, source in tracked(".py").items()}
    rows = {area: sum(n for name, n in counts.items() if name.startswith(of)) for area, of in AREAS.items()}
    scripts = tracked(".js").items()
    rows["JavaScript of ui"] = sum(script_lines(text) for name, text in scripts if name.startswith("ui/"))
    if folders:
        rows = {name: n for name, n in counts.items() if name.startswith(tuple(folders))}
    for name, number in rows.items():
        sys.stdout.write(f"{number:7} {name}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
