"""The action, the hooks and the files for GitLab: their very scripts are run, as the hosts would run them."""

import json
import os
import re
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.cli import COMMANDS
from tests.gate.repository import MAILS, break_mails, commit, git, replace
from tests.team import make_team

ACTION = ".github/actions/check/action.yml"
STARTER = "generator/starter/files/hosts"
ZIZMOR = Path(sys.executable).with_name("zizmor")
SET_UP = ".github/actions/set-up/action.yml"
RUNNING = (
    ACTION,
    SET_UP,
    ".github/workflows/publish.yml",
    ".github/workflows/publish-pages.yml",
    f"{STARTER}/github.yml",
)
GITLAB = (".gitlab/casewright.yml", ".gitlab/publish.yml", f"{STARTER}/gitlab.yml")
AS_OF = "2026-03-11T14:30-04:00"
ODD = "büro/$(id>owned);'x'"


def loaded(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def steps_of(data: Any) -> list[dict[str, Any]]:
    if "runs" in data:
        return list(data["runs"]["steps"])
    return [step for job in data["jobs"].values() for step in job["steps"]]


@pytest.fixture
def team(tmp_path: Path) -> Path:
    """A workspace on a branch of an odd name, to whose base `main` it is compared, as a clone of a pull request has it."""
    root = make_team(tmp_path / "a team")
    git(root, "init", "--quiet", "--initial-branch=main")
    first = commit(root, "Begin")
    git(root, "update-ref", "refs/remotes/origin/main", first)
    git(root, "update-ref", f"refs/remotes/origin/{ODD}", first)
    return root


@pytest.fixture
def runner(tmp_path: Path) -> Path:
    """The runner's folder for passing things, with the command where the action's first step would put it."""
    folder = tmp_path / "runner temp"
    (folder / "casewright/bin").mkdir(parents=True)
    command = folder / "casewright/bin/casewright"
    repository = Path(__file__).resolve().parents[2]
    start = f"import sys; sys.path.insert(0, {str(repository)!r}); from generator.cli import main; main()"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "{start}" "$@"\n', encoding="utf-8")
    command.chmod(command.stat().st_mode | stat.S_IXUSR)
    return folder


def ran(
    script: str, team: Path, runner: Path, environment: dict[str, str]
) -> "subprocess.CompletedProcess[str]":
    """A step's script, run by the shell that GitHub runs it with; AS_OF stands still."""
    files = {name: str(runner / name.lower()) for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    epoch = {"SOURCE_DATE_EPOCH": "1773253800"}
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GITHUB_", "CI"))}
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=team,
        env={**kept, **files, **epoch, "RUNNER_TEMP": str(runner), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def gate(
    repository: Path, team: Path, runner: Path, **environment: str
) -> "subprocess.CompletedProcess[str]":
    """The action's own step."""
    (step,) = [step for step in steps_of(loaded(repository / ACTION)) if step.get("id") == "gate"]
    unset = dict.fromkeys(step["env"], "")
    given = {
        "ROOT": ".",
        "FAIL_ON": "error",
        "PDF": "false",
        "AS_OF": AS_OF,
        "OUTSIDE": "false",
        **environment,
    }
    return ran(step["run"], team, runner, {**unset, **given})


def folder_of(runner: Path) -> Path:
    (line,) = (runner / "github_output").read_text(encoding="utf-8").splitlines()
    return Path(line.removeprefix("folder="))


@pytest.mark.parametrize("base", ["main", ODD])
def test_the_action_fails_on_what_the_change_brings(
    repository: Path, team: Path, runner: Path, base: str
) -> None:
    break_mails(team)
    commit(team, "Break it")
    done = gate(repository, team, runner, GITHUB_BASE_REF=base, BASE_SHA="0" * 40, GITHUB_ACTIONS="true")
    assert done.returncode == 1, done.stderr
    assert f"::error file={MAILS}," in done.stdout
    assert "`person-unknown`" in (runner / "github_step_summary").read_text(encoding="utf-8")
    assert (folder_of(runner) / "findings.json").is_file()
    assert not list(team.glob("owned")) and git(team, "status", "--porcelain") == ""


def test_the_action_attaches_the_papers_that_changed(repository: Path, team: Path, runner: Path) -> None:
    replace(team, MAILS, "an hour late", "two hours late")
    commit(team, "Say it")
    done = gate(repository, team, runner, GITHUB_BASE_REF="main")
    assert done.returncode == 0, done.stderr
    made = [path.name for path in (folder_of(runner) / "papers").rglob("*.html")]
    assert "kestrel-mails-update.internal.html" in made
    assert not [name for name in made if "cards" in name or "wren" in name]


def test_the_action_reads_a_fork_with_our_templates(repository: Path, team: Path, runner: Path) -> None:
    (team / "templates").mkdir()
    (team / "templates/update.html").write_text("<p>owned</p>", encoding="utf-8")
    replace(team, MAILS, "an hour late", "two hours late")
    commit(team, "Theirs")
    done = gate(repository, team, runner, GITHUB_BASE_REF="main", OUTSIDE="true")
    assert done.returncode == 0, done.stderr
    pages = [path.read_text(encoding="utf-8") for path in folder_of(runner).rglob("*.html")]
    assert pages and not any("owned" in page for page in pages)
    assert "comes from outside the team" in (runner / "github_step_summary").read_text(encoding="utf-8")


def test_without_the_branch_the_commit_of_the_event_counts(
    repository: Path, team: Path, runner: Path
) -> None:
    first = git(team, "rev-parse", "HEAD").strip()
    break_mails(team)
    commit(team, "Break it")
    done = gate(repository, team, runner, GITHUB_BASE_REF="gone", BASE_SHA=first)
    assert done.returncode == 1 and "::error " in done.stdout


def test_a_push_is_checked_whole(repository: Path, team: Path, runner: Path) -> None:
    assert gate(repository, team, runner).returncode == 0
    assert not (folder_of(runner) / "papers").exists()


def test_who_is_a_stranger_is_asked_of_the_event(repository: Path) -> None:
    (step,) = [step for step in steps_of(loaded(repository / ACTION)) if step.get("id") == "gate"]
    assert "github.event.pull_request.head.repo.full_name != github.repository" in step["env"]["OUTSIDE"]
    assert "startsWith(github.event_name, 'pull_request')" in step["env"]["OUTSIDE"]


@pytest.mark.parametrize("path", RUNNING)
def test_nothing_typed_gets_into_a_script_and_no_secret_is_asked_for(repository: Path, path: str) -> None:
    data = loaded(repository / path)
    scripts = [step["run"] for step in steps_of(data) if "run" in step]
    assert scripts and not [script for script in scripts if "${{" in script]
    assert not [script for script in scripts if re.search(r"python3?\"? (?!-I )-", script)], (
        "a module of theirs may run"
    )
    text = (repository / path).read_text(encoding="utf-8")
    assert "secrets." not in text and "pull_request_target" not in text and "github.token" not in text
    for used in re.findall(r"^[^#\n]*uses: *(\S+)", text, re.M):
        assert re.fullmatch(r"\$/\.github/actions/set-up|[\w./-]+@[0-9a-f]{40}", used), used


def test_zizmor_finds_no_fault_in_the_actions_or_in_what_init_writes(
    repository: Path, tmp_path: Path
) -> None:
    copy = tmp_path / ".github/workflows/casework.yml"
    copy.parent.mkdir(parents=True)
    copy.write_text((repository / STARTER / "github.yml").read_text(encoding="utf-8"), encoding="utf-8")
    options = ("--offline", "--no-config", "--persona", "auditor", "--format", "json")
    for path in (repository / ".github", copy):
        done = subprocess.run([ZIZMOR, *options, str(path)], capture_output=True, text=True, check=False)
        assert [one["ident"] for one in json.loads(done.stdout)] == [], path


@pytest.mark.parametrize("path", [*RUNNING, *GITLAB, "Dockerfile", ".devcontainer/devcontainer.json"])
def test_every_command_that_they_call_exists(repository: Path, path: str) -> None:
    text = (repository / path).read_text(encoding="utf-8")
    called = re.findall(r"casewright\"? (\w+) (?:--|\"\$)", text)
    assert set(called) <= set(COMMANDS) | {"bin"}


EVENTS = ("ours", "a fork's", "a push", "a first push")


@pytest.mark.parametrize("event", EVENTS)
@pytest.mark.parametrize("path", [".gitlab/casewright.yml", f"{STARTER}/gitlab.yml"])
def test_the_script_for_gitlab_runs(
    repository: Path, team: Path, runner: Path, path: str, event: str
) -> None:
    first = git(team, "rev-parse", "HEAD").strip()
    break_mails(team)
    commit(team, "Break it")
    data = loaded(repository / path)
    job = data.get("casewright") or data["gate"]
    environment = {
        "CASEWRIGHT_ROOT": ".",
        "CASEWRIGHT_FAIL_ON": "error",
        "CI_COMMIT_BEFORE_SHA": first if event == "a push" else "0" * 40,
        "PATH": f"{runner / 'casewright/bin'}:{os.environ['PATH']}",
    }
    if "push" not in event:
        environment |= {
            "CI_MERGE_REQUEST_DIFF_BASE_SHA": first,
            "CI_MERGE_REQUEST_PROJECT_PATH": "harborline/cases",
            "CI_MERGE_REQUEST_SOURCE_PROJECT_PATH": "stranger/cases"
            if "fork" in event
            else "harborline/cases",
        }
    done = ran("\n".join(job["script"]), team, runner, environment)
    assert done.returncode == 1, done.stderr
    report = team / job["artifacts"]["reports"]["codequality"]
    assert json.loads(report.read_text(encoding="utf-8"))[0]["check_name"] == "person-unknown"
    assert ("outside the team" in done.stderr) is (event == "a fork's")
    assert ("The change brings" in done.stdout) is (event != "a first push")
    assert {rule["if"] for rule in job["rules"]} == {
        '$CI_PIPELINE_SOURCE == "merge_request_event"',
        "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH",
    }, "a merge request shows what differs from the report of the branch that it is for"


@pytest.mark.parametrize("leak", [False, True])
@pytest.mark.parametrize("host", ["github", "gitlab"])
def test_the_sites_are_built_customer_by_customer(
    repository: Path, team: Path, runner: Path, host: str, leak: bool
) -> None:
    if host == "github":
        steps = steps_of(loaded(repository / ".github/workflows/publish.yml"))
        (script,) = [step["run"] for step in steps if step.get("name") == "Build"]
        sites = runner / "sites"
    else:
        script = loaded(repository / ".gitlab/publish.yml")["casewright-sites"]["script"][0]
        sites = team / "sites"
    script = script.replace("casewright build", "casewright build --no-pdf")
    if leak:  # What a customer must not read cannot be told, because the file that says it cannot be read.
        (team / "cases/wren/customer.yaml").write_text("name: [\n", encoding="utf-8")
    environment = {
        "ROOT": ".",
        "CASEWRIGHT_ROOT": ".",
        "PATH": f"{runner / 'casewright/bin'}:{os.environ['PATH']}",
    }
    done = ran(script, team, runner, environment)
    assert (done.returncode != 0) is leak, done.stderr
    assert (sites / "internal/index.html").is_file()
    assert (sites / "customers/kestrel/index.html").is_file() is not leak or leak
    assert (sites / "customers/wren/index.html").is_file() is not leak


def test_pages_are_opted_in_and_warned_of(repository: Path) -> None:
    pages = loaded(repository / ".github/workflows/publish-pages.yml")
    assert pages[True]["workflow_call"]["inputs"]["may-be-public"]["default"] is False
    assert pages["jobs"]["pages"]["if"] == "inputs.may-be-public"
    gitlab = loaded(repository / ".gitlab/publish.yml")
    assert gitlab["pages"]["rules"][0]["if"].startswith("$CASEWRIGHT_PAGES && ")
    for path in (".github/workflows/publish-pages.yml", ".gitlab/publish.yml"):
        text = " ".join((repository / path).read_text(encoding="utf-8").replace("\n#", " ").split())
        assert re.search(r"WARNING\. Pages of a private \w+ can be public", text)
    built = (repository / ".github/workflows/publish.yml").read_text(encoding="utf-8")
    assert "pages: write" not in built and "deploy-pages" not in built


@pytest.mark.parametrize("site", ["internal", "kestrel", "../x", "", "a b"])
@pytest.mark.parametrize("host", ["github", "gitlab"])
def test_only_the_named_site_goes_to_pages(repository: Path, runner: Path, host: str, site: str) -> None:
    if host == "github":
        steps = steps_of(loaded(repository / ".github/workflows/publish-pages.yml"))
        (script,) = [step["run"] for step in steps if step.get("name") == "Take the one site"]
        below = "" if site == "internal" else "kestrel/"
    else:
        script = loaded(repository / ".gitlab/publish.yml")["pages"]["script"][0]
        below = "internal/" if site == "internal" else "customers/kestrel/"
    page = runner / "sites" / below / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text("It is this one.")
    done = ran(script, runner, runner, {"SITE": site, "CASEWRIGHT_PAGES": site})
    known = site in ("internal", "kestrel")
    assert (done.returncode == 0) is known
    assert (runner / "public/index.html").is_file() is known


def test_the_hooks_name_commands_and_options_that_exist(repository: Path, team: Path, runner: Path) -> None:
    """Each is run as pre-commit runs it: from the top, with the files of the commit where it takes them."""
    hooks = {hook["id"]: hook for hook in loaded(repository / ".pre-commit-hooks.yaml")}
    assert set(hooks) == {"casewright-check", "casewright-fmt"}
    path = {"PATH": f"{runner / 'casewright/bin'}:{os.environ['PATH']}"}
    assert ran(hooks["casewright-check"]["entry"], team, runner, path).returncode == 0
    break_mails(team)
    assert ran(hooks["casewright-check"]["entry"], team, runner, path).returncode == 1
    git(team, "reset", "--quiet", "--hard")
    git(team, "rm", "--quiet", "contacts.yaml")
    assert ran(hooks["casewright-check"]["entry"], team, runner, path).returncode == 1
    assert hooks["casewright-check"]["always_run"], "a commit that only deletes names no file to pre-commit"
    (team / MAILS).write_text("advocate: ines\ntitle: Mails\nopened: 2026-03-11 02:05\n", encoding="utf-8")
    entry = f"{hooks['casewright-fmt']['entry']} {MAILS}"
    done = ran(entry, team, runner, path)
    assert done.returncode == 1 and done.stdout.splitlines() == [MAILS]
    assert not re.search(hooks["casewright-fmt"]["files"], "cases/kestrel/cards/evidence.yaml")


def test_the_image_runs_as_nobody_special_and_holds_what_the_wheel_is_made_of(repository: Path) -> None:
    text = (repository / "Dockerfile").read_text(encoding="utf-8")
    assert re.findall(r"^USER (\S+)$", text, re.M) == ["10001"]
    assert 'ENTRYPOINT ["casewright"]' in text
    assert {line.split()[1] for line in text.splitlines() if line.startswith("FROM")} == {"python:3.12-slim"}
    setup = (repository / ".ci/set-up").read_text(encoding="utf-8")
    (pango,) = re.findall(r'^PANGO="(.*)"$', setup, re.M)
    for path in ("Dockerfile", SET_UP, *GITLAB[:2]):
        assert pango in (repository / path).read_text(encoding="utf-8"), path
    project = (repository / "pyproject.toml").read_text(encoding="utf-8")
    (included,) = re.findall(r"^only-include = \[(.*)\]$", project, re.M)
    kept = (repository / ".dockerignore").read_text(encoding="utf-8")
    assert all(f"!{name}\n" in kept for name in re.findall(r'"(.*?)"', included))


def test_the_dev_container_is_set_up_like_every_machine(repository: Path) -> None:
    data = json.loads((repository / ".devcontainer/devcontainer.json").read_text(encoding="utf-8"))
    assert (repository / data["postCreateCommand"].split()[0]).is_file()
