"""Runs of words of internal prose, found in any text at the price of one pass over it."""

import re
from collections.abc import Iterable, Iterator
from html import unescape

from generator.audience.secrets import Secret, Sort
from generator.audience.squeeze import Squeezed, squeezed

RUN = 8
"""How many words in a row give a field away."""
WHOLE_FROM = 4
"""From how many words a shorter field is looked for as a whole."""
WHOLE_LETTERS = 24
"""How many letters and digits such a field must have."""
ANCHOR = 12
"""How many letters of a run are looked up at each place of a text."""
ADDRESS = re.compile(r"\]\([^()\s]*(?:\s[^()]*)?\)")
BULLET = re.compile(r"^[ \t]*(?:\d+[.)]|[-*+]|#+|>)[ \t]+", re.MULTILINE)


class Runs:
    """The runs of some secrets, by their first letters. A run that stands in a public text is none."""

    def __init__(self, hidden: Iterable[Secret], public: Iterable[str]) -> None:
        self.anchored: dict[str, list[tuple[str, Secret]]] = {}
        self.short: list[tuple[str, Secret]] = []
        self.public = "\0".join(squeezed(form) for text in public for form in forms(text))
        for secret in hidden:
            if secret.sort is Sort.PROSE:
                for run in {run for form in forms(secret.text) for run in runs_of(form)}:
                    self._add(run, secret)

    def _add(self, run: str, secret: Secret) -> None:
        if len(run) < ANCHOR:
            self.short.append((run, secret))
        else:
            self.anchored.setdefault(run[:ANCHOR], []).append((run, secret))

    def found_in(self, text: Squeezed) -> Iterator[Secret]:
        """The secrets of which a run stands in a text; one that stands there twice comes twice."""
        stream, anchored = text.folded, self.anchored
        for place in range(len(stream) - ANCHOR + 1):
            if (anchor := stream[place : place + ANCHOR]) in anchored:
                for run, secret in anchored[anchor]:
                    if stream.startswith(run, place) and run not in self.public:
                        yield secret
        for run, secret in self.short:
            if run not in self.public and any(map(text.is_whole, text.spans(run))):
                yield secret


def runs_of(text: str) -> Iterator[str]:
    """The runs that give a text away, squeezed; none for a text that is too short to be told from others."""
    words = [word for word in map(squeezed, text.split()) if word]
    if len(words) >= RUN:
        for start in range(len(words) - RUN + 1):
            yield "".join(words[start : start + RUN])
    elif len(words) >= WHOLE_FROM and len("".join(words)) >= WHOLE_LETTERS:
        yield "".join(words)


def forms(text: str) -> set[str]:
    """A prose text as it was typed, and as Markdown leaves it: without the addresses of links and the marks of lists."""
    return {text, unescape(ADDRESS.sub("]", BULLET.sub("", text)))}
