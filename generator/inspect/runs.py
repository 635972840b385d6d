"""Runs of words of internal prose, found in any text at the price of one pass over it."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from html import unescape

from generator.audience.secrets import Secret, Sort
from generator.audience.squeeze import Squeezed, squeezed

RUN = 8
"""How many words in a row give a field away."""
WHOLE_FROM = 4
"""From how many words a shorter field is looked for as a whole."""
WHOLE_LETTERS = 24
"""How many letters and digits such a field must have."""
EDGE = 5
"""How many words of a run must be the end or the beginning of a public text for it to count as one met by chance."""
ANCHOR = 12
"""How many letters of a run are looked up at each place of a text."""
ADDRESS = re.compile(r"\]\([^()\s]*(?:\s[^()]*)?\)")
BULLET = re.compile(r"^[ \t]*(?:\d+[.)]|[-*+]|#+|>)[ \t]+", re.MULTILINE)


class Runs:
    """The runs of some secrets, by their first letters. A run that stands in a public text is none.

    Nor is one that only comes about where two public texts meet on a page, the end of the one and the other's beginning.
    """

    def __init__(self, hidden: Iterable[Secret], public: Iterable[str]) -> None:
        self.anchored: dict[str, list[tuple[str, Secret]]] = {}
        self.short: list[tuple[str, Secret]] = []
        self.texts = [form for text in public for form in forms(text)]
        self.public = "\0".join(map(squeezed, self.texts))
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
                    if stream.startswith(run, place) and run not in self.public and not self.is_seam(run):
                        yield secret
        for run, secret in self.short:
            if run not in self.public and any(map(text.is_whole, text.spans(run))):
                yield secret

    def is_seam(self, run: str) -> bool:
        """Whether most of a run ends or begins a public text, and the rest of it is public too."""
        return any(
            (run[:cut] in self.ends and run[cut:] in self.public)
            or (run[cut:] in self.beginnings and run[:cut] in self.public)
            for cut in range(1, len(run))
        )

    @cached_property
    def ends(self) -> frozenset[str]:
        """The last words of the public texts."""
        split = (words_of(text) for text in self.texts)
        counted = ((words, count) for words in split for count in range(EDGE, RUN) if count <= len(words))
        return frozenset("".join(words[-count:]) for words, count in counted)

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """The first words of the public texts."""
        split = (words_of(text) for text in self.texts)
        counted = ((words, count) for words in split for count in range(EDGE, RUN) if count <= len(words))
        return frozenset("".join(words[:count]) for words, count in counted)


def words_of(text: str) -> list[str]:
    """The words of a text, squeezed."""
    return [word for word in map(squeezed, text.split()) if word]


def runs_of(text: str) -> Iterator[str]:
    """The runs that give a text away, squeezed; none for a text that is too short to be told from others."""
    words = words_of(text)
    if len(words) >= RUN:
        for start in range(len(words) - RUN + 1):
            yield "".join(words[start : start + RUN])
    elif len(words) >= WHOLE_FROM and len("".join(words)) >= WHOLE_LETTERS:
        yield "".join(words)


def forms(text: str) -> set[str]:
    """A prose text as it was typed, and as Markdown leaves it: without the addresses of links and the marks of lists."""
    return {text, unescape(ADDRESS.sub("]", BULLET.sub("", text)))}
