"""Settings that all tests share."""

import os
from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import settings

# Before NumPy is imported: of two processes that test on two cores, each is to keep to its own.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
# The same examples in every run, and no deadline: a busy machine is no failure.
settings.register_profile("course", deadline=None, derandomize=True, max_examples=60)
settings.load_profile("course")
ONE_SERVER = ("browser", "visitors")
"""The folders whose tests share a server."""
SCAN = "streamlit.components.v2.manifest_scanner.scan_component_manifests"


@pytest.fixture(scope="session", autouse=True)
def packages_are_looked_through_once() -> Iterator[None]:
    """Let each AppTest have what the first one found: which of all installed packages bring components."""
    from streamlit.components.v2.manifest_scanner import scan_component_manifests

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SCAN, cache(scan_component_manifests))
        yield


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let one process run all that share a server, and all tests of a file, where two share the work.

    The large shares come first, so that both processes end together.
    """
    items.sort(key=lambda item: item.path.parent.name not in ONE_SERVER)
    for item in items:
        folder = item.path.parent.name
        item.add_marker(pytest.mark.xdist_group(folder if folder in ONE_SERVER else str(item.path)))
