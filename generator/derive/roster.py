"""Who answers on a post over a stretch of time: turns, overrides and absences laid over one another, never sampled."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import Literal

from generator.model.contacts import Contacts, Override, Post
from generator.model.scalars.instants import between
from generator.model.spans import laid_over
from generator.model.turns import Swap, Turn, seen_overrides, turns_of

Fault = Literal["no-alternate", "not-cleared", "alternate-away"]
ALWAYS = (datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC))
"""From when until when somebody has a post who takes no turns on it."""

LINKS = 6
"""Along how many alternates one would ask for somebody who is there."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time (aware) in which nothing changes on a post.

    `person` has the post or the turn, `answers` is who answers for it: they, or who stands in for them, or nobody
    because of a `fault`. `absence` is the index of theirs in contacts.yaml, `override` the one that gave them the turn.
    """

    start: datetime
    end: datetime
    person: str
    answers: str | None
    absence: int | None = None
    fault: Fault | None = None
    override: Override | None = None


@dataclass(frozen=True)
class Roster:
    """The contacts from an aware moment until before another. What holds at the first may have begun before."""

    contacts: Contacts
    start: datetime
    end: datetime

    @cached_property
    def swaps(self) -> dict[str, list[Swap]]:
        """When overrides hold within the time, by rotation."""
        found: dict[str, list[Override]] = defaultdict(list)
        for override in self.contacts.overrides:
            if self._touches(override.start.at, override.end.end):
                found[override.rotation].append(override)
        return {rotation: seen_overrides(overrides) for rotation, overrides in found.items()}

    @cached_property
    def away(self) -> dict[str, list[tuple[datetime, datetime, int]]]:
        """When each person is away within the time, in order, with the absence's index; the first one written counts."""
        written: dict[str, list[tuple[datetime, datetime, int]]] = defaultdict(list)
        for index, absence in reversed(list(enumerate(self.contacts.absences))):
            if self._touches(absence.start.at, absence.end.end):
                written[absence.person].append((absence.start.at, absence.end.end, index))
        return {person: _uppermost(spans) for person, spans in written.items()}

    def end_of_chain(self, index: int, at: datetime) -> str | None:
        """Who is there, at an aware moment, at the end of the chain of alternates behind an absence, by its index.

        None where the chain ends with nobody, runs in a circle, or has more links than anybody would ask along.
        """
        seen = {self.contacts.absences[index].person}
        while (person := self.contacts.absences[index].alternate) not in {*seen, None} and len(seen) <= LINKS:
            away = next(self._away_between(str(person), at, at + timedelta.resolution), None)
            if away is None:
                return person
            seen.add(str(person))
            index = away[2]
        return None

    def _touches(self, start: datetime, end: datetime) -> bool:
        some_time, begins, ends = between(start, end), between(start, self.end), between(self.start, end)
        return min(some_time, begins, ends) > timedelta()

    def due(self, post: Post) -> frozenset[str]:
        """Everybody who may have a post within the time, as far as turns go: nobody who only stands in."""
        if post.rotation is None:
            return frozenset() if post.person is None or post.is_none else frozenset({post.person})
        plan = self.contacts.rotations.get(post.rotation)
        swapped = (override.person for *_, override in self.swaps.get(post.rotation, ()))
        return frozenset({*plan.order, *swapped}) if plan else frozenset()

    def may_answer(self, post: Post) -> frozenset[str]:
        """Everybody who may answer on a post within the time, standing in included."""
        due = self.due(post)
        pieces = (piece for person in due for piece in self.away.get(person, ()))
        alternates = (self.contacts.absences[index].alternate for *_, index in pieces)
        return due | {alternate for alternate in alternates if alternate}

    def turns(self, post: Post, start: datetime, end: datetime) -> Iterator[Turn]:
        """The turns of a post that hold within a time; of somebody's own post one without beginning or end."""
        if post.rotation is None:
            yield from (Turn(person, *ALWAYS) for person in self.due(post))
        elif plan := self.contacts.rotations.get(post.rotation):
            yield from turns_of(plan, self.swaps.get(post.rotation, []), start, end)

    def stretches(self, post: Post) -> Iterator[Stretch]:
        """Who answers on a post, one after another."""
        for turn in self.turns(post, self.start, self.end):
            yield from self._of_turn(turn)

    def uncovered(self, post: Post) -> tuple[Stretch, ...]:
        """When nobody answers on a post, because who has it is away and nobody stands in, in the order of time.

        Looks only at when somebody who may have the post is away.
        """
        if post not in self._uncovered:
            found = sorted(self._without_answer(post), key=lambda one: one.start)
            self._uncovered[post] = tuple(found)
        return self._uncovered[post]

    @cached_property
    def _uncovered(self) -> dict[Post, tuple[Stretch, ...]]:
        return {}

    def _without_answer(self, post: Post) -> Iterator[Stretch]:
        absences = [
            (one, *away) for one in sorted(self.due(post) & self.away.keys()) for away in self.away[one]
        ]
        for person, begins, ends, index in absences:
            for turn in self.turns(post, max(begins, self.start), min(ends, self.end)):
                if turn.person == person:
                    within = max(begins, _utc(turn.start)), min(ends, _utc(turn.end))
                    yield from (one for one in self._away(turn, *within, index) if one.fault)

    def _of_turn(self, turn: Turn) -> Iterator[Stretch]:
        at, end = _utc(turn.start), _utc(turn.end)
        for begins, ends, index in self._away_between(turn.person, at, end):
            if at < begins:
                yield Stretch(at, begins, turn.person, turn.person, override=turn.override)
            at = min(ends, end)
            yield from self._away(turn, max(begins, _utc(turn.start)), at, index)
        if at < end:
            yield Stretch(at, end, turn.person, turn.person, override=turn.override)

    def _away(self, turn: Turn, start: datetime, end: datetime, index: int) -> Iterator[Stretch]:
        """The part of a turn in which the person is away: an alternate may be away for a part of that."""
        absence = self.contacts.absences[index]
        other, at = absence.alternate, start
        for begins, ends, _ in self._away_between(other, start, end) if other else ():
            if at < begins:
                yield self._stands_in(turn, at, begins, index)
            begins, at = max(begins, start), min(ends, end)
            yield Stretch(begins, at, turn.person, None, index, "alternate-away", turn.override)
        if at < end:
            yield self._stands_in(turn, at, end, index)

    def _stands_in(self, turn: Turn, start: datetime, end: datetime, index: int) -> Stretch:
        absence = self.contacts.absences[index]
        fault: Fault | None = "not-cleared" if absence.cleared is None else None
        fault = "no-alternate" if absence.alternate is None else fault
        answers = None if fault else absence.alternate
        return Stretch(start, end, turn.person, answers, index, fault, turn.override)

    def _away_between(
        self, person: str, start: datetime, end: datetime
    ) -> Iterator[tuple[datetime, datetime, int]]:
        """When a person is away at some time between two moments, in order."""
        pieces = self.away.get(person, [])
        first = max(bisect_right(pieces, start, key=lambda piece: piece[0]) - 1, 0)
        for piece in pieces[first:]:
            if piece[0] >= end:
                return
            if piece[1] > start:
                yield piece


def _uppermost(spans: list[tuple[datetime, datetime, int]]) -> list[tuple[datetime, datetime, int]]:
    seen = laid_over([(start, end) for start, end, _ in spans])
    return [(start, end, spans[top][2]) for start, end, top in seen]


def _utc(moment: datetime) -> datetime:
    return moment if moment.tzinfo is UTC else moment.astimezone(UTC)
