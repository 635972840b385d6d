"""The codes of what a stage wants: an error where it must be there, a warning where it is expected."""

from generator.codes import Code, code
from generator.finding import Severity


def _must(name: str, title: str, explanation: str) -> Code:
    return code(name, Severity.ERROR, title, explanation)


def _expected(name: str, title: str, explanation: str, **marks: bool) -> Code:
    grace = " Until the grace of a new case has passed this is only a notice."
    return code(name, Severity.WARNING, title, explanation + grace, **marks)


SEVERITY_MISSING = _must(
    "severity-missing",
    "A case without a severity",
    "The severity decides how often the customer hears from us, who attends and whose approval a paper needs. From "
    "`planning` on it must be there; in `engaged` it is expected once the grace of a new case has passed.",
)
ENGAGEMENT_MISSING = _must(
    "engagement-missing",
    "A case that does not say how it reached us",
    "A case is ours only after the normal channels failed the customer. `engagement` says who asked, which channel "
    "failed and how, and what the customer wants. From `planning` on it must be there.",
)
EVENT_MISSING = _must(
    "event-missing",
    "A case without a chronology",
    "The chronology is what every paper stands on. One event will do to begin with. From `planning` on it must be there.",
)
NEXT_UPDATE_MISSING = _must(
    "next-update-missing",
    "A case that does not say when the customer hears next",
    "A customer who knows when they hear next can stop calling. Write `next_update` on the case, or in the contact in "
    "which it was promised. From `planning` on it must be there.",
)
SUMMARY_MISSING = _must(
    "summary-missing",
    "A case without its executive summary",
    "From `customer-review` on the customer reads the situation summary, and it opens with `summary`.",
)
CUSTOMER_SEES_MISSING = _must(
    "customer-sees-missing",
    "A case that does not say what the customer sees",
    "Without `customer_sees` the customer's papers hold nothing but the update, because what a customer may read is "
    "opted in, in one line that a reviewer can weigh. From `customer-review` on it must be there.",
)
CAUSE_MISSING = _must(
    "cause-missing",
    "A case without a cause",
    "In `planning` a suspected cause is expected, and from `customer-review` on there must be one. Where the cause is "
    "not known, `cause_unknown` says why, because we tell it like it is.",
)
ACTIONS_MISSING = _must(
    "actions-missing",
    "A case without a plan of action",
    "In `planning` actions are expected. From `customer-review` on there must be at least one with an owner and a due "
    "date, because the customer is asked to agree to a plan.",
)
CRITERIA_MISSING = _must(
    "criteria-missing",
    "A case without exit criteria",
    "Exit criteria are agreed at the outset, so that nobody argues at the end about when it is over. From "
    "`customer-review` on at least one must be proposed.",
)
SUMMARY_NOT_ISSUED = _must(
    "summary-not-issued",
    "A get-well plan before the customer has the summary",
    "Full disclosure comes before the plan: the case enters `get-well` once the situation summary has been issued to "
    "the customer, which an entry under `issued` records.",
)
CRITERION_NOT_AGREED = _must(
    "criterion-not-agreed",
    "A criterion that is not agreed, or that nobody can measure",
    "A case enters `get-well` with every criterion agreed with the customer and with a measure, so that both sides see "
    "when it is reached.",
)
GET_WELL_MISSING = _must(
    "get-well-missing",
    "A get-well stage without its plan",
    "`get-well` is a time that both sides agreed on. It has a first and a last day.",
)
CLOSED_MISSING = _must(
    "closed-missing", "A closed case without its day", "A closed case says when it was closed."
)
OUTCOME_MISSING = _must(
    "outcome-missing",
    "A closed case that does not say how it ended",
    "`outcome` is resolved, declined, withdrawn, merged, unconfirmed or customer-left.",
)
CRITERION_OPEN = _must(
    "criterion-open",
    "A resolved case with a criterion open",
    "A case is resolved once the customer has accepted each criterion, or agreed to drop it. A concern that is not "
    "settled keeps its criterion disputed.",
)
CAUSE_OPEN = _must(
    "cause-open",
    "A resolved case with a cause open",
    "Each cause is confirmed or ruled out in the end, or was not found, with `how` saying why.",
)
CLOSE_OUT_UNCONFIRMED = _must(
    "close-out-unconfirmed",
    "A resolved case that the customer has not confirmed",
    "A case is resolved when the customer says so. Where they do not answer, the outcome is `unconfirmed`, with the "
    "attempts and the sponsor's approval.",
)
HAND_BACK_MISSING = _must(
    "hand-back-missing",
    "A resolved case that was not handed back",
    "Nothing stays open-ended: the close-out hands the customer back to the standard procedures and says whom they "
    "call from then on.",
)
ACTION_OPEN = _must(
    "action-open",
    "A resolved case with an action open that the customer sees",
    "What the customer was told would be done is done, or was dropped with a reason, before the case is resolved.",
)
EVIDENCE_MISSING = _expected(
    "evidence-missing",
    "A case without evidence",
    "Reports, invoices and contracts are pulled into the chronology while it is found out what happened, and accounts "
    "that contradict each other are settled by them.",
)
OPTIONS_MISSING = _expected(
    "options-missing",
    "A case without options weighed",
    "The ways considered, with what speaks for and against each, show management why the plan is what it is.",
)
IMPACT_MISSING = _expected(
    "impact-missing",
    "A case that does not say what was lost",
    "The impact decides who attends, and is what a mitigation is weighed against. Words will do where no sum is known.",
)
SILVER_LINING_MISSING = _expected(
    "silver-lining-missing",
    "A case without its silver lining",
    "What is going right is said throughout, and it is the closing item of every customer meeting.",
)
LESSON_MISSING = _expected(
    "lesson-missing",
    "A closed case from which nothing was learnt",
    "Without lessons advocacy is a band-aid. Where there is none, `no_lesson` says why.",
)
REVIEW_MISSING = _expected(
    "review-missing",
    "A grave case closed without a management review",
    "After a case of severity 1 or 2 management hears what it must know and decide.",
)
DRY_RUN_MISSING = _expected(
    "dry-run-missing",
    "A meeting with the customer and no dry run",
    "Before a customer or close-out meeting each participant rehearses their own part, so that weak spots show among "
    "ourselves first. Hold one, and record it as a meeting of kind `dry-run` that `rehearses` this one, with `held: yes`.",
    clock=True,
)
READING_STALE = _expected(
    "reading-stale",
    "A criterion that nobody has read for too long",
    "In `get-well` each criterion is read as often as the segment reviews the plan with the customer "
    "(`get_well_every`). A paper prints the date of the reading, and an old one convinces nobody.",
    clock=True,
)
