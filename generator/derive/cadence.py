"""How long a customer may wait for word, in the hours of their segment."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from generator.derive.contact import Gap
from generator.model.case import Case
from generator.model.scalars.hours import Hours
from generator.model.scalars.times import Duration
from generator.model.settings import SegmentPlan


@dataclass(frozen=True, slots=True)
class Cadence:
    """The longest time between two contacts, and the hours that count towards it."""

    every: Duration
    hours: Hours

    def is_broken(self, gap: Gap) -> bool:
        """Whether a gap lasted longer in served hours than the segment allows."""
        return self.waited(gap) > self._allowed(gap.start)

    def waited(self, gap: Gap) -> timedelta:
        """The served time in a gap."""
        return self.hours.within(gap.start, gap.end)

    def _allowed(self, start: datetime) -> timedelta:
        if self.every.unit in ("minute", "hour"):
            return self.every.about
        return self.hours.within(start, self.every.after(start))


def cadence_of(case: Case, segment: SegmentPlan | None) -> Cadence | None:
    """The cadence for a case's severity in its customer's segment, or None where none is set."""
    if segment is None or case.severity is None or case.severity not in segment.update_every:
        return None
    return Cadence(segment.update_every[case.severity], segment.hours)
