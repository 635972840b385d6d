"""Which areas somebody means by a word: an area's key or name, a product, or a word in what an area covers."""

import re
from collections.abc import Iterable, Iterator

from generator.model.contacts import Contacts
from generator.model.settings import Settings

WORD = re.compile(r"[\w-]+")


def areas_named(contacts: Contacts, settings: Settings, text: str) -> list[str]:
    """The keys of the areas that a text names, in the order of the file; the surest kind of name decides.

    First an area's key or name, then a product's key, name or other name, then a whole entry of `covers`, then a word
    in a name or in one. Letters count the same large and small.
    """
    said = _folded(text)
    for named in (_by_name, _by_product, _by_cover, _by_word):
        found = set(named(contacts, settings, said))
        if found:
            return [key for key in contacts.areas if key in found]
    return []


def names_known(contacts: Contacts, settings: Settings) -> list[str]:
    """Every name that would be understood, for a suggestion."""
    names = [name for key, area in contacts.areas.items() for name in (key, area.name, *area.covers)]
    products = settings.products.items()
    return [*names, *(name for key, plan in products for name in (key, plan.name, *plan.aliases))]


def _by_name(contacts: Contacts, settings: Settings, said: str) -> Iterator[str]:  # noqa: ARG001
    yield from (key for key, area in contacts.areas.items() if said in (_folded(key), _folded(area.name)))


def _by_product(contacts: Contacts, settings: Settings, said: str) -> Iterator[str]:
    for key, plan in settings.products.items():
        if said in _all_folded((key, plan.name, *plan.aliases)):
            yield from [plan.area] if plan.area in contacts.areas and plan.area else []
            yield from (area for area, one in contacts.areas.items() if key in one.covers)


def _by_cover(contacts: Contacts, settings: Settings, said: str) -> Iterator[str]:  # noqa: ARG001
    yield from (key for key, area in contacts.areas.items() if said in _all_folded(area.covers))


def _by_word(contacts: Contacts, settings: Settings, said: str) -> Iterator[str]:  # noqa: ARG001
    for key, area in contacts.areas.items():
        words = {word for text in (area.name, *area.covers) for word in WORD.findall(_folded(text))}
        if said in words:
            yield key


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _all_folded(texts: Iterable[str]) -> set[str]:
    return {_folded(text) for text in texts}
