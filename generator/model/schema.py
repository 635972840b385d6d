"""The JSON Schemas (draft 2020-12) by which editors complete, explain and check the files of a workspace."""

import json
from typing import Any

from generator.model.base import Record
from generator.model.case import Case
from generator.model.contacts import Contacts
from generator.model.customer import Customer
from generator.model.marks import Target
from generator.model.offers import Offers
from generator.model.record_schema import POINTS_AT, Schema, nullable, record_schema, words_of
from generator.model.settings import Settings
from generator.model.stories import DatedStory

ROOTS: dict[str, tuple[type[Record], str]] = {
    "settings": (Settings, "Casewright settings"),
    "contacts": (Contacts, "Casewright contacts"),
    "customer": (Customer, "Casewright customer"),
    "case": (Case, "Casewright case"),
    "stories": (DatedStory, "Casewright stories"),
}
"""Each schema's name with the record it describes and its title; `stories` is a list of its record."""
NO_OFFERS: Offers = {}


def schema_texts(offers: Offers = NO_OFFERS) -> dict[str, str]:
    """The text of each schema by its file's name; the same bytes for the same model and offers."""
    texts = {
        name: json.dumps(_offering(_file(name), offers), indent=2, sort_keys=True, ensure_ascii=False)
        for name in ROOTS
    }
    return {f"{name}.schema.json": f"{text}\n" for name, text in texts.items()}


def _offering(schema: Schema, offers: Offers) -> Schema:
    """A file's schema that offers the keys of a workspace wherever one of them may stand.

    It offers and refuses none: a key that another file is to have soon, or had when the schema was written, is for
    `check` to tell of.
    """
    used: set[Target] = set()
    whole: Schema = _with_offers(schema, offers, used)
    for target in used:
        keys = offers[target]
        whole["$defs"][target.name.lower()] = {"enum": list(keys), "enumDescriptions": list(keys.values())}
    return whole


def _with_offers(part: Any, offers: Offers, used: set[Target]) -> Any:
    if isinstance(part, list):
        return [_with_offers(one, offers, used) for one in part]
    if not isinstance(part, dict):
        return part
    made = {key: _with_offers(one, offers, used) for key, one in part.items() if key != POINTS_AT}
    target = part.get(POINTS_AT)
    if isinstance(target, Target) and target in offers:
        used.add(target)
        made["anyOf"] = [{"$ref": f"#/$defs/{target.name.lower()}"}, {}]
    return made


def _file(name: str) -> Schema:
    record, title = ROOTS[name]
    parts: dict[str, Schema] = {}
    root = record_schema(record, parts)
    if name == "stories":
        parts[record.__name__] = nullable(root)
        items = {"$ref": f"#/$defs/{record.__name__}"}
        root = {"type": ["array"], "items": items, "description": words_of(record)}
    else:
        root["type"] = ["object"]
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"{name}.schema.json"}
    return {**root, **head, "title": title, "$defs": parts}
