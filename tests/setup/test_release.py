"""Releases: the changelog is kept, versions agree everywhere, and the workflow of a release runs."""

import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from generator import __version__
from generator.starter import HOSTS
from tests.gate.repository import git, replace
from tests.setup.remote import push, run_of
from tests.setup.runner import Run
from tests.team import run

KINDS = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
RELEASE = re.match(r"\d+\.\d+\.\d+", __version__)
WORKFLOW = ".github/workflows/release.yml"


def sections(repository: Path) -> dict[str, tuple[str, str]]:
    """Day and text of each version in the changelog, in its order."""
    text = (repository / "CHANGELOG.md").read_text(encoding="utf-8")
    found = re.findall(
        r"^## \[([^\]]+)\](?: - (\d{4}-\d\d-\d\d))?$\n(.*?)(?=^## |\Z)", text, flags=re.M | re.S
    )
    assert len(found) == len(re.findall(r"^## ", text, re.M)), "a heading of another form"
    return {version: (day, body) for version, day, body in found}


def test_the_changelog_is_kept(repository: Path) -> None:
    told = sections(repository)
    first, *released = told
    assert first == "Unreleased" and not told[first][0]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) and told[version][0] for version in released)
    days = [told[version][0] for version in released]
    assert all(newer >= older for newer, older in pairwise(days))
    for _, body in told.values():
        assert set(re.findall(r"^### (.*)$", body, re.M)) <= KINDS


def test_the_changelog_tells_of_the_version_that_this_is(repository: Path) -> None:
    told = sections(repository)
    assert RELEASE
    if __version__ == RELEASE[0]:
        assert list(told)[1] == __version__
    else:
        assert __version__ == f"{RELEASE[0]}.dev0"
        assert RELEASE[0] not in told and told["Unreleased"][1].strip()


@pytest.mark.parametrize("path", [".gitlab/casewright.yml", ".gitlab/publish.yml"])
def test_the_files_for_gitlab_install_the_release_that_is_next(repository: Path, path: str) -> None:
    assert RELEASE
    text = (repository / path).read_text(encoding="utf-8")
    assert re.findall(r"casewright==(\S+)", text) == [RELEASE[0]]


@pytest.mark.parametrize("host", HOSTS)
def test_a_ci_file_installs_what_was_asked_for(tmp_path: Path, host: str) -> None:
    wanted = "casewright @ git+https://git.harborline.example/tools/casewright@0123abc"
    done = run("init", tmp_path / "casework", "--host", host, "--casewright", wanted)
    text = (tmp_path / "casework" / HOSTS[host]).read_text(encoding="utf-8")
    assert done.exit_code == 0 and done.stderr == ""
    assert f'"{wanted}"' in text and "casewright==" not in text


@pytest.mark.parametrize("version", ["0.1.0.dev0", "1.2.3"])
def test_a_version_in_the_making_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: str
) -> None:
    monkeypatch.setattr("generator.cli.init.__version__", version)
    done = run("init", tmp_path / "casework", "--host", "github")
    text = (tmp_path / "casework" / HOSTS["github"]).read_text(encoding="utf-8")
    assert f"casewright=={version}" in text
    assert ("in no index" in done.stderr) is version.endswith("dev0")


@pytest.mark.parametrize(
    "wanted", ["", "-r x", "a'b", 'a"; id', "casewright $(id)", "a\nb", "`id`", "a\\b", "$x"]
)
def test_what_is_no_requirement_is_refused(tmp_path: Path, wanted: str) -> None:
    done = run("init", tmp_path / "casework", "--host", "github", "--casewright", wanted)
    assert done.exit_code == 2 and not (tmp_path / "casework").exists()


def test_a_requirement_goes_with_a_host(tmp_path: Path) -> None:
    assert run("init", tmp_path / "casework", "--casewright", "casewright==0.1.0").exit_code == 2


@pytest.fixture
def release(repository: Path, tmp_path: Path) -> Path:
    """The project as it is released: version and changelog agree."""
    root = tmp_path / "origin"
    git(repository, "clone", "--quiet", "--no-hardlinks", f"file://{repository}", str(root))
    for path in (WORKFLOW, ".github/release_notes.py", "CHANGELOG.md", "generator/__init__.py"):
        (root / path).write_bytes((repository / path).read_bytes())
    git(root, "switch", "--quiet", "--force-create", "main")
    git(root, "config", "uploadpack.allowAnySHA1InWant", "true")
    return root


def released(repository: Path, origin: Path, home: Path, tag: str) -> Run:
    def change(root: Path) -> None:
        replace(root, "generator/__init__.py", f'"{__version__}"', '"7.0.0"')
        replace(root, "CHANGELOG.md", "## [Unreleased]\n", "## [Unreleased]\n\n## [7.0.0] - 2026-03-11\n")

    context = push(origin, change)
    git(origin, "tag", tag)
    one = run_of({**context, "ref_name": tag}, repository, origin, home)
    one.workspace.mkdir(parents=True)
    (one.workspace / ".venv").symlink_to(Path(sys.prefix))
    return one.job(origin / WORKFLOW, "build")


def test_a_release_is_built_the_same_twice_and_handed_over_with_its_notes(
    repository: Path, release: Path, tmp_path: Path
) -> None:
    one = released(repository, release, tmp_path / "machine", "v7.0.0")
    assert not one.failed, one.log
    made = one.artifacts["release"]
    assert {path.name for path in (made / "dist").iterdir()} == {
        "casewright-7.0.0-py3-none-any.whl",
        "casewright-7.0.0.tar.gz",
    }
    assert (made / "notes.md").read_text(encoding="utf-8") == one.summary
    assert one.summary.startswith("### Added\n") and "7.0.0" not in one.summary
    assert [line.split()[-1] for line in one.passed_over] == [".ci/run"]
    one.job(release / WORKFLOW, "attest")
    assert [path.name for path in one.attested] == sorted(path.name for path in (made / "dist").iterdir())
    one.job(release / WORKFLOW, "publish")
    assert one.published is None
    one.context["vars"] = {"CASEWRIGHT_PUBLISH": "true"}
    one.job(release / WORKFLOW, "publish")
    assert one.published and one.published.name == "dist"


def test_a_tag_of_another_version_releases_nothing(repository: Path, release: Path, tmp_path: Path) -> None:
    one = released(repository, release, tmp_path / "machine", "v7.0.1")
    assert one.failed and "The tag is v7.0.1, and generator/__init__.py says 7.0.0." in one.log
    assert not one.artifacts


def test_a_version_in_the_making_cannot_be_released(repository: Path) -> None:
    command = [sys.executable, "-I", ".github/release_notes.py", f"v{__version__}"]
    done = subprocess.run(command, cwd=repository, capture_output=True, text=True, check=False)
    assert (done.returncode == 0) is (RELEASE is not None and RELEASE[0] == __version__)
    assert "Traceback" not in done.stderr


def test_no_publishing_happens_unasked(repository: Path) -> None:
    text = (repository / WORKFLOW).read_text(encoding="utf-8")
    assert "if: vars.CASEWRIGHT_PUBLISH == 'true'" in text and "secrets." not in text
