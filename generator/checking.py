"""All that `casewright check` does, as one call: read, load, apply the rules, silence what is ignored."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from generator import ignoring
from generator.errors import CasewrightError, NoSuchMoment
from generator.finding import Finding, in_order
from generator.model.logos import with_logos
from generator.model.scalars.durations import Duration
from generator.model.scalars.instants import settled
from generator.model.scalars.typed import faulted
from generator.model.settings import Stage
from generator.model.workspace import Workspace, load_workspace
from generator.rules.everything import find_all
from generator.rules.matrix_holes import HORIZON
from generator.rules.stages.demands import demands
from generator.source.file import SourceFile
from generator.source.sources import Sources
from generator.source.workspace import begin_reading, collector_paused, read_workspace


@dataclass(frozen=True)
class Checked:
    """A workspace with all its findings, sorted; `texts` maps the path of each file read to its text."""

    workspace: Workspace
    as_of: datetime
    findings: list[Finding]
    texts: dict[str, str]


def check_workspace(root: Path, as_of: datetime, horizon: Duration = HORIZON) -> Checked:
    """All findings of the workspace at `root`, as of a moment (a naive one is in the settings' zone).

    The matrix is looked at as far ahead as the horizon.
    """
    return check_read(begin_reading(root), root, as_of, horizon)


def check_read(
    reading: Callable[[], Sources], root: Path, as_of: datetime, horizon: Duration = HORIZON, cores: int = 1
) -> Checked:
    """The same of a workspace whose reading was begun, with up to two processes where there are cores for them."""
    with collector_paused():
        workspace = with_logos(load_workspace(reading()), root)
        moment = placed(as_of, workspace)
        findings = in_order([*workspace.findings, *find_all(workspace, moment, horizon, cores)])
    files = all_files(workspace.sources)
    texts = {file.path: file.text for file in files}
    kept = ignoring.apply_ignores(findings, {file.path: file.ignores for file in files}, texts=texts)
    return Checked(workspace, moment, kept, texts)


def demands_as_if(root: Path, case: str, stage: Stage, as_of: datetime) -> Checked:
    """What a case would still want if it were in a stage: the stage's demands and what is expected there."""
    workspace = load_workspace(read_workspace(root))
    moment = placed(as_of, workspace)
    file = workspace.cases.get(case)
    if file is None:
        raise CasewrightError(f"The case {case} cannot be read here; `casewright check` says what is wrong.")
    findings = in_order(demands(file, workspace, stage, moment))
    return Checked(workspace, moment, findings, {file.source.path: file.source.text})


def placed(as_of: datetime, workspace: Workspace) -> datetime:
    """The moment in the settings' zone: a naive one is read there, an aware one is shown there.

    Raises NoSuchMoment where the clocks of the zone never showed a naive one, or showed it twice.
    """
    zone = workspace.settings.timezone
    if as_of.tzinfo is not None:
        return as_of.astimezone(zone)
    try:
        return settled(as_of, zone, as_of.isoformat(timespec="seconds" if as_of.second else "minutes"))
    except ValueError as error:
        raise NoSuchMoment(faulted(error)) from None


def all_files(sources: Sources) -> list[SourceFile]:
    """Every YAML file that was read, in the order of the paths."""
    singles = [file for file in (sources.settings, sources.contacts, sources.stories) if file is not None]
    files = [*singles, *sources.customers.values(), *sources.cases.values()]
    return sorted(files, key=lambda file: file.path)
