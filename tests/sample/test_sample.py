"""The sample shows what a team will meet: each stage, each ending, a matrix that answers, and no real firm."""

import re
from collections import Counter
from datetime import datetime
from pathlib import Path

from generator.checking import check_workspace
from generator.derive.trial import trial_dates
from generator.finding import Severity
from generator.model.contacts import Post
from generator.model.recommendations import Trial
from generator.model.settings import STAGES
from generator.model.workspace import CaseFile, Workspace

FICTION = re.compile(r"\+1 \d{3} 555 01\d\d|\+44 20 7946 0\d{3}|\+44 1632 960\d{3}|\+61 2 5550 \d{4}")
NUMBER = re.compile(r"\+\d[\d ]{8,}\d")
MAIL_OR_LINK = re.compile(r"(?:@|https?://)([A-Za-z0-9.-]+)")
MODELINE = "# yaml-language-server: $schema="


def posted(post: Post | None, sample: Workspace) -> list[str]:
    """Everybody who may stand on a rung."""
    if post is None or post.is_none:
        return []
    return sample.contacts.rotations[post.rotation].order if post.rotation else [str(post.person)]


def by_stage(sample: Workspace) -> dict[str, list[CaseFile]]:
    return {stage: [file for file in sample.cases.values() if file.case.stage == stage] for stage in STAGES}


def trials(sample: Workspace) -> list[Trial]:
    offers = [
        r.mitigation for file in sample.cases.values() for r in file.case.recommendations if r.mitigation
    ]
    return [offer.trial for offer in offers if offer.trial]


def test_nothing_is_wrong_at_its_moment(repository: Path, moment: datetime) -> None:
    errors = [
        finding
        for finding in check_workspace(repository, moment).findings
        if finding.severity is Severity.ERROR
    ]
    assert not errors, [f"{finding.place.path}:{finding.place.line} {finding.message}" for finding in errors]


def test_customers_and_segments(sample: Workspace) -> None:
    assert len(sample.customers) >= 5
    assert len({file.customer.segment for file in sample.customers.values()}) >= 3


def test_the_matrix_is_wide_and_well_staffed(sample: Workspace) -> None:
    areas = sample.contacts.areas
    standing = {key for area in areas.values() for _, post in area.posts() for key in posted(post, sample)}
    assert len(areas) >= 8 and any(area.outside for area in areas.values())
    assert len(standing & sample.contacts.people.keys()) >= 25
    assert len({str(rotation.timezone) for rotation in sample.contacts.rotations.values()}) >= 2
    assert sample.contacts.overrides
    assert {absence.cleared is None for absence in sample.contacts.absences} == {True, False}


def test_each_stage_and_the_endings(sample: Workspace) -> None:
    assert len(sample.cases) >= 10
    assert all(by_stage(sample).values())
    outcomes = Counter(file.case.outcome for file in by_stage(sample)["closed"])
    assert outcomes.keys() >= {"resolved", "declined", "unconfirmed"}


def test_one_came_back_from_its_close_out(sample: Workspace) -> None:
    back = sample.cases["brightwater/2026-01-loyalty"].case
    assert back.stage == "customer-review" and back.stage_log[-1].why
    assert back.close_out and back.close_out.disputes[0].ruling == "related"
    assert back.get_well and back.get_well.extended[0].told


def test_relations_are_told_on_both_sides(sample: Workspace) -> None:
    told = {(key, link.case, link.how) for key, file in sample.cases.items() for link in file.case.related}
    assert {(there, here, how) for here, there, how in told} == told
    assert {how for _, _, how in told} >= {"similar-but-separate", "same-incident"}


def test_one_incident_touches_two_customers(sample: Workspace) -> None:
    touched = {file.owner.key for file in sample.cases.values() if file.case.incident == "northline-cut"}
    assert len(touched) == 2


def test_a_trial_of_90_days_runs_and_one_ended_without_a_decision(
    sample: Workspace, moment: datetime
) -> None:
    dates = [found for trial in trials(sample) if (found := trial_dates(trial))]
    assert {found.days for found in dates} == {90}
    assert {found.switch_off < moment.date() for found in dates} == {True, False}


def test_what_is_unknown_is_said(sample: Workspace) -> None:
    assert any(file.case.resolution_unknown for file in sample.cases.values() if file.is_open)
    assert any(file.case.cause_unknown for file in sample.cases.values())


def test_one_was_opened_so_that_management_knows(sample: Workspace) -> None:
    calls = sample.cases["kestrel/2026-03-spring-sale"].case.escalations
    assert calls[0].why == "awareness"


def test_clocks_change_under_one_case(sample: Workspace, texts: dict[str, str]) -> None:
    zones = {str(event.timezone) for event in sample.cases["oakline/2026-03-dock-plans"].case.events}
    typed = texts["cases/oakline/2026-03-dock-plans.yaml"]
    assert "Europe/Warsaw" in zones
    assert "2026-03-08T01:59-05:00" in typed and "2026-03-08T03:01-04:00" in typed


def test_three_lines_are_a_case(texts: dict[str, str]) -> None:
    lines = texts["cases/brightwater/2026-03-card-payments.yaml"].splitlines()
    assert [line for line in lines if not line.startswith("#")] == [
        "title: Card payments declined at 41 shops",
        "opened: 2026-03-11 02:05",
        "advocate: ines",
    ]


def test_files_are_short_and_know_their_schema(texts: dict[str, str], repository: Path) -> None:
    for path, text in texts.items():
        assert text.count("\n") <= 200, path
        if path.endswith(".yaml"):
            first = text.splitlines()[0]
            assert first.startswith(MODELINE), path
            schema = ((repository / path).parent / first.removeprefix(MODELINE)).resolve()
            assert schema.parent == repository / "schema" and schema.is_file(), path


def test_nobody_real_can_be_reached(texts: dict[str, str]) -> None:
    for path, text in texts.items():
        assert all(FICTION.fullmatch(number) for number in NUMBER.findall(text)), path
        assert all(host.endswith(".example") for host in MAIL_OR_LINK.findall(text)), path


def test_names_come_from_everywhere(sample: Workspace) -> None:
    ours = {person.name for person in sample.contacts.people.values()}
    theirs = {person.name for file in sample.customers.values() for person in file.customer.people.values()}
    assert {"Petr Dvořák", "Jan Kowalski", "Nguyễn Thị Mai", "Satō Hana"} <= ours
    assert "田中 美咲" in theirs
