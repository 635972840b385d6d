"""What `casewright who --customer` prints."""

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.desk import unknown
from generator.cli.matrix import matrix_for, wrapped

if TYPE_CHECKING:
    from generator.documents.customer_contacts import CustomerCard, TheirCard
    from generator.documents.reached import Reached
    from generator.model.contacts import StandingRequest
    from generator.model.workspace import Workspace


def told(root: Path, as_of: datetime, key: str, output_format: str) -> str:
    """Whom to ring about a customer, as text or JSON; only the folder of that customer is read."""
    from generator.documents.customer_contacts import customer_card
    from generator.model.part import keys_of_customers

    known = keys_of_customers(root)
    if key not in known:
        raise click.BadParameter(unknown("customer", key, known), param_hint="--customer")
    workspace, now = matrix_for(root, as_of, customer=key)
    if key not in workspace.customers:
        from generator.errors import CasewrightError

        raise CasewrightError(
            f"cases/{key}/customer.yaml cannot be read. `casewright check` says what is wrong."
        )
    card = customer_card(workspace, key, now)
    if output_format == "json":
        return json.dumps(as_data(card), indent=2, ensure_ascii=False)
    return "\n".join(as_text(workspace, card, now))


def as_text(workspace: "Workspace", card: "CustomerCard", now: datetime) -> Iterator[str]:
    """The card as lines for a terminal."""
    from generator.documents.customer_contacts import request_in_words
    from generator.model.scalars.instants import told_apart

    customer = card.file.customer
    segment = f", {card.segment}, served {card.served}" if card.segment else ""
    yield f"{customer.name}{segment}; as of {now:%H:%M}{told_apart(now)} in {workspace.settings.timezone.key}."
    if customer.critical_times:
        yield from wrapped(f"An outage hurts most: {', '.join(customer.critical_times)}.")
    yield "\nTheir people"
    for one in card.theirs:
        yield from _person(one.person, _about(one))
    yield from [] if card.theirs else ["  Nobody is written down yet."]
    yield "\nOur people for them"
    for role, person in card.ours:
        yield from _person(person, f"{role}.")
    yield from [] if card.ours else ["  Nobody is written down yet."]
    yield "\nStanding requests"
    for request in card.requests:
        yield from wrapped(f"  {request_in_words(workspace, request, now)}", 4)
    yield from [] if card.requests else ["  None."]
    yield "\nOpen cases"
    for case in card.cases:
        severity = f"severity {case.file.case.severity}, " if case.file.case.severity else ""
        hears = f"they hear next {case.next_update}" if case.next_update else "no next update is promised"
        yield f"  {case.file.key}  {' '.join(case.file.case.title.split())}"
        yield from wrapped(f"    {severity}{case.file.case.stage}, {case.advocate.name} has it; {hears}.", 4)
    yield from [] if card.cases else ["  None."]


def _person(person: "Reached", about: str) -> Iterator[str]:
    number = person.numbers[0].number if person.numbers else "no number"
    yield f"  {number}  {person.said}"
    mail = f" {person.email}" if person.email else ""
    yield from wrapped(f"    {about}{mail}", 4)


def _about(one: "TheirCard") -> str:
    """How one of the customer's people likes to be reached, and what they are sent."""
    record = one.record
    said = [f"It is {one.there}."] if one.there else []
    said += [f"Prefers {record.prefers}."] if record.prefers else []
    said += [f"Receives {', '.join(record.receives)}."] if record.receives else []
    said += ["Their word closes a case."] if record.confirms_close_out else []
    return " ".join(said)


def as_data(card: "CustomerCard") -> dict[str, object]:
    """The card for a program; numbers as typed."""
    customer = card.file.customer
    return {
        "customer": card.file.key,
        "name": customer.name,
        "segment": customer.segment,
        "hours": card.served,
        "critical_times": customer.critical_times,
        "people": [
            {
                **_person_data(one.person),
                "prefers": one.record.prefers,
                "receives": one.record.receives,
                "confirms_close_out": one.record.confirms_close_out,
            }
            for one in card.theirs
        ],
        "ours": [{"role": role, **_person_data(person)} for role, person in card.ours],
        "standing_requests": [_request_data(one) for one in card.requests],
        "open_cases": [
            {
                "case": one.file.key,
                "title": one.file.case.title,
                "severity": one.file.case.severity,
                "stage": one.file.case.stage,
                "advocate": one.advocate.key,
                "next_update": one.next_update,
            }
            for one in card.cases
        ],
    }


def _request_data(request: "StandingRequest") -> dict[str, object]:
    return {
        "customer": request.customer,
        "product": request.product,
        "severity": request.severity,
        "area": request.area,
        "up_to": request.up_to,
        "within": str(request.within) if request.within else None,
        "asked_by": request.asked_by,
        "until": request.until.isoformat() if request.until else None,
        "why": request.why,
    }


def _person_data(person: "Reached") -> dict[str, object]:
    return {
        "person": person.key,
        "name": person.name,
        "title": person.title,
        "phone": person.numbers[0].number if person.numbers else None,
        "email": person.email,
        "timezone": person.zone.key if person.zone else None,
    }
