"""Whom and which area a row of a spreadsheet means: by key, by name, or new with a key made from the name."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

KEY = re.compile(r"[a-z0-9][a-z0-9-]*", re.ASCII)


SPELT = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
"""Letters that Unicode does not take apart into a plain one and its mark."""


class Unclear(Exception):
    """Raised where a row does not say whom it means; the text is the sentence."""


@dataclass
class Names:
    """The keys of one kind of thing with their names, new ones added as they come; `kind` is what a person calls it."""

    kind: str
    known: Mapping[str, str]
    added: dict[str, str] = field(default_factory=dict)

    def key_of(self, key: str | None, name: str | None) -> str:
        """The key that a row means by a key, a name or both. Raises Unclear where that fits several or nothing."""
        if key is not None and (key in self.known or key in self.added):
            return key
        if key is not None and KEY.fullmatch(key) and name is not None:
            return self._add(key, name)
        said = name if name is not None else key
        if said is None:
            raise Unclear(f"It names no {self.kind}.")
        if key is not None and name is not None:
            raise Unclear(f"`{key}` is no key: write small letters, digits and hyphens.")
        found = [one for one, text in {**self.known, **self.added}.items() if folded(text) == folded(said)]
        if len(found) > 1:
            raise Unclear(f"{said} fits several: {', '.join(found)}. Give the key in a column of its own.")
        if not found and name is None and KEY.fullmatch(said):
            raise Unclear(f"There is no {self.kind} `{said}`, and a new one needs a name.")
        return found[0] if found else self._add(self._fresh(said), said)

    def _add(self, key: str, name: str) -> str:
        self.added[key] = name
        return key

    def _fresh(self, name: str) -> str:
        """A key that is not taken, from the letters of a name that are plain once their accents are off."""
        spelt = unicodedata.normalize("NFKD", name.casefold().translate(SPELT))
        plain = spelt.encode("ascii", "ignore").decode()
        stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
        number = 1 if not stem else 0
        while True:
            key = f"{stem or self.kind}-{number}" if number else stem
            if key not in self.known and key not in self.added:
                return key
            number = max(number + 1, 2)


def folded(text: str) -> str:
    """A name as it is compared."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())
