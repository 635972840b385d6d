"""The rows of an agenda: standing items laid around what was typed, and the minutes that each of them gets."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from generator.audience.shown.meetings import MeetingShown, TopicShown
from generator.derive.standing import Standing, StandingKey, names_of

PARTS = ("opening", "main", "closing")
LEAST = 2
"""Minutes below which an item that may be left out is left out."""


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """One topic with the clock time it begins at (aware, in the meeting's zone); None once the minutes are unknown.

    `standing` is set of an item that nobody wrote and that this kind of meeting goes through all the same; `same_as`
    of one that somebody wrote and that is a standing item.
    """

    starts: datetime | None
    topic: TopicShown
    carried_from: MeetingShown | None = None
    standing: StandingKey | None = None
    same_as: StandingKey | None = None


def name_of(topic: TopicShown) -> str:
    """A topic as it is compared from meeting to meeting."""
    return " ".join(topic.topic.casefold().split())


def laid_out(items: Sequence[Standing], written: Sequence[AgendaRow], minutes: int | None) -> list[AgendaRow]:
    """Opening items, what was written, closing items; `minutes` is how long the meeting lasts, None where unsaid.

    Where nobody wrote a topic for it, the other standing items stand before what was carried over.
    """
    left = None if minutes is None else _left(minutes, written)
    body, tail = _split(written, items)
    missing = [one for one in items if not _is_written(one, written)]
    if any(row.carried_from is None for row in written):
        given = _shared([one for one in missing if one.part != "main"], left)
    else:
        given = _filled(missing, left)
    rows = {part: [_row(one, took) for one, took in given if one.part == part] for part in PARTS}
    made = [*rows["opening"], *rows["main"], *body, *_in_order_of(items, rows["closing"], tail)]
    return [replace(row, same_as=_same_as(row, items)) for row in made]


def _left(minutes: int, written: Sequence[AgendaRow]) -> int:
    """The minutes that what was written leaves; none while one of them does not say how long it takes."""
    said = [row.topic.minutes for row in written if row.topic.minutes is not None]
    return minutes - sum(said) if len(said) == len(written) else 0


def _same_as(row: AgendaRow, items: Sequence[Standing]) -> StandingKey | None:
    """The standing item that a written row is."""
    if row.standing is not None:
        return None
    return next((one.key for one in items if _is_written(one, [row])), None)


def _is_written(item: Standing, rows: Iterable[AgendaRow]) -> bool:
    names = names_of(item.key) if not item.text else (" ".join(item.text.casefold().split()),)
    return any(name_of(row.topic) in names for row in rows)


def _split(rows: Sequence[AgendaRow], items: Sequence[Standing]) -> tuple[list[AgendaRow], list[AgendaRow]]:
    """The rows before the closing items that somebody wrote, and these."""
    closing = [one for one in items if one.part == "closing"]
    tail = [row for row in rows if any(_is_written(one, [row]) for one in closing)]
    return [row for row in rows if row not in tail], tail


def _in_order_of(
    items: Sequence[Standing], added: Sequence[AgendaRow], tail: Sequence[AgendaRow]
) -> list[AgendaRow]:
    """Closing rows, typed and added, in the order of the standing items."""
    order: list[StandingKey | None] = [one.key for one in items]

    def place(row: AgendaRow) -> int:
        if row.standing is not None:
            return order.index(row.standing)
        return order.index(_same_as(row, items))

    return sorted([*added, *tail], key=place)


def _shared(items: Sequence[Standing], left: int | None) -> list[tuple[Standing, int | None]]:
    """The items that fit into the minutes left with those that each gets: first the ones that must be there."""
    if left is None:
        return [(one, one.minutes) for one in items]
    given: dict[int, int | None] = {}
    for number, one in sorted(enumerate(items), key=lambda pair: not pair[1].must):
        took = min(one.minutes, max(left, 0))
        if took >= LEAST:
            given[number] = took
            left -= took
        elif one.must:
            given[number] = None
    return [(items[number], took) for number, took in sorted(given.items())]


def _filled(items: Sequence[Standing], minutes: int | None) -> list[tuple[Standing, int | None]]:
    """An agenda of standing items: the opening and closing ones have their minutes, the others share what is left."""
    main = [one for one in items if one.part == "main"]
    if minutes is None or not main:
        return _shared(items, minutes)
    rest = _split_up(minutes - sum(one.minutes for one in items if one.part != "main"), main)
    if min(rest) < LEAST:
        return _shared(items, minutes)
    shares = iter(rest)
    return [(one, next(shares) if one.part == "main" else one.minutes) for one in items]


def _split_up(minutes: int, items: Sequence[Standing]) -> list[int]:
    """Minutes shared out among items in proportion to their usual ones; together they are all of them."""
    whole = sum(one.minutes for one in items)
    ends = [round(minutes * sum(one.minutes for one in items[: n + 1]) / whole) for n in range(len(items))]
    return [end - start for start, end in zip([0, *ends], ends, strict=False)]


def _row(item: Standing, minutes: int | None) -> AgendaRow:
    topic = TopicShown(item.text, minutes, item.presenter, item.purpose)
    return AgendaRow(None, topic, standing=item.key)
