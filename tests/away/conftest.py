"""The workspace of `tried`: a matrix with every kind of rung, and a case of Ines's."""

from tests.tried.conftest import folder

__all__ = ["folder"]
