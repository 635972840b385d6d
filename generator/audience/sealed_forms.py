"""What the texts of a seal may look like where a template would do more with them than print them."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any, get_args

from generator.audience.customer_case import CustomerCase, Letterhead
from generator.audience.faces import Face
from generator.audience.shown.causes import CauseShown
from generator.audience.shown.chronology import EventShown, EvidenceShown, ImpactShown
from generator.audience.shown.close_out import CloseOutShown, DisputeShown, RelatedShown
from generator.audience.shown.meetings import MeetingShown, TopicShown
from generator.audience.shown.recommendations import DecisionShown
from generator.model.case import SectionName
from generator.model.causes import RootCause
from generator.model.chronology import Event, Evidence, Impact
from generator.model.close_out import CloseOut, Dispute, Related
from generator.model.meetings import AgendaItem, Meeting
from generator.model.recommendations import Decision
from generator.model.scalars.mail import read_email
from generator.model.scalars.texts import CASE_KEY, COLOUR, LINK, PHONE
from generator.model.scalars.typed import Written
from generator.model.settings import STAGES, Settings

At = tuple[type[Any], str]
"""A type of the customer's copy and one of its fields."""


def fits(at: At, text: str) -> bool:
    """Whether a field of the customer's copy may hold a text."""
    form = forms().get(at)
    return bool(text) and (form is None or form(text))


@lru_cache(maxsize=1)
def forms() -> dict[At, Callable[[str], bool]]:
    """The fields that may not hold just any text: choices, keys, numbers, addresses, the colour."""
    return {
        **{at: _among(choices(record, name)) for at, (record, name) in CHOICES.items()},
        (CustomerCase, "stage"): _among(STAGES),
        (CustomerCase, "sections"): _among(get_args(SectionName)),
        (CustomerCase, "key"): _like(CASE_KEY),
        (RelatedShown, "case"): _like(CASE_KEY),
        (DisputeShown, "case"): _like(CASE_KEY),
        (Letterhead, "structure"): _like(COLOUR),
        (EvidenceShown, "link"): _like(LINK),
        (Face, "phone"): _like(PHONE),
        (Face, "email"): _is_mail,
        **dict.fromkeys(FILES, _stays_inside),
    }


CHOICES: dict[At, tuple[type[Any], str]] = {
    (Letterhead, "language"): (Settings, "language"),
    (EvidenceShown, "kind"): (Evidence, "kind"),
    (EventShown, "contact"): (Event, "contact"),
    (ImpactShown, "kind"): (Impact, "kind"),
    (ImpactShown, "source"): (Impact, "source"),
    (CauseShown, "state"): (RootCause, "state"),
    (DecisionShown, "answer"): (Decision, "answer"),
    (MeetingShown, "kind"): (Meeting, "kind"),
    (TopicShown, "purpose"): (AgendaItem, "purpose"),
    (RelatedShown, "how"): (Related, "how"),
    (DisputeShown, "ruling"): (Dispute, "ruling"),
    (CloseOutShown, "answer"): (CloseOut, "answer"),
}
"""The fields that hold one of a few words, and where the model says which."""
FILES: tuple[At, ...] = (
    (EvidenceShown, "file"),
    (Letterhead, "logo"),
    (Letterhead, "customer_logo"),
)


def choices(record: type[Any], name: str) -> tuple[str, ...]:
    """The words that a field of the model may hold."""
    return tuple(_words(record.model_fields[name].annotation))


def _words(kind: Any) -> list[str]:
    return [word for one in get_args(kind) for word in ([one] if isinstance(one, str) else _words(one))]


def _among(words: tuple[str, ...]) -> Callable[[str], bool]:
    return lambda text: text in words


def _like(form: Written) -> Callable[[str], bool]:
    pattern = re.compile((form.pattern or "").removeprefix("^").removesuffix("$"))
    return lambda text: pattern.fullmatch(text) is not None


def _is_mail(text: str) -> bool:
    try:
        return bool(read_email(text))
    except ValueError:
        return False


def _stays_inside(text: str) -> bool:
    """Whether a path names something below a folder, by a way that never leads up."""
    return not text.startswith("/") and "\\" not in text and ".." not in text.split("/")
