"""What the docstring below each field of the model says, read from the source where it is asked for."""

import ast
import inspect
import sys
from functools import cache

from pydantic import BaseModel


def meaning(record: type[BaseModel], attribute: str) -> str:
    """The docstring of a field, on one line; empty where it has none. A class without its own takes its parent's."""
    said = (_docstrings(cls.__module__).get((cls.__name__, attribute)) for cls in record.__mro__)
    return next(filter(None, said), "")


@cache
def _docstrings(module: str) -> dict[tuple[str, str], str]:
    """The docstrings below the annotated names of a module's classes, by class and name."""
    loaded = sys.modules[module]
    if not module.startswith("generator."):
        return {}
    classes = [node for node in ast.parse(inspect.getsource(loaded)).body if isinstance(node, ast.ClassDef)]
    return {(cls.name, name): text for cls in classes for name, text in _of_class(cls)}


def _of_class(cls: ast.ClassDef) -> list[tuple[str, str]]:
    pairs = zip(cls.body, cls.body[1:], strict=False)
    return [
        (field.target.id, " ".join(below.value.value.split()))
        for field, below in pairs
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(below, ast.Expr)
        and isinstance(below.value, ast.Constant)
        and isinstance(below.value.value, str)
    ]
