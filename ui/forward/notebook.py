"""A program as a notebook: plain JSON, a cell for each paragraph of it."""

import json
import re


def notebook(program: str, words: str) -> str:
    """Return a program as an .ipynb file that says first, in Markdown, what it is."""
    parts = re.split(r"\n{2,}(?=\S)", program.strip())
    cells = [_cell("markdown", words, 0), *(_code(part, place) for place, part in enumerate(parts, 1))]
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    file = {"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(file, ensure_ascii=False, indent=1)


def _cell(kind: str, source: str, place: int) -> dict[str, object]:
    return {"cell_type": kind, "id": f"cell-{place}", "metadata": {}, "source": source}


def _code(source: str, place: int) -> dict[str, object]:
    return {**_cell("code", source, place), "execution_count": None, "outputs": []}
