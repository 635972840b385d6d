"""Related cases: told on both sides, and the same on both."""

from collections.abc import Iterator

from generator.codes import code
from generator.finding import Finding, Severity
from generator.model.close_out import Related
from generator.rules.scene import Scene

ONE_SIDED = code(
    "relation-one-sided",
    Severity.WARNING,
    "A relation that only one of two cases tells",
    "Whoever opens either of two related cases should find the other. Add the entry to the case that lacks it.",
)
DIFFERS = code(
    "relation-differs",
    Severity.WARNING,
    "Two cases that say differently how they are related",
    "Two cases belong together in one way. Write the same word for `how` in both.",
)
TO_ITSELF = code(
    "relation-to-itself",
    Severity.ERROR,
    "A case that is related to itself",
    "`related` names another case. Write the case that is meant, or take the entry out.",
)


def find(scene: Scene) -> Iterator[Finding]:
    """What is wrong with each relation of a case; an unknown case has its own finding."""
    for index, link in enumerate(scene.case.related):
        other = scene.workspace.cases.get(link.case)
        if link.case == scene.file.key:
            remedy = "Write the other case, or take the entry out."
            yield TO_ITSELF.at(
                scene.place("related", index, "case"), "This case is related to itself.", remedy
            )
        elif other is not None:
            yield from answered(scene, link, other.case.related, index)


def answered(scene: Scene, link: Related, back: list[Related], index: int) -> Iterator[Finding]:
    """Whether the other case tells the relation too, and in the same word."""
    hows = [other.how for other in back if other.case == scene.file.key]
    if not hows:
        message = f"`{link.case}` does not say that it is related to this case."
        remedy = (
            f"Add `- {{case: {scene.file.key}, how: {link.how}}}` under `related` in cases/{link.case}.yaml."
        )
        yield ONE_SIDED.at(scene.place("related", index, "case"), message, remedy)
    elif link.how not in hows and scene.file.key < link.case:
        message = f"This case says `{link.how}` of `{link.case}`, which says `{hows[0]}` of this one."
        yield DIFFERS.at(
            scene.place("related", index, "how"), message, "Write the same word for `how` in both cases."
        )
