"""The matrix of `who`, as a folder of its own."""

from tests.who.conftest import folder

__all__ = ["folder"]
