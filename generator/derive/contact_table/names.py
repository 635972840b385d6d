"""Whom and which area a row of a spreadsheet means: by key, by name, or new with a key made from the name."""

import re
import unicodedata
from collections.abc import Mapping

KEY = re.compile(r"[a-z0-9][a-z0-9-]*", re.ASCII)
SPELT = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
"""Letters that Unicode does not take apart into a plain one and its mark."""


class Unclear(Exception):
    """Raised where a row does not say whom it means; the text is the sentence."""


class Names:
    """The keys of one kind of thing with their names, new ones added as they come; `kind` is what a person calls it."""

    def __init__(self, kind: str, known: Mapping[str, str]) -> None:
        self.kind = kind
        self.names: dict[str, str] = {}
        self.by_name: dict[str, list[str]] = {}
        for key, name in known.items():
            self._add(key, name)

    def key_of(self, key: str | None, name: str | None) -> str:
        """The key that a row means by a key, a name or both. Raises Unclear where that fits several or nothing."""
        if key is not None and key in self.names:
            return key
        if key is not None and name is not None:
            if not KEY.fullmatch(key):
                raise Unclear(f"`{key}` is no key: write small letters, digits and hyphens.")
            return self._add(key, name)
        said = name if name is not None else key
        if said is None:
            raise Unclear(f"It names no {self.kind}.")
        found = self.by_name.get(folded(said), [])
        if len(found) > 1:
            raise Unclear(f"{said} fits several: {', '.join(found)}. Give the key in a column of its own.")
        if not found and name is None and KEY.fullmatch(said):
            raise Unclear(f"There is no {self.kind} `{said}`, and a new one needs a name.")
        return found[0] if found else self._add(self._fresh(said), said)

    def _add(self, key: str, name: str) -> str:
        self.names[key] = name
        self.by_name.setdefault(folded(name), []).append(key)
        return key

    def _fresh(self, name: str) -> str:
        """A key that is not taken, from the letters of a name that are plain once their accents are off."""
        spelt = unicodedata.normalize("NFKD", name.casefold().translate(SPELT))
        stem = re.sub(r"[^a-z0-9]+", "-", spelt.encode("ascii", "ignore").decode()).strip("-")
        key, number = stem or f"{self.kind}-1", 2
        while key in self.names:
            key, number = f"{stem or self.kind}-{number}", number + 1
        return key


def folded(text: str) -> str:
    """A name as it is compared."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())
