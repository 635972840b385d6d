"""One pattern that finds every phrase of the wording lists in small letters, and says which group it is of."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from generator.model.settings import WordingRule
from generator.rules.wording_german import PHRASES
from generator.rules.wording_lists import GROUPS, Group

OWN = "own"


@dataclass(frozen=True)
class Lexicon:
    """Phrases by the group they belong to, and the pattern that finds any of them as whole words."""

    groups: dict[str, str]
    pattern: re.Pattern[str] | None

    def phrases_in(self, text: str) -> Iterator[tuple[str, str, int]]:
        """Each phrase found in a text: its group, the phrase, and where it begins."""
        if self.pattern is not None:
            for found in self.pattern.finditer(lowered(text)):
                phrase = " ".join(found[0].split())
                yield self.groups[phrase], phrase, found.start()


def lexicon(rule: WordingRule, language: str = "en") -> Lexicon:
    """The phrases in a language that a team's settings leave of those that ship, and its own."""
    return _compiled(tuple(rule.extend), tuple(rule.without), language)


def phrases_of(group: Group, language: str) -> tuple[str, ...]:
    """The phrases of a group in a language; English where it has none of its own."""
    return PHRASES[group.name] if language == "de" else group.phrases


@lru_cache(maxsize=8)
def _compiled(extend: tuple[str, ...], without: tuple[str, ...], language: str) -> Lexicon:
    left_out = {lowered(text) for text in without}
    groups = {
        phrase: group.name
        for group in GROUPS
        if group.name not in left_out
        for phrase in phrases_of(group, language)
        if phrase not in left_out
    }
    groups |= {" ".join(lowered(text).split()): OWN for text in extend}
    pattern = re.compile(rf"(?<!\w)(?=[{_firsts(groups)}]){_any_of(groups)}(?!\w)") if groups else None
    return Lexicon(groups, pattern)


def lowered(text: str) -> str:
    """A text in small letters, character for character, with apostrophes and spaces as the lists have them."""
    small = text.lower()
    small = small if len(small) == len(text) else "".join(char.lower()[:1] for char in text)
    return small.replace("’", "'").replace("\u00a0", " ")


def _firsts(phrases: Iterable[str]) -> str:
    return "".join(re.escape(first) for first in sorted({phrase[0] for phrase in phrases}))


def _any_of(phrases: Iterable[str]) -> str:
    """A pattern for any of the phrases that tries common beginnings once, the longest phrase first."""
    tree: dict[str, Any] = {}
    for phrase in phrases:
        node = tree
        for char in phrase:
            node = node.setdefault(char, {})
        node[""] = {}
    return _branches(tree)


def _branches(node: dict[str, Any]) -> str:
    options = [f"{_char(char)}{_branches(below)}" for char, below in sorted(node.items()) if char]
    if not options:
        return ""
    group = options[0] if len(options) == 1 and "" not in node else f"(?:{'|'.join(options)})"
    return f"{group}?" if "" in node else group


def _char(char: str) -> str:
    return r"\s+" if char == " " else re.escape(char)


def group_named(name: str) -> Group:
    """The group of a name that ships."""
    return next(group for group in GROUPS if group.name == name)
