"""What stands in `${{ }}` in a workflow, worked out as GitHub does; anything it does not know is an error."""

import re
from collections.abc import Callable, Mapping
from typing import Any

TOKEN = re.compile(r"\s*(?:'((?:[^']|'')*)'|([A-Za-z_][\w.-]*)|(\d+)|(&&|\|\||==|!=|[!(),]))")
Contexts = Mapping[str, Any]


def filled(text: str, contexts: Contexts) -> str:
    """A text with each expression in it replaced by what it comes to."""
    return re.sub(r"\$\{\{(.*?)\}\}", lambda found: shown(value_of(found[1], contexts)), text, flags=re.S)


def shown(value: object) -> str:
    """A value as GitHub writes it into a text."""
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def value_of(expression: str, contexts: Contexts) -> Any:
    """What an expression comes to; what a context does not hold is None."""
    reader = _Reader(_tokens(expression), contexts)
    value = reader.either()
    assert not reader.tokens, f"{expression!r} is more than this knows"
    return value


def _tokens(expression: str) -> list[tuple[str, str]]:
    tokens, at, end = [], 0, len(expression.rstrip())
    while at < end:
        found = TOKEN.match(expression, at)
        assert found, f"{expression!r} is more than this knows"
        text, name, number, sign = found.groups()
        kinds = {"text": text, "name": name, "number": number, "sign": sign}
        tokens.append(next((kind, value) for kind, value in kinds.items() if value is not None))
        at = found.end()
    return tokens


def _same(one: Any, other: Any) -> bool:
    """Whether two values are equal to GitHub: capitals make no difference, and nothing is the empty text."""
    return shown(one).casefold() == shown(other).casefold()


class _Reader:
    """Reads tokens from the left; `&&` and `||` give one of their sides, as in JavaScript."""

    def __init__(self, tokens: list[tuple[str, str]], contexts: Contexts) -> None:
        self.tokens, self.contexts = tokens, contexts

    def takes(self, *signs: str) -> str | None:
        if self.tokens and self.tokens[0][0] == "sign" and self.tokens[0][1] in signs:
            return self.tokens.pop(0)[1]
        return None

    def either(self) -> Any:
        value = self.both()
        while self.takes("||"):
            other = self.both()
            value = value or other
        return value

    def both(self) -> Any:
        value = self.compared()
        while self.takes("&&"):
            other = self.compared()
            value = value and other
        return value

    def compared(self) -> Any:
        value = self.one()
        while sign := self.takes("==", "!="):
            value = _same(value, self.one()) is (sign == "==")
        return value

    def one(self) -> Any:
        if self.takes("!"):
            return not self.one()
        if self.takes("("):
            value = self.either()
            assert self.takes(")")
            return value
        kind, text = self.tokens.pop(0)
        if kind == "name":
            return self.called(text) if self.takes("(") else self.looked_up(text)
        return int(text) if kind == "number" else text.replace("''", "'")

    def called(self, name: str) -> Any:
        given = []
        while not self.takes(")"):
            given.append(self.either())
            self.takes(",")
        functions: dict[str, Callable[..., Any]] = {
            "startsWith": lambda text, start: shown(text).casefold().startswith(shown(start).casefold()),
            **self.contexts["functions"],
        }
        return functions[name](*given)

    def looked_up(self, name: str) -> Any:
        if name in ("true", "false"):
            return name == "true"
        value: Any = self.contexts
        first, *rest = name.split(".")
        assert first in self.contexts, f"there is no context {first!r}"
        for part in (first, *rest):
            value = value.get(part) if isinstance(value, Mapping) else None
        return value
