"""The workflows of this repository: zizmor finds no fault in them, and what they must hold they hold."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ZIZMOR = Path(sys.executable).with_name("zizmor")
OPTIONS = ("--offline", "--no-config", "--no-ignores", "--persona", "auditor", "--format", "json")
CHECKS = ".github/workflows/checks.yml"
FAULTY = """
on: pull_request_target
jobs:
  run:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - run: echo ${{ github.event.pull_request.title }}
"""


def faults(path: Path) -> list[str]:
    """What zizmor has to say of a workflow."""
    ran = subprocess.run([ZIZMOR, *OPTIONS, str(path)], capture_output=True, text=True, check=False)
    assert ran.stdout, ran.stderr
    return [fault["ident"] for fault in json.loads(ran.stdout)]


def workflows(repository: Path) -> list[Path]:
    """Every workflow in the repository, shipped ones too."""
    found = [
        path
        for top in repository.iterdir()
        if top.name not in (".git", ".venv", "site", "node_modules", "build", "dist")
        for path in ([top] if top.is_file() else top.rglob("workflows/*.y*ml"))
        if path.parent.name == "workflows"
    ]
    assert repository / CHECKS in found
    return found


def test_zizmor_finds_no_fault(repository: Path) -> None:
    assert {path: found for path in workflows(repository) if (found := faults(path))} == {}


def test_zizmor_has_teeth(tmp_path: Path) -> None:
    path = tmp_path / ".github/workflows/faulty.yml"
    path.parent.mkdir(parents=True)
    path.write_text(FAULTY, encoding="utf-8")
    assert {"dangerous-triggers", "unpinned-uses", "artipacked", "template-injection"} <= set(faults(path))


SCHEMAS = (
    ("vendor.github-workflows", ".github/workflows/*.yml"),
    ("vendor.github-workflows", "generator/starter/files/hosts/github.yml"),
    ("vendor.github-actions", ".github/actions/*/action.yml"),
    ("vendor.gitlab-ci", ".gitlab/*.yml"),
    ("vendor.gitlab-ci", "generator/starter/files/hosts/gitlab.yml"),
)
"""The public schema of each kind of file that a host reads, and where such files are."""


@pytest.mark.parametrize(("schema", "places"), SCHEMAS)
def test_the_hosts_own_schemas_hold(repository: Path, schema: str, places: str) -> None:
    paths = sorted(map(str, repository.glob(places)))
    assert paths
    checker = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema]
    if schema == "vendor.gitlab-ci":
        checker += ["--data-transform", "gitlab-ci"]
    ran = subprocess.run([*checker, *paths], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout


def test_every_action_is_named_by_its_whole_commit(repository: Path) -> None:
    for path in workflows(repository):
        text = path.read_text(encoding="utf-8")
        for used in re.findall(r"^[^#\n]*uses: *(\S+)", text, re.M):
            assert re.fullmatch(r"\$/[\w./-]+|[\w./-]+@[0-9a-f]{40}", used), f"{path}: {used}"


def test_the_checks_run_what_must_hold_and_look_for_known_holes(repository: Path) -> None:
    checks = yaml.safe_load((repository / CHECKS).read_text(encoding="utf-8"))
    assert checks["permissions"] == {}
    assert set(checks[True]) == {"pull_request", "push"}
    steps = [step for job in checks["jobs"].values() for step in job["steps"]]
    assert all(job["permissions"] == {"contents": "read"} for job in checks["jobs"].values())
    taken = [step["with"] for step in steps if "actions/checkout@" in step.get("uses", "")]
    assert taken and not any(step["persist-credentials"] for step in taken)
    commands = " ".join(step.get("run", "") for step in steps)
    assert ".ci/run" in commands
    assert "--strict" in commands and "--requirement generator/requirements.lock" in commands


@pytest.mark.parametrize("name", ["tests/proof/requirements.lock", ".github/pip-audit.lock"])
def test_the_locks_that_are_named_exist(repository: Path, name: str) -> None:
    named = "".join((repository / path).read_text(encoding="utf-8") for path in ("Makefile", CHECKS))
    assert name in named and (repository / name).is_file()
