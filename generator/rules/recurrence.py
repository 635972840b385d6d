"""Causes that recur: the same category in the same product, again and again."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime

from generator.codes import code
from generator.finding import Finding, Severity
from generator.model.workspace import CaseFile, Workspace
from generator.rules.in_words import listed

RECURRENCE = code(
    "recurrence-unlinked",
    Severity.WARNING,
    "A cause that recurs, and nothing says so",
    "Without looking across cases advocacy is a band-aid. Where the same kind of cause strikes the same product as often "
    "as `recurrence` in casewright.yaml says, the newest case links to one of the others, or a lesson works against it. "
    "Cases of one incident count once.",
)


def find(workspace: Workspace, as_of: datetime) -> Iterator[Finding]:  # noqa: ARG001 - every rule's signature
    """One finding for each cause and product that recur, at the newest case."""
    for (category, product), files in recurring(workspace).items():
        incidents = {file.case.incident or file.key for file in files}
        if len(incidents) < max(workspace.settings.recurrence, 2) or has_lesson(files, category, product):
            continue
        newest = max(files, key=lambda file: (file.case.opened.at, file.key))
        others = sorted(file.key for file in files if file is not newest)
        if not any(link.case in others for link in newest.case.related):
            yield told(workspace, newest, others, (category, product))


def recurring(workspace: Workspace) -> dict[tuple[str, str], list[CaseFile]]:
    """The cases by category of cause and product; causes that were ruled out or not found do not count."""
    groups: dict[tuple[str, str], list[CaseFile]] = defaultdict(list)
    for file in workspace.cases.values():
        causes = (cause for cause in file.case.root_causes if cause.state in ("suspected", "confirmed"))
        categories = {cause.category for cause in causes if cause.category}
        for category in categories if file.case.product else ():
            groups[category, file.case.product or ""].append(file)
    return groups


def has_lesson(files: Sequence[CaseFile], category: str, product: str) -> bool:
    """Whether a lesson of one of the cases works against the cause in the product."""
    against = [lesson.against for file in files for lesson in file.case.lessons if lesson.against]
    return any(
        (one.category or category) == category and (one.product or product) == product for one in against
    )


def told(workspace: Workspace, newest: CaseFile, others: Sequence[str], what: tuple[str, str]) -> Finding:
    """The finding for one cause and product."""
    category, product = what
    plan = workspace.settings.products.get(product)
    kind = workspace.settings.cause_categories.get(category, category)
    index = next(at for at, cause in enumerate(newest.case.root_causes) if cause.category == category)
    message = (
        f'"{kind}" in {plan.name if plan else product} is behind this case and behind {listed(others[:3])}'
        f"{f' and {len(others) - 3} more' if len(others) > 3 else ''}."
    )
    remedy = (
        f"Add `- {{case: {others[-1]}, how: same-cause}}` to `related`, or a lesson with "
        f"`against: {{category: {category}, product: {product}}}`."
    )
    return RECURRENCE.at(newest.source.place(("root_causes", index, "category")), message, remedy)
