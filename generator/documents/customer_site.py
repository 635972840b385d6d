"""The one page of a customer's own folder: their papers, case by case."""

from collections.abc import Mapping, Sequence

from generator.documents.pages import Page
from generator.documents.sheets import Desk, Sheet


def customer_index(
    desk: Desk, customer: str, sheets: Sequence[Sheet], files: Mapping[str, Sequence[str]]
) -> Page:
    """The page; it is made of the customer's copies alone. `files` names what was made of each sheet."""
    cases = {sheet.identity.case: sheet.context["case"] for sheet in sheets}
    letterhead = next((case.letterhead for case in cases.values()), None)
    context = {
        "organisation": desk.workspace.settings.organisation,
        "customer": desk.workspace.customers[customer].customer.name,
        "letterhead": letterhead,
        "as_of": desk.as_of,
        "cases": [
            (case, [sheet for sheet in sheets if sheet.identity.case == key]) for key, case in cases.items()
        ],
        "downloads": {name: tuple(sorted(names)) for name, names in files.items()},
    }
    return Page("index.html", "customer-index.html", context)
