"""Which parts of a case its customer reads from now on, and which no longer, whatever field brought it about."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from generator.audience.visibility import LISTED, Visibility
from generator.model.base import Record
from generator.model.case import Case
from generator.review.differences import Difference, Step
from generator.review.field_names import field_name
from generator.review.pairing import paired
from generator.review.promises import is_open_promise
from generator.review.remark import OPENED, TAKEN_OUT, Remark
from generator.review.speaking import Speech

NESTED = {"get_well": "milestones", "close_out": "disputes"}
"""Sections of one part, and the field in which it has items that open one by one."""
SECTIONS = (*LISTED, "silver_lining", "team", "lessons", "related", *NESTED)
"""Every section that has items of its own."""
WITH = ("audience", "left")
"""Fields that say nothing more where the customer begins or ceases to read their item."""

Sees = tuple[Visibility, Visibility]
Turn = tuple[Step, ...]


def openings(old: Case, new: Case, sees: Sees, speech: Speech) -> Iterator[Remark]:
    """A line for each item that was there before and that the customer begins or ceases to read.

    Items that go with a whole section are counted with it in one line. An item that is new or gone is told as such.
    """
    turned = list(_turned(old, new, sees))
    yield from _of_sections(old, new, [way for way, *_ in turned])
    for way, before, _, were, are in turned:
        if not _goes_with_section(way[0].field, old, new):
            warning = OPENED if are else TAKEN_OUT if were and is_open_promise(before) else ""
            says = "now shown to the customer" if are else "no longer shown to the customer"
            shown = way if are else (*way[:-1], replace(way[-1], item=before))
            yield Remark(speech.to_customer.way(shown), says, True, warning)


def told_by_opening(change: Difference, old: Case, new: Case, sees: Sees) -> bool:
    """Whether a difference is what an opening says already: the mark itself."""
    if change.fields[-1] not in WITH or change.kind == "moved":
        return False
    held = change.records[1]
    return any(way[-1].item is held for way, *_ in _turned(old, new, sees))


def _of_sections(old: Case, new: Case, turned: Sequence[Turn]) -> Iterator[Remark]:
    """The sections that the customer's papers show, or show no more, with how much of each that is."""
    for names, others, says, warning in (
        (new.customer_sees, old.customer_sees, "from now on", OPENED),
        (old.customer_sees, new.customer_sees, "no longer", ""),
    ):
        for name in dict.fromkeys(names):
            if name not in others:
                with_it = [way for way in turned if way[0].field == name]
                many = (
                    f" ({len(with_it)} that {'was' if len(with_it) == 1 else 'were'} there)"
                    if with_it
                    else ""
                )
                yield Remark("the customer sees", f"{field_name(name)} {says}{many}", True, warning)


def _goes_with_section(name: str, old: Case, new: Case) -> bool:
    return (name in old.customer_sees) is not (name in new.customer_sees)


def _turned(old: Case, new: Case, sees: Sees) -> Iterator[tuple[Turn, Record, Record, bool, bool]]:
    """The way to each item that was there before and is read otherwise now, as it was and is, and whether it was read."""
    for section in SECTIONS:
        steps, pairs = _pairs(section, old, new)
        for at, before, after in pairs:
            were, are = (_reads(one, section, item) for one, item in zip(sees, (before, after), strict=True))
            if were is not are:
                yield (*steps, Step(NESTED.get(section, section), after, at)), before, after, were, are
    yield from _offers(old, new, sees)


def _offers(old: Case, new: Case, sees: Sees) -> Iterator[tuple[Turn, Record, Record, bool, bool]]:
    """The offers, which only their own mark opens."""
    for at, before, after in _kept(old.recommendations, new.recommendations):
        offers = (before.mitigation, after.mitigation)
        if None in offers:
            continue
        were, are = (
            _reads(one, "recommendations", item) and one.offer(offer)
            for one, item, offer in zip(sees, (before, after), offers, strict=True)
        )
        if were is not are and _reads(sees[0], "recommendations", before) is _reads(
            sees[1], "recommendations", after
        ):
            way = (Step("recommendations", after, at), Step("mitigation", offers[1]))
            yield way, offers[0], offers[1], were, are


def _pairs(section: str, old: Case, new: Case) -> tuple[Turn, list[tuple[int, Any, Any]]]:
    holders = getattr(old, section), getattr(new, section)
    if section not in NESTED:
        return (), list(_kept(*holders))
    if None in holders:
        return (), []
    name = NESTED[section]
    return (Step(section),), list(_kept(*(getattr(holder, name) for holder in holders)))


def _kept(before: Sequence[Any], after: Sequence[Any]) -> Iterator[tuple[int, Any, Any]]:
    """Each newer item that was there before: its place, as it was, and as it is."""
    pairs, _ = paired(before, after)
    yield from ((at, one, other) for at, (one, other) in enumerate(pairs) if one is not None)


def _reads(sees: Visibility, section: str, item: Any) -> bool:
    """Whether the customer reads an item; nobody who has left the team stands on their papers."""
    return sees.item(section, item) and (section != "team" or item.left is None)
