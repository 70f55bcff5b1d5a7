"""Show the code that just ran: the real source of the functions that made what is on the screen."""

import ast
import inspect
import re
import textwrap
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from ui.language import _

ROOT = Path(__file__).resolve().parent.parent
SECTIONS = re.compile(r"\s*\n *(Parameters|Returns|Yields|Raises|Attributes)\n *-{3,}\n.*", re.S)
"""The formal sections of a docstring, which learners do not need."""
FORMAL = re.compile(r"\(frozen=True\)|, strict=(True|False)|  # (noqa|type:).*")
"""What only guards against programming errors."""


def offer_code(*functions: Callable[..., Any]) -> None:
    """Offer the source of functions or classes in a popover, sent when it is opened."""
    icon, key = ":material/code:", "code-" + "-".join(function.__qualname__ for function in functions)
    fold = st.popover(_("The code that just ran"), icon=icon, type="tertiary", key=key, on_change="rerun")
    if fold.open:
        with fold:
            _show(functions)


def _show(functions: Sequence[Callable[..., Any]]) -> None:
    for function in functions:
        file, line = place(function)
        st.caption(_("{file}, line {line}").format(file=file, line=line))
        st.code(for_learners(function), language="python", wrap_lines=True)


@cache
def place(function: Callable[..., Any]) -> tuple[str, int]:
    """Return the file and the line where a function begins."""
    _, first = inspect.getsourcelines(function)
    file = Path(inspect.getsourcefile(inspect.unwrap(function)) or "").resolve().relative_to(ROOT)
    return str(file), first


@cache
def for_learners(function: Callable[..., Any]) -> str:
    """Return a source without the parts that only programmers need."""
    source = shown = textwrap.dedent(inspect.getsource(function))
    for node in ast.walk(ast.parse(source)):
        text = isinstance(node, ast.Expr) and ast.get_source_segment(source, node)
        if text and text.startswith('"""'):
            shown = shown.replace(text, SECTIONS.sub('"""', text), 1)
    return FORMAL.sub("", shown)
