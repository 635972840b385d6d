"""What came up in a dry run and was not dealt with before the customer meeting."""

from collections.abc import Iterator

from generator.codes import code
from generator.finding import Finding, Severity
from generator.rules.in_words import shortened
from generator.rules.scene import Scene

FINDING_OPEN = code(
    "dry-run-finding-open",
    Severity.WARNING,
    "A weak spot of a dry run that was left open",
    "A weak spot that shows in a dry run becomes an action to investigate, or is settled, before the customer finds it.",
)
QUESTION_OPEN = code(
    "hard-question-open",
    Severity.WARNING,
    "A hard question without an agreed answer",
    "A question that the customer is expected to ask gets one agreed answer, so that two of ours do not give two.",
)


def find(scene: Scene) -> Iterator[Finding]:
    """One finding for each weak spot and each hard question left open."""
    if not scene.file.is_open:
        return
    for index, part in enumerate(scene.case.dry_run):
        who = scene.name_of(part.person)
        for number, weak in enumerate(part.findings):
            if weak.action is None and weak.settled is None:
                message = f'The weak spot "{shortened(weak.what)}" in the part of {who} is neither settled nor an action.'
                remedy = "Add `action:` with the id of an action, or `settled:` with how."
                yield FINDING_OPEN.at(scene.place("dry_run", index, "findings", number), message, remedy)
        for number, question in enumerate(part.questions):
            if question.answer is None:
                message = f'Nobody has agreed an answer to "{shortened(question.ask)}" in the part of {who}.'
                remedy = "Agree one, and add `answer:`."
                yield QUESTION_OPEN.at(scene.place("dry_run", index, "questions", number), message, remedy)
