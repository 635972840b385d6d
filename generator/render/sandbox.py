"""What a template may reach: data, a closed set of filters and methods, and nothing that calls further."""

from typing import Any

from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

FILTERS = frozenset(
    {
        "abs", "capitalize", "count", "d", "default", "dictsort", "e", "escape", "first", "float", "format",
        "groupby", "indent", "int", "items", "join", "last", "length", "list", "lower", "map", "max", "min",
        "reject", "rejectattr", "replace", "reverse", "round", "select", "selectattr", "sort", "string",
        "striptags", "sum", "title", "trim", "truncate", "unique", "upper",
    }
)  # fmt: skip
"""Jinja's own filters that templates may use, beside those of `Speech`: none that calls, marks as safe, or rolls dice."""
GLOBALS = frozenset({"_", "range", "dict", "namespace", "joiner"})
METHODS: dict[type, frozenset[str]] = {
    str: frozenset(
        {
            "split", "rsplit", "partition", "rpartition", "strip", "lstrip", "rstrip", "removeprefix", "removesuffix",
            "startswith", "endswith", "lower", "upper", "title", "capitalize", "isdigit", "find", "count",
        }
    ),
    dict: frozenset({"items", "keys", "values", "get"}),
    list: frozenset({"index", "count"}),
    tuple: frozenset({"index", "count"}),
    LoopContext: frozenset({"cycle", "changed"}),
}  # fmt: skip
OURS = "generator."
BITS, LONGEST = 4096, 1_000_000
"""How large a product may become: bits of a number, characters or entries of anything else."""


class Closed(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, closed further: Jinja's alone lets a template call whatever the classes of our data inherit.

    Pydantic's models, for one, still have methods that open a file by its path and that unpickle a text.
    """

    intercepted_binops = frozenset({"*", "**", "%"})

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.filters = {name: one for name, one in self.filters.items() if name in FILTERS}
        self.globals = {name: one for name, one in self.globals.items() if name in GLOBALS}

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Data are safe; of what can be called, only macros, the methods listed, and those that we wrote ourselves."""
        if not super().is_safe_attribute(obj, attr, value):
            return False
        return not callable(value) or isinstance(value, Macro) or _listed(obj, attr) or _our_own(obj, value)

    def call(self, context: Context, obj: Any, /, *arguments: Any, **named: Any) -> Any:
        """What a call gives. A macro of a template that escapes nothing gives plain text, also where HTML is written.

        Jinja alone would take it for HTML there, and a case's own words in it with it.
        """
        said = super().call(context, obj, *arguments, **named)
        plain = isinstance(obj, Macro) and not obj._default_autoescape
        return str(said) if plain and isinstance(said, Markup) else said

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """A product of no more than its share; powers, and texts filled by `%`, are refused."""
        if operator == "**" or (operator == "%" and isinstance(left, str)):
            raise SecurityError(f"a template may not use {operator} here")
        if operator == "*" and _grown(left, right):
            raise SecurityError("a template may not make anything that large")
        return super().call_binop(context, operator, left, right)


def _listed(obj: Any, attr: str) -> bool:
    return any(isinstance(obj, kind) and attr in names for kind, names in METHODS.items())


def _our_own(obj: Any, value: Any) -> bool:
    """Whether a method was written in this package for the object it is asked of; inherited ones were not."""
    function = getattr(value, "__func__", None)
    return getattr(value, "__self__", None) is obj and getattr(function, "__module__", "").startswith(OURS)


def _grown(left: Any, right: Any) -> bool:
    if isinstance(left, int) and isinstance(right, int):
        return left.bit_length() + right.bit_length() > BITS
    for times, many in ((left, right), (right, left)):
        if isinstance(times, int) and hasattr(many, "__len__"):
            return times * len(many) > LONGEST
    return False
