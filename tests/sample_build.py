"""One build of the sample for the whole test run, shared by every worker of pytest-xdist."""

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
AS_OF = "2026-03-11T14:30-04:00"
SAMPLE = ("cases", "casewright.yaml", "contacts.yaml", "stories.yaml")
COMMITTED = {
    "GIT_AUTHOR_NAME": "Ines Okafor",
    "GIT_AUTHOR_EMAIL": "ines@harborline.example",
    "GIT_AUTHOR_DATE": "2026-03-11T14:00:00-04:00",
    "GIT_COMMITTER_NAME": "Ines Okafor",
    "GIT_COMMITTER_EMAIL": "ines@harborline.example",
    "GIT_COMMITTER_DATE": "2026-03-11T14:00:00-04:00",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}
"""So that a commit of the same files has the same name everywhere."""


@dataclass(frozen=True)
class SampleBuild:
    """The sample as a workspace of its own, the site built of it, what the build said, and its commit."""

    root: Path
    site: Path
    stderr: str
    commit: str

    def pages(self) -> list[Path]:
        """Every HTML file of the site, papers included."""
        return sorted(self.site.rglob("*.html"))

    def papers(self, ending: str = "pdf") -> list[Path]:
        """Every paper with an ending; a paper's name tells its audience, which a page's does not."""
        return sorted(path for path in self.site.rglob(f"*.{ending}") if path.stem.count("."))


def copy_sample(root: Path) -> str:
    """Puts the sample into a folder, committed; the commit's short name."""
    root.mkdir(parents=True)
    for name in SAMPLE:
        source = REPOSITORY / name
        shutil.copytree(source, root / name) if source.is_dir() else shutil.copyfile(source, root / name)
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "Write the cases down"]):
        git(root, *arguments)
    return git(root, "rev-parse", "HEAD")


def git(root: Path, *arguments: str) -> str:
    """Runs git in a folder with a name and a clock of its own."""
    command = ["git", "-c", "core.autocrlf=false", *arguments]
    environment = {**os.environ, **COMMITTED}
    ran = subprocess.run(command, cwd=root, env=environment, check=True, capture_output=True, text=True)
    return ran.stdout.strip()


def casewright(
    *arguments: str | Path, cwd: Path, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Runs the real command in a process of its own."""
    calm = {name: value for name, value in os.environ.items() if name not in ("SOURCE_DATE_EPOCH", "CI")}
    environment = {**calm, "PYTHONPATH": str(REPOSITORY), **(env or {})}
    command = [sys.executable, "-m", "generator", *map(str, arguments)]
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Holds a file that only one process can hold."""
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def build_sample(folder: Path) -> SampleBuild:
    """The sample's build in a folder: made by whoever asks first, found by the others."""
    root, site, said = folder / "harborline", folder / "site", folder / "stderr.txt"
    with locked(folder / "lock"):
        if not said.exists():
            copy_sample(root)
            ran = casewright("build", "--as-of", AS_OF, "--out", site, cwd=root)
            assert ran.returncode == 0, ran.stderr
            said.write_text(ran.stderr, encoding="utf-8")
    return SampleBuild(root, site, said.read_text(encoding="utf-8"), git(root, "rev-parse", "HEAD"))
