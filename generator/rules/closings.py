"""How a case ends: each outcome with what it wants, and a close-out that goes by what was agreed."""

from collections.abc import Iterator

from generator.codes import code
from generator.finding import Finding, Severity
from generator.model.close_out import CloseOut
from generator.rules.in_words import counted
from generator.rules.scene import Scene

ENDED_OPEN = code(
    "ended-while-open",
    Severity.ERROR,
    "An open case with an outcome or a day of closing",
    "`outcome` and `closed` belong to a case in stage `closed`. Of a case that went back they are taken out; the "
    "stage's log keeps when it was closed and why it went back.",
)
DECLINED_UNSAID = code(
    "declined-unsaid",
    Severity.ERROR,
    "A declined case that does not say who has it now",
    "A case is declined because the normal channel had not failed. The customer is told so, and `declined` says which "
    "channel has it now and on which day the customer was told.",
)
UNCONFIRMED_UNPROVEN = code(
    "unconfirmed-unproven",
    Severity.ERROR,
    "A case closed without the customer's answer, and without proof that they were asked",
    "A silent customer may count as `unconfirmed` only after the attempts that `close_out` in casewright.yaml asks for, "
    "over the time it asks for, and with the sponsor's approval.",
)
MERGED_UNLINKED = code(
    "merged-unlinked",
    Severity.ERROR,
    "A merged case that does not say into which",
    "Whoever opens a merged case must find the one that goes on. Add it to `related` with `how: merged`.",
)
CONFIRMER_WRONG = code(
    "confirmer-wrong",
    Severity.WARNING,
    "A close-out confirmed by somebody whose word does not close it",
    "The customer's file says with `confirms_close_out: yes` whose word closes a case.",
)


def find(scene: Scene) -> Iterator[Finding]:
    """What is wrong with how a case ended."""
    case = scene.case
    if case.stage != "closed":
        yield from ended_while_open(scene)
    elif case.outcome == "declined":
        yield from declined(scene)
    elif case.outcome == "unconfirmed":
        yield from unconfirmed(scene, case.close_out or CloseOut())
    elif case.outcome == "merged" and not any(link.how == "merged" for link in case.related):
        remedy = "Add `- {case: ..., how: merged}` to `related`."
        yield MERGED_UNLINKED.at(
            scene.place("outcome"), "The case was merged, and nothing says into which.", remedy
        )
    yield from confirmer(scene)


def ended_while_open(scene: Scene) -> Iterator[Finding]:
    """An outcome or a day of closing on a case that is not closed."""
    for key, value in (("outcome", scene.case.outcome), ("closed", scene.case.closed)):
        if value is not None:
            message = f"The case is in `{scene.case.stage}` and has `{key}` all the same."
            yield ENDED_OPEN.at(scene.place(key), message, f"Write `stage: closed`, or take `{key}` out.")


def declined(scene: Scene) -> Iterator[Finding]:
    """Who has a declined case now, and when the customer was told."""
    said = scene.case.declined
    if said is None:
        remedy = "Add `declined: {channel: ..., told: ...}`."
        yield DECLINED_UNSAID.at(
            scene.place("outcome"), "Nothing says which channel has the case now.", remedy
        )
    elif said.told is None:
        message = f"Nothing says when {scene.file.owner.customer.name} was told that the case is not ours."
        yield DECLINED_UNSAID.at(scene.place("declined"), message, "Add `told:` with the day to `declined`.")


def unconfirmed(scene: Scene, end: CloseOut) -> Iterator[Finding]:
    """The attempts to reach a silent customer, and the approval."""
    rule, days = scene.workspace.settings.close_out, sorted(attempt.on for attempt in end.attempts)
    place = scene.place("close_out", "attempts") if end.attempts else scene.place("outcome")
    if len(days) < rule.attempts:
        message = f"The customer was tried {counted(len(days), 'time')}, and {rule.attempts} are asked for."
        yield UNCONFIRMED_UNPROVEN.at(
            place, message, "Add each try to `attempts` under `close_out`, with `on`, `by` and `how`."
        )
    elif days and days[-1] - days[0] < rule.over.about:
        over = counted((days[-1] - days[0]).days, "day")
        message = f"The customer was tried over {over}, and {rule.over} are asked for."
        yield UNCONFIRMED_UNPROVEN.at(
            place, message, "Try again, and add it to `attempts` under `close_out`."
        )
    yield from approval(scene, end)


def approval(scene: Scene, end: CloseOut) -> Iterator[Finding]:
    """The sponsor's approval of closing without an answer."""
    sponsors = {scene.case.sponsor, scene.file.owner.customer.ours.sponsor} - {None}
    if end.approved is None:
        remedy = "Add `approved: {on: ..., by: ...}` under `close_out`."
        yield UNCONFIRMED_UNPROVEN.at(
            scene.place("outcome"), "The sponsor has not approved closing without an answer.", remedy
        )
    elif sponsors and end.approved.by not in sponsors:
        name = scene.name_of(end.approved.by)
        message = f"{name} approved closing without an answer, and is not the sponsor."
        place = scene.place("close_out", "approved")
        yield UNCONFIRMED_UNPROVEN.at(place, message, "Ask the sponsor, and write their key as `by`.")


def confirmer(scene: Scene) -> Iterator[Finding]:
    """Whether the person who confirmed the close-out may."""
    end, people = scene.case.close_out, scene.file.owner.customer.people
    may = [key for key, person in people.items() if person.confirms_close_out]
    if end is not None and end.answer == "confirmed" and end.by is not None and may and end.by not in may:
        message = f"{scene.name_of(end.by)} confirmed the close-out, and the word of {scene.name_of(may[0])} closes a case."
        remedy = f"Ask {scene.name_of(may[0])}, or write `confirms_close_out: yes` for `{end.by}` in the customer's file."
        yield CONFIRMER_WRONG.at(scene.place("close_out", "by"), message, remedy)
