"""What the texts of a seal may look like where a template would do more with them than print them."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any, get_args

from generator.audience import customer_case as shown
from generator.audience.faces import Face
from generator.model.case import SectionName
from generator.model.chronology import Event, Evidence, Impact
from generator.model.close_out import CloseOut, Dispute, Related
from generator.model.meetings import AgendaItem, Meeting
from generator.model.plan import Decision, RootCause
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
        (shown.CustomerCase, "stage"): _among(STAGES),
        (shown.CustomerCase, "sections"): _among(get_args(SectionName)),
        (shown.CustomerCase, "key"): _like(CASE_KEY),
        (shown.RelatedShown, "case"): _like(CASE_KEY),
        (shown.DisputeShown, "case"): _like(CASE_KEY),
        (shown.Letterhead, "structure"): _like(COLOUR),
        (shown.EvidenceShown, "link"): _like(LINK),
        (Face, "phone"): _like(PHONE),
        (Face, "email"): _is_mail,
        **dict.fromkeys(FILES, _stays_inside),
    }


CHOICES: dict[At, tuple[type[Any], str]] = {
    (shown.Letterhead, "language"): (Settings, "language"),
    (shown.EvidenceShown, "kind"): (Evidence, "kind"),
    (shown.EventShown, "contact"): (Event, "contact"),
    (shown.ImpactShown, "kind"): (Impact, "kind"),
    (shown.ImpactShown, "source"): (Impact, "source"),
    (shown.CauseShown, "state"): (RootCause, "state"),
    (shown.DecisionShown, "answer"): (Decision, "answer"),
    (shown.MeetingShown, "kind"): (Meeting, "kind"),
    (shown.TopicShown, "purpose"): (AgendaItem, "purpose"),
    (shown.RelatedShown, "how"): (Related, "how"),
    (shown.DisputeShown, "ruling"): (Dispute, "ruling"),
    (shown.CloseOutShown, "answer"): (CloseOut, "answer"),
}
"""The fields that hold one of a few words, and where the model says which."""
FILES: tuple[At, ...] = (
    (shown.EvidenceShown, "file"),
    (shown.Letterhead, "logo"),
    (shown.Letterhead, "customer_logo"),
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
