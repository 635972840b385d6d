"""The action and the workflows, run as GitHub runs them: for members and strangers, for pull requests and pushes."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.gate.repository import CARDS, MAILS, break_mails, commit, git, replace
from tests.setup.remote import begun, pull, push, run_of
from tests.setup.runner import Run
from tests.team import FILES, make_team

USER = """
on: [pull_request, push]
jobs:
  gate:
    steps:
      - uses: actions/checkout@0
        with: {fetch-depth: DEPTH, persist-credentials: false}
      - uses: $/.github/actions/check
        with: {pdf: "false", root: ROOT}
"""
"""What a team writes: the action of this repository, in a workflow of its own."""
STARTER = "generator/starter/files/hosts/github.yml"
OLD_FAULT = FILES["cases/kestrel/cards.yaml"].replace("serves: [C1]", "serves: [C9]")
ZEROS = "0" * 40
STRANGER = "stranger/cases"


@pytest.fixture
def origin(tmp_path: Path) -> Path:
    """The team's repository, with one fault that was there before any change."""
    return begun(make_team(tmp_path / "origin", {"cases/kestrel/cards.yaml": OLD_FAULT}))


@pytest.fixture
def gate(repository: Path, origin: Path, tmp_path: Path) -> Callable[..., Run]:
    """Runs the team's workflow for an event, with a checkout of some depth."""

    def ran(context: dict[str, Any], depth: int = 0, root: str = ".") -> Run:
        workflow = tmp_path / "casework.yml"
        workflow.write_text(USER.replace("DEPTH", str(depth)).replace("ROOT", root), encoding="utf-8")
        return run_of(context, repository, origin, tmp_path / "machine").job(workflow, "gate")

    return ran


def say_two_hours(root: Path) -> None:
    replace(root, MAILS, "an hour late", "two hours late")


def brought(run: Run) -> set[str]:
    return {one["code"] for one in run.findings() if one["severity"] == "error" and not one.get("before")}


def test_a_pull_request_fails_on_what_it_brings_alone(origin: Path, gate: Callable[..., Run]) -> None:
    run = gate(pull(origin, break_mails))
    assert run.failed and brought(run) == {"person-unknown"}
    assert f"::error file={MAILS}," in run.log and f"::error file={CARDS}" not in run.log
    assert "compared with origin/main" in run.log and "outside the team" not in run.log
    assert "`purpose-unknown`" in run.summary.partition("<details>")[2]
    assert len(run.passed_over) == 1


def test_a_pull_request_attaches_the_papers_that_it_changes(origin: Path, gate: Callable[..., Run]) -> None:
    run = gate(pull(origin, say_two_hours))
    assert not run.failed, run.log
    made = [path.name for path in (run.artifacts["casework-review"] / "papers").rglob("*.html")]
    assert "kestrel-mails-update.internal.html" in made and not [name for name in made if "cards" in name]


def test_a_workspace_below_the_top_is_named_from_the_top(origin: Path, gate: Callable[..., Run]) -> None:
    below = origin / "docs/our team"
    below.mkdir(parents=True)
    for name in ("cases", "casewright.yaml", "contacts.yaml"):
        git(origin, "mv", name, str(below / name))
    commit(origin, "Move it down")
    run = gate(pull(origin, lambda root: break_mails(root / "docs/our team"), STRANGER), root="docs/our team")
    assert run.failed and brought(run) == {"person-unknown"}
    assert f"::error file=docs/our team/{MAILS}," in run.log
    assert f"\n- docs/our team/{CARDS}:" in run.log
    assert f"docs/our%20team/{MAILS}#L3)" in run.summary


def test_of_a_hundred_faults_the_worst_are_annotations_and_none_is_dropped(
    origin: Path, gate: Callable[..., Run]
) -> None:
    wrong = [f"nobody{number}" for number in range(100)]
    old = "plan, attendees: [dana, ines]"
    run = gate(pull(origin, lambda root: replace(root, CARDS, old, f"plan, attendees: [{', '.join(wrong)}]")))
    assert run.most_annotations == 10
    assert "https://git.harborline.example/harborline/cases/actions/runs/42" in run.log
    assert all(name in run.log and name in run.summary for name in wrong)


@pytest.mark.parametrize("depth", [1, 2])
def test_a_shallow_checkout_compares_or_says_what_to_fetch(
    origin: Path, gate: Callable[..., Run], depth: int
) -> None:
    run = gate(pull(origin, break_mails), depth)
    assert run.failed
    if depth == 1:
        assert "fetch-depth: 0" in run.log and "Traceback" not in run.log and not run.artifacts
    else:
        assert brought(run) == {"person-unknown"}


def test_a_base_that_is_gone_is_said_in_a_sentence(origin: Path, gate: Callable[..., Run]) -> None:
    context = pull(origin, break_mails)
    git(origin, "branch", "--quiet", "--move", "main", "trunk")
    context["event"]["pull_request"]["base"]["sha"] = "1" * 40
    run = gate(context)
    assert run.failed and f"There is no commit '{'1' * 40}' here." in run.log


def test_a_push_is_compared_with_what_was_there_before_it(origin: Path, gate: Callable[..., Run]) -> None:
    run = gate(push(origin, say_two_hours))
    assert not run.failed, run.log
    assert (run.artifacts["casework-review"] / "papers").is_dir()


@pytest.mark.parametrize("before", [ZEROS, "f" * 40], ids=["first", "forced"])
def test_a_push_with_nothing_before_it_is_checked_whole(
    origin: Path, gate: Callable[..., Run], before: str
) -> None:
    run = gate(push(origin, say_two_hours, before))
    assert run.failed and brought(run) == {"purpose-unknown"}
    assert "every finding counts as brought" in run.log


def test_a_shallow_push_is_checked_whole(origin: Path, gate: Callable[..., Run]) -> None:
    assert brought(gate(push(origin, say_two_hours), 1)) == {"purpose-unknown"}


def test_a_queue_of_merges_is_compared_with_its_base(origin: Path, gate: Callable[..., Run]) -> None:
    context = push(origin, break_mails)
    before = context["event"].pop("before")
    context |= {"event_name": "merge_group", "event": {"merge_group": {"base_sha": before}}}
    assert brought(gate(context)) == {"person-unknown"}


def templates_of_their_own(root: Path) -> None:
    (root / "templates").mkdir(exist_ok=True)
    for name in ("update.html", "macros.html", "paper.css", "site.css"):
        (root / "templates" / name).write_text("<p>owned {{ 7 * 7 }}</p>", encoding="utf-8")


def templates_by_a_link(root: Path) -> None:
    (root / "kind").mkdir()
    (root / "kind/update.html").write_text("<p>owned</p>", encoding="utf-8")
    (root / "templates").symlink_to("kind")


def templates_in_a_submodule(root: Path) -> None:
    other = root.parent / "submodule"
    other.mkdir()
    (other / "update.html").write_text("<p>owned</p>", encoding="utf-8")
    git(other, "init", "--quiet")
    commit(other, "Theirs")
    git(root, "submodule", "--quiet", "add", f"file://{other}", "templates")


def settings_of_their_own(root: Path) -> None:
    (root / "casewright.yaml").write_text("organisation: owned\ntimezone: UTC\n", encoding="utf-8")


def settings_by_a_link(root: Path) -> None:
    (root / "casewright.yaml").rename(root / "kind.yaml")
    settings = (root / "kind.yaml").read_text(encoding="utf-8").replace("Harborline", "owned")
    (root / "kind.yaml").write_text(settings, encoding="utf-8")
    (root / "casewright.yaml").symlink_to("kind.yaml")


def attributes(root: Path) -> None:
    lines = "* filter=owned diff=owned merge=owned ident export-subst\n"
    (root / ".gitattributes").write_text(lines, encoding="utf-8")


def modules_for_python(root: Path) -> None:
    """What Python takes from the folder it is started in, unless it is told not to."""
    for name in ("venv", "pip", "ensurepip", "sitecustomize", "click", "generator"):
        (root / f"{name}.py").write_text("print('owned')\nopen('owned', 'w')\n", encoding="utf-8")


def actions_and_hooks(root: Path) -> None:
    for path in (".github/actions/check/action.yml", ".github/actions/set-up/action.yml"):
        (root / path).parent.mkdir(parents=True)
        (root / path).write_text("runs: {using: composite, steps: [{run: echo owned, shell: bash}]}\n")
    (root / ".pre-commit-config.yaml").write_text(
        "repos: [{repo: local, hooks: [{id: owned, entry: owned}]}]\n"
    )
    (root / ".gitmodules").write_text('[submodule "owned"]\n\tpath = x\n\turl = ext::sh -c owned\n')


def links_out(root: Path) -> None:
    (root / "cases/kestrel/secret.yaml").symlink_to("/etc/passwd")
    (root / "cases/kestrel/logo.png").symlink_to("/etc/passwd")
    (root / "stories.yaml").symlink_to("/etc/passwd")
    (root / "contacts-of-mine.yaml").symlink_to("/proc/self/environ")


TRICKS = (
    templates_of_their_own,
    templates_by_a_link,
    templates_in_a_submodule,
    settings_of_their_own,
    settings_by_a_link,
    attributes,
    modules_for_python,
    actions_and_hooks,
    links_out,
)


@pytest.mark.parametrize("trick", TRICKS, ids=lambda trick: trick.__name__)
def test_nothing_of_a_strangers_runs_or_gets_out(
    origin: Path, gate: Callable[..., Run], trick: Callable[[Path], None]
) -> None:
    def change(root: Path) -> None:
        trick(root)
        say_two_hours(root)

    run = gate(pull(origin, change, STRANGER))
    assert not run.failed, run.log
    assert "comes from outside the team" in run.summary and "comes from outside the team" in run.log
    made = [path for path in run.artifacts["casework-review"].rglob("*") if path.is_file()]
    text = run.log + run.summary + "".join(path.read_text(encoding="utf-8") for path in made)
    assert "two hours late" in text
    assert "owned" not in text and "root:" not in text and "RUNNER_TEMP" not in text
    assert not list(run.workspace.glob("owned"))
    papers = [path for path in made if "papers" in path.parts]
    assert papers and all("DRAFT" in path.read_text(encoding="utf-8").upper() for path in papers)


def a_template(root: Path) -> None:
    (root / "templates").mkdir()
    (root / "templates/update.html").write_text("<p>owned</p>", encoding="utf-8")


@pytest.mark.parametrize("trick", [a_template, settings_of_their_own])
def test_such_tricks_work_where_the_change_is_a_members(
    origin: Path, gate: Callable[..., Run], trick: Callable[[Path], None]
) -> None:
    """Or the test before this one could not fail."""

    def change(root: Path) -> None:
        trick(root)
        say_two_hours(root)

    run = gate(pull(origin, change))
    made = [path for path in run.artifacts["casework-review"].rglob("*") if path.is_file()]
    text = run.log + "".join(path.read_text(encoding="utf-8") for path in made)
    assert "owned" in text


def test_sites_are_handed_over_and_only_the_one_that_is_named_goes_to_pages(
    repository: Path, origin: Path, tmp_path: Path
) -> None:
    workflows = repository / ".github/workflows"
    run = run_of(push(origin, say_two_hours), repository, origin, tmp_path / "machine")
    run.job(workflows / "publish.yml", "sites")
    assert not run.failed, run.log
    assert set(run.artifacts) == {"internal-site", "customer-sites"}
    assert (run.artifacts["internal-site"] / "index.html").is_file()
    assert {path.name for path in run.artifacts["customer-sites"].iterdir()} == {"kestrel", "wren"}
    run.job(workflows / "publish-pages.yml", "pages", {"site": "kestrel"})
    assert "github-pages" not in run.artifacts
    run.job(workflows / "publish-pages.yml", "pages", {"site": "kestrel", "may-be-public": True})
    public = run.artifacts["github-pages"]
    assert (public / "index.html").is_file() and not list(public.rglob("*wren*"))


@pytest.mark.parametrize("event", ["pull_request", "fork", "push", "first push"])
def test_the_workflow_that_init_writes_runs(
    repository: Path, origin: Path, tmp_path: Path, event: str
) -> None:
    def change(root: Path) -> None:
        templates_of_their_own(root) if event == "fork" else say_two_hours(root)

    if event in ("pull_request", "fork"):
        context = pull(origin, change, STRANGER if event == "fork" else "harborline/cases")
    else:
        context = push(origin, change, ZEROS if event == "first push" else None)
    run = run_of(context, repository, origin, tmp_path / "machine").job(repository / STARTER, "gate")
    assert run.failed is (event == "first push"), run.log
    assert ("outside the team" in run.summary) is (event == "fork") and "owned" not in run.log
    assert ("internal-site" in run.artifacts) is (event == "push")
    assert (run.artifacts["casework-review"] / "summary.md").is_file()


def test_our_own_pull_requests_run_the_action_on_the_sample(repository: Path, tmp_path: Path) -> None:
    """`$/` is the action of the change itself; there is one fault in the sample after it."""
    origin = tmp_path / "origin"
    git(repository, "clone", "--quiet", "--no-hardlinks", f"file://{repository}", str(origin))
    git(origin, "switch", "--quiet", "--force-create", "main")
    git(origin, "config", "uploadpack.allowAnySHA1InWant", "true")
    case = "cases/kestrel/2026-01-checkout.yaml"
    context = pull(origin, lambda root: replace(root, case, "\nadvocate: ", "\nadvocate: nobody-"))
    run = run_of(context, repository, origin, tmp_path / "machine")
    run.job(repository / ".github/workflows/checks.yml", "sample")
    assert run.failed and "person-unknown" in brought(run)
    assert f"::error file={case}," in run.log
