"""The action on a fresh machine: it installs itself by its lock, and takes no module out of a stranger's checkout."""

from collections.abc import Callable
from pathlib import Path

from tests.setup.remote import begun, pull
from tests.setup.runner import Run
from tests.setup.test_on_github import STRANGER, USER, brought, modules_for_python
from tests.team import make_team


def test_a_strangers_pull_request_on_a_fresh_machine(
    repository: Path, tmp_path: Path, counted: Callable[[str, int], None]
) -> None:
    origin = begun(make_team(tmp_path / "origin"))

    def change(root: Path) -> None:
        modules_for_python(root)
        mails = root / "cases/kestrel/mails.yaml"
        mails.write_text(mails.read_text(encoding="utf-8").replace("ines", "nobody"), encoding="utf-8")

    workflow = tmp_path / "casework.yml"
    workflow.write_text(USER.replace("DEPTH", "0").replace("ROOT", "."), encoding="utf-8")
    run = Run(repository, origin, tmp_path / "machine", pull(origin, change, STRANGER)).job(workflow, "gate")
    assert run.failed and brought(run) == {"person-unknown"}, run.log
    assert not run.passed_over and not list(run.workspace.glob("owned")) and "owned" not in run.log
    counted("fresh machines on which the action installed itself and checked a change", 1)
