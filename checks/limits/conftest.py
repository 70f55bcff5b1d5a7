"""The served app of the visitors without a browser."""

from tests.visitors.conftest import app

__all__ = ["app"]
