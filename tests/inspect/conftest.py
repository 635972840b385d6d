"""A small workspace with something of everything that a customer must not read."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.model.workspace import Workspace, load_workspace
from generator.source.workspace import read_workspace

FILES = {
    "casewright.yaml": """\
organisation: Alder Hosting
leaks:
  domains: [corp.alder.example]
  hosts: [wiki-01.alder.example]
  links: ["https://desk.alder.example/queue/"]
  allow:
    - {text: "https://desk.alder.example/queue/public", why: Customers are sent there.}
notes: Changes to the segments go to Hugo first because they stand in the contracts word for word.
""",
    "contacts.yaml": """\
people:
  ines: {name: Ines Okafor, title: Customer Advocate, phone: +1 603 555 0150, customer_phone: +1 603 555 0100,
    email: ines@alder.example, shown_as: contact}
  priya: {name: Priya Raman, title: On-call lead, phone: +1 603 555 0142, email: priya@alder.example,
    other_phones: [{number: +44 20 7946 0143, note: home}, 4142],
    notes: Ring twice because the first ring only wakes the dog and never Priya herself.}
  grace: {name: Grace Achieng, title: Vice president, phone: +1 603 555 0104, shown_as: name}
  jo: {name: Jo An, title: Engineer}
  mono: {name: Bartholomew, title: Engineer}
  maria: {name: Maria Lopez, title: Engineer}
  mueller: {name: Jörg Müller, title: Engineer}
  mai: {name: Nguyễn Thị Mai, title: Network engineer}
areas:
  engineering: {name: Engineering, primary: priya, helps: They sleep through the night once the queue has been drained.}
""",
    "cases/kestrel/customer.yaml": """\
name: Kestrel Outfitters
aliases: [Kestrel, Kestrel Alderney Stores]
people:
  dana: {name: Dana Whitfield, role: Head of shops, notes: Sounds harsh on the phone but is fair when she has the facts.}
  maria2: {name: Maria Lopez, role: Buyer}
relationship: {been: They nearly left us two years ago after the winter outage of the old platform.}
""",
    "cases/wren/customer.yaml": "name: Wren\naliases: [WBS, Wren Book Shops]\n",
    "cases/oak-line/customer.yaml": "name: Oak Line\naliases: [OAK]\n",
    "cases/alderney/customer.yaml": "name: Alderney Stores\n",
    "cases/alder/customer.yaml": "name: Alder\n",
    "cases/kestrel/cards.yaml": """\
title: Card payments declined at 41 shops
opened: 2026-03-11 02:05
advocate: ines
customer_sees: [summary, events, root_causes, actions, team]
team: [priya, {person: grace, part: Decides}]
summary: The payment queue filled up during the night and declined cards until it was drained by hand.
engagement:
  failed: The ticket was bounced between three teams for nine hours without anybody reading the log.
  wants: A line that does not fall silent at the weekend and a person who answers.
events:
  - at: 2026-03-11 02:00
    what: The night shift ignored the pager because they had muted it for the football match.
    say: An alert was not acted upon for forty minutes during the night.
  - at: 2026-03-11 02:10
    audience: internal
    what: Management was told that the root of it is the unpaid maintenance invoice from last autumn.
root_causes: [The queue had no limit and no alarm when it grew beyond its usual size.]
contributing_factors: [{what: Their own team restarted the gateway against our written advice., owner: customer}]
actions:
  - {id: A1, what: Give the queue a limit and an alarm., notes: Finance will not pay for the second queue server this year}
notes:
  - "We think that [the vendor](https://vendor.example/terms) is hiding how often this really happens to others."
  - Short note here.
  - Unquestionably incomprehensible circumstances everywhere.
""",
}


@pytest.fixture
def put(tmp_path: Path) -> Callable[[dict[str, str]], Workspace]:
    """Writes files over those of the small workspace, and loads it."""

    def write(changes: dict[str, str]) -> Workspace:
        for name, text in (FILES | changes).items():
            path = tmp_path / "team" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        workspace = load_workspace(read_workspace(tmp_path / "team"))
        assert workspace.findings == []
        return workspace

    return write


@pytest.fixture
def workspace(put: Callable[[dict[str, str]], Workspace]) -> Workspace:
    return put({})
