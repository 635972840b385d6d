"""Ordinary prose, every second message of it ours alone, is never taken for a leak by the gate of a real build."""

from pathlib import Path

from generator.audience.secrets import secrets_of
from generator.build.customer import build_customer
from generator.build.site import Built, Order
from generator.inspect.gate import leaks_in
from tests.leaks.folder import Kept, desk_of
from tests.leaks.prose import incidents
from tests.making import CONTACTS, CUSTOMER, SETTINGS

HOUSE = {
    "casewright.yaml": SETTINGS,
    "contacts.yaml": CONTACTS,
    "cases/kestrel/customer.yaml": CUSTOMER,
}


def built_of(root: Path, files: dict[str, str], pdf: bool = False, cases: tuple[str, ...] = ()) -> Built:
    """What comes of building the customer's folder; its leaks above all."""
    desk = desk_of(root, {**HOUSE, **files})
    return build_customer(desk, "kestrel", Order(root, 1, pdf, lambda _: None, cases), True, Kept())


def caught_inside_out(root: Path, files: dict[str, str]) -> int:
    """The control: in how many cases the gate speaks up where a page holds all that is ours of it."""
    desk = desk_of(root, {**HOUSE, **files})
    caught = 0
    for file in desk.workspace.cases.values():
        page = "".join(f"<p>{event.what}</p>" for event in file.case.events)
        caught += bool(leaks_in({"all.html": page.encode()}, secrets_of(desk.workspace, file.key)))
    return caught


def test_forty_incidents_have_no_leak(tmp_path: Path) -> None:
    files = incidents(40)
    made = built_of(tmp_path / "built", files)
    assert made.papers >= 3 * 40
    assert made.leaks == []
    assert caught_inside_out(tmp_path / "control", files) == 40
