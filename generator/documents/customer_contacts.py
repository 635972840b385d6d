"""Whom to ring about one customer: their people, ours for them, who wants to be told, and what is open."""

from dataclasses import dataclass
from datetime import datetime

from generator.derive.contact import update_promises
from generator.documents.reached import Reached, moment_there, reached
from generator.model.contacts import StandingRequest
from generator.model.customer import TheirPersonRecord
from generator.model.turns import advocate_at
from generator.model.workspace import CaseFile, CustomerFile, Workspace
from generator.rules.in_words import day_in_words, when_in_words

ROLES = {"advocate": "Advocate", "account_manager": "Account manager", "sponsor": "Sponsor"}


@dataclass(frozen=True, slots=True)
class TheirCard:
    """One of the customer's people, with what their clock shows now."""

    person: Reached
    record: TheirPersonRecord
    there: str | None


@dataclass(frozen=True, slots=True)
class OpenCase:
    """A case that is not closed: who has it, and when the customer hears next (in words)."""

    file: CaseFile
    advocate: Reached
    next_update: str | None


@dataclass(frozen=True, slots=True)
class CustomerCard:
    """A customer as somebody about to ring wants to read them; `served` are the segment's hours in words."""

    file: CustomerFile
    segment: str | None
    served: str | None
    theirs: tuple[TheirCard, ...]
    ours: tuple[tuple[str, Reached], ...]
    requests: tuple[StandingRequest, ...]
    cases: tuple[OpenCase, ...]


def customer_card(workspace: Workspace, key: str, now: datetime) -> CustomerCard:
    """What is known of reaching a customer of the workspace, as of an aware moment."""
    file = workspace.customers[key]
    plan = workspace.segment_of(file.customer)
    return CustomerCard(
        file,
        plan[1].name if plan else None,
        str(plan[1].hours) if plan else None,
        tuple(_theirs(workspace, file, now)),
        tuple(_ours(workspace, file)),
        tuple(one for one in workspace.contacts.standing_requests if _holds(one, file, now)),
        tuple(_open(workspace, case, now) for case in workspace.open_cases if case.owner.key == key),
    )


def _theirs(workspace: Workspace, file: CustomerFile, now: datetime) -> list[TheirCard]:
    cards, home = [], workspace.settings.timezone
    for key, record in file.customer.people.items():
        zone = record.timezone or file.customer.timezone
        there = moment_there(now, zone, home) if zone else None
        cards.append(TheirCard(reached(workspace, key, file), record, there))
    return cards


def _ours(workspace: Workspace, file: CustomerFile) -> list[tuple[str, Reached]]:
    named = ((name, getattr(file.customer.ours, field)) for field, name in ROLES.items())
    return [(name, reached(workspace, key)) for name, key in named if key]


def _holds(request: StandingRequest, file: CustomerFile, now: datetime) -> bool:
    """Whether a standing request is about this customer or something they hold, and still holds."""
    held = {service.product for service in file.customer.services}
    about = request.customer == file.key or (request.customer is None and request.product in held)
    return about and (request.until is None or request.until >= now.date())


def _open(workspace: Workspace, case: CaseFile, now: datetime) -> OpenCase:
    advocate = reached(workspace, advocate_at(workspace.contacts, case.case.advocate, now))
    promised = next((promise.at for promise in reversed(update_promises(case.case, now))), None)
    return OpenCase(case, advocate, when_in_words(promised, case.zone, now.year) if promised else None)


def request_in_words(workspace: Workspace, request: StandingRequest, now: datetime) -> str:
    """A standing request as a sentence."""
    area = workspace.contacts.areas.get(request.area)
    about = [f"of severity {request.severity} or worse"] if request.severity else []
    plan = workspace.settings.products.get(request.product or "")
    about += [f"in {plan.name if plan else request.product}"] if request.product else []
    what = f" {' '.join(about)}" if about else ""
    within = f" within {request.within}" if request.within else ""
    asked = f", asked by {reached(workspace, request.asked_by).name}" if request.asked_by else ""
    until = f", until {day_in_words(request.until, now.year)}" if request.until else ""
    why = f" ({request.why.rstrip('.')})" if request.why else ""
    ladder = area.name if area else request.area
    return f"A case{what}: tell {ladder} up to the {request.up_to}{within}{asked}{until}{why}."
