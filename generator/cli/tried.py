"""`casewright tried`: an attempt goes into the case, and the answer is whom to ring next."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.case_writing import CaseAtHand, case_at_hand
from generator.cli.desk import unknown
from generator.cli.matrix import area_named, moment_in, one_line, person_known, wrapped
from generator.cli.options import as_of_option, root_option

if TYPE_CHECKING:
    from generator.derive.climb import Next, Step
    from generator.model.calls import Attempt, Escalation

OUTCOMES = ("no-answer", "voicemail", "engaged", "cannot", "delegated", "called-back", "bad-number")
WHYS = ("needed", "awareness", "standing-request")


@click.command("tried", epilog="Exit codes: 0 written, 2 wrong usage, 3 not written.")
@click.argument("area", metavar="AREA")
@click.argument("outcome", metavar="OUTCOME")
@click.option("--case", metavar="CASE", required=True, help="For which case, as <customer>/<case>.")
@click.option("--person", metavar="KEY", help="Who was rung. Unless given: whom the ladder says is next.")
@click.option("--rung", metavar="RUNG", help="The rung they were rung on. Unless given: theirs.")
@click.option("--to", metavar="KEY", help="With delegated: whom they named.")
@click.option("--at", metavar="MOMENT", help="When. Unless given: now. Without an offset in the case's zone.")
@click.option(
    "--why", metavar="WHY", help="needed, awareness or standing-request; of a climb that begins: needed."
)
@click.option("--need", metavar="TEXT", help="Which skill is needed; of a climb that begins with this.")
@click.option("--note", metavar="TEXT", help="A word about it, for us alone.")
@as_of_option
@root_option
def command(root: Path, as_of: datetime, **given: str | None) -> None:
    """Write down that somebody was rung, and hear whom to ring next.

    OUTCOME is no-answer, voicemail, engaged, cannot, delegated, called-back or bad-number. The attempt goes into the
    climb of that area which nobody has taken on yet; where there is none, one is begun.

    \b
    casewright tried engineering no-answer --case kestrel/2026-03-replication
    casewright tried engineering engaged --case kestrel/2026-03-replication --person jonas --at 2026-03-11T02:20
    casewright tried payments delegated --case kestrel/2026-03-replication --to yuki
    """
    from generator.derive.ringing import Opened, log_changes
    from generator.errors import CasewrightError

    log = _log(root, as_of, given)
    attempt = _attempt(log, given)
    answer = [line for sentence in _answer(log, attempt) for line in wrapped(sentence)]
    changes = log_changes(log.index, Opened(log.area, given["why"], one_line(given["need"])), attempt)
    try:
        data = log.found.changed(changes)
    except CasewrightError:
        click.echo("\n".join(["Nothing was written. Here is what the ladder says all the same.", *answer]))
        raise
    log.found.write(data)
    click.echo("\n".join([f"Wrote {log.found.path}", *answer]))


@dataclass(frozen=True, slots=True)
class Log:
    """A case's climb of an area before the attempt; `index` is that of the open climb in the file, if there is one."""

    found: CaseAtHand
    area: str
    at: datetime
    steps: "tuple[Step, ...]"
    index: int | None
    escalation: "Escalation | None"
    following: "Next | None"


def _log(root: Path, as_of: datetime, given: dict[str, str | None]) -> Log:
    from generator.derive.climb import climb, next_ring, open_escalation

    otherwise = " `casewright who` says whom to ring."
    case = case_at_hand(root, as_of, given["case"] or "", "--case", otherwise)
    workspace, file, now = case.workspace, case.file, case.now
    area = area_named(workspace, given["area"] or "")
    at = moment_in(given["at"], file.zone, "--at") if given["at"] else now.astimezone(file.zone)
    found = open_escalation(file.case.escalations, area, _one_of(given["why"], WHYS, "--why"))
    attempts = found[1].attempts if found else []
    _in_time(at, now, attempts)
    ladder = workspace.settings.ladder
    steps = climb(workspace.contacts, workspace.contacts.areas[area], ladder, at)
    following = next_ring(steps, attempts, ladder.step, at)
    index = case.place_of("escalations", found[0]) if found else None
    return Log(case, area, at, steps, index, found[1] if found else None, following)


def _one_of(text: str | None, known: tuple[str, ...], option: str) -> str | None:
    if text is not None and text not in known:
        word = option.strip("-").lower()
        raise click.BadParameter(
            f"{unknown(word, text, known)} It is one of {', '.join(known)}.", param_hint=option
        )
    return text


def _in_time(at: datetime, now: datetime, attempts: "list[Attempt]") -> None:
    """An attempt is not of later than now, nor of before the last one, which it would be written behind."""
    from generator.model.scalars.instants import between, told_apart

    if between(now, at).total_seconds() > 0:
        raise click.BadParameter(f"{at:%Y-%m-%d %H:%M}{told_apart(at)} is later than now.", param_hint="--at")
    if attempts and between(attempts[-1].at.at, at).total_seconds() < 0:
        raise click.BadParameter(
            f"The last attempt is of {attempts[-1].at.typed}. Write one from before it into the case by hand.",
            param_hint="--at",
        )


def _attempt(log: Log, given: dict[str, str | None]) -> "Attempt":
    """The attempt that was told, every name of it known."""
    from generator.derive.ringing import rung_of, whom
    from generator.model.calls import Attempt
    from generator.model.scalars.moments import Moment
    from generator.model.settings import RUNGS

    outcome = _one_of(given["outcome"], OUTCOMES, "OUTCOME")
    if (outcome == "delegated") != (given["to"] is not None):
        raise click.UsageError("--to goes with the outcome delegated: whom did they name?")
    rung = next((one for one in RUNGS if one == _one_of(given["rung"], RUNGS, "--rung")), None)
    key = whom(log.steps, log.following, given["person"], rung)
    if key is None:
        raise click.UsageError("The ladder names nobody here: say who was rung with --person KEY.")
    person_known(log.found.workspace, log.found.file.owner, key, "--person")
    if given["to"] is not None:
        person_known(log.found.workspace, log.found.file.owner, given["to"], "--to")
    return Attempt.model_validate(
        {
            "at": Moment(log.at.isoformat(), log.at),
            "person": key,
            "rung": rung or rung_of(log.steps, log.following, key),
            "outcome": outcome,
            "to": given["to"],
            "notes": one_line(given["note"]),
        }
    )


def _answer(log: Log, attempt: "Attempt") -> list[str]:
    """What was tried, and whom to ring next."""
    from generator.derive.climb import next_ring
    from generator.documents.next_words import attempt_in_words, next_in_words
    from generator.rules.in_words import counted

    workspace, area = log.found.workspace, log.found.workspace.contacts.areas[log.area]
    said = [f"{area.name}: {attempt_in_words(workspace, log.found.file.owner, attempt, log.found.now)}"]
    before = log.escalation.attempts if log.escalation else []
    following = next_ring(log.steps, [*before, attempt], workspace.settings.ladder.step, log.at)
    if following is None:
        asked = log.escalation.asked if log.escalation and log.escalation.asked else None
        minutes = int((log.at - asked.at).total_seconds() // 60) if asked else 0
        return [*said, f"That took {counted(minutes, 'minute')} from the first asking."] if asked else said
    if log.escalation is not None and not log.escalation.climbs:
        said.append("This call does not climb by the clock; if you ring on:")
    if attempt.outcome == "bad-number":
        said.append(f"Mend the number of {attempt.person} in contacts.yaml.")
    return [*said, *next_in_words(workspace, area, following, log.found.now)]
