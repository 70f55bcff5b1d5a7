"""Our CSS and JavaScript ask nothing of a browser that came later than Baseline 2024 (web.dev/baseline).

What the last of the large browsers had in 2025 or later, or has not yet, is named here.
"""

import ast
import re
from pathlib import Path

UI = Path(__file__).resolve().parent.parent.parent.parent / "ui"
NEWER = (
    r"@scope\b",
    r"@function\b",
    r"@position-try\b|\banchor-name\s*:|\banchor\(",
    r"\bfield-sizing\s*:",
    r"\binterpolate-size\s*:|\bcalc-size\(",
    r"\btext-wrap(-style)?\s*:\s*pretty",
    r"\btext-box(-trim|-edge)?\s*:",
    r"\bscrollbar-color\s*:",
    r"\bview-transition-name\s*:|::view-transition",
    r"\banimation-timeline\s*:|\b(scroll|view)-timeline\b",
    r"::details-content|:open\b(?!-)",
    r"\bcontrast-color\(|\bsibling-(index|count)\(|\bcorner-shape\s*:",
    r"\bpopover\s*=|\b(show|hide|toggle)Popover\b|:popover-open",
    r"\bclosedby\s*=|\bcommandfor\s*=",
    r"\bstartViewTransition\b",
    r"\bPromise\.try\b|\bRegExp\.escape\b|\bMath\.(f16round|sumPrecise)\b|\bFloat16Array\b",
    r"\bUint8Array\.from(Base64|Hex)\b|\.to(Base64|Hex)\(",
    r"\bIterator\.(from|prototype|concat)\b",
    r"\.(values|keys|entries)\(\)\s*\.(map|filter|take|drop|toArray)\(",
    r"\bIntl\.DurationFormat\b|\bTemporal\.",
    r"\bURLPattern\b|\bscrollend\b|\bnavigation\.(navigate|addEventListener)\b",
    r"\brequestIdleCallback\b|\bscheduler\.(postTask|yield)\b|\bTrustedHTML\b",
    r"\bmoveBefore\(|\bError\.isError\b|\.getOrInsert",
    r"\bimport\s+\w+\s+from\s+[^\n]*\bwith\s*\{",
    r"\busing\s+\w+\s*=",
)


def sources() -> dict[str, str]:
    """Return all files of CSS and JavaScript, and all texts of ui's code, where the rest stands."""
    files = {
        str(path): path.read_text(encoding="utf-8")
        for kind in ("js", "css")
        for path in UI.rglob(f"*.{kind}")
    }
    for path in UI.rglob("*.py"):
        tree = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
        prose = {id(node.value) for node in tree if isinstance(node, ast.Expr)}
        texts = [node.value for node in tree if isinstance(node, ast.Constant) and id(node) not in prose]
        files[str(path)] = "\n".join(text for text in texts if isinstance(text, str))
    return files


def test_nothing_newer_than_baseline_2024() -> None:
    texts = sources()
    assert not [(name, p) for name, text in texts.items() for p in NEWER if re.search(p, text)]
