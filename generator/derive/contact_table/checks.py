"""What the cells of a spreadsheet must be for contacts.yaml to hold them."""

import re
from collections.abc import Callable, Collection, Iterator
from datetime import date

from generator.derive.contact_table.cells import Cells, phones_of
from generator.intake.contact_rows import RUNGS, rung_named
from generator.model.scalars.mail import read_email
from generator.model.scalars.texts import PHONE, YES
from generator.model.scalars.zones import find_zone
from generator.source.decoding import CONTROL


def wrong_cells(cells: Cells, rotations: Collection[str]) -> Iterator[str]:
    """A sentence for each cell that contacts.yaml could not hold."""
    for key, text in cells.items():
        if CONTROL.search(text):
            yield f"{text!r} holds a character that cannot be seen or printed."
            continue
        check = CHECKS.get(key)
        if check is not None and not check[0](text):
            yield f"{text!r} is not {check[1]}."
    if "rotation" in cells and cells["rotation"] not in rotations:
        yield f"There is no rotation {cells['rotation']!r} in contacts.yaml."


def is_phone(text: str) -> bool:
    """Whether a text is a number as contacts.yaml has it."""
    return re.fullmatch(PHONE.pattern or "", text, re.ASCII) is not None


def _are_phones(text: str) -> bool:
    return all(is_phone(number) for number, _ in phones_of(text))


def _is_mail(text: str) -> bool:
    try:
        read_email(text)
    except ValueError:
        return False
    return True


def _is_day(text: str) -> bool:
    try:
        return len(text) == 10 and bool(date.fromisoformat(text))
    except ValueError:
        return False


NUMBER = "a number: it begins with + and its country, or is a short code. A spreadsheet keeps it in a column of texts"
CHECKS: dict[str, tuple[Callable[[str], bool], str]] = {
    "phone": (is_phone, NUMBER),
    "customer_phone": (is_phone, NUMBER),
    "other_phones": (_are_phones, NUMBER),
    "email": (_is_mail, "a mail address"),
    "timezone": (lambda text: find_zone(text) is not None, "a time zone such as America/New_York"),
    "shown_as": (lambda text: text in ("role", "name", "contact"), "role, name or contact"),
    "confirmed_on": (_is_day, "a day such as 2026-03-11"),
    "outside": (lambda text: text in YES, "yes or no"),
    "rung": (lambda text: rung_named(text) is not None, f"a rung: {', '.join(RUNGS)}"),
}
"""What the cells of a field must be, and how that is called."""
