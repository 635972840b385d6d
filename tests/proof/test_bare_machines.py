"""The wheel and the sdist, installed from the files by pip and by pipx where there is nothing but Python.

The libraries come from the package index, the environment holds a PATH and a HOME alone, the checkout cannot be read, and
in one run there is no Pango. Further Pythons are named by $PYTHONS, with `:` between them.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

NAMES = ("python3.11", "python3.12", "python3.13", "python3.14")
PANGO = "libpango-1.0.so.0"
AS_OF = ("--as-of", "2026-03-11T14:30Z")
CASE = "juniper/2026-03-orders"
DEADLINE = 900
"""Seconds for one install, which fetches some 60 MB."""
HIDDEN = "mount -t tmpfs none {checkout} && {pango} exec {command}"


def pythons() -> list[str]:
    """Every Python here that runs and is new enough, one of each version; the one of these tests first."""
    named = [sys.executable, *filter(None, os.environ.get("PYTHONS", "").split(":"))]
    found: dict[str, str] = {}
    for path in [*named, *filter(None, map(shutil.which, NAMES))]:
        asked = "import sys; print(sys.version_info >= (3, 11), *sys.version_info[:2], sys._base_executable)"
        done = subprocess.run([path, "-c", asked], capture_output=True, text=True, check=False)
        if done.returncode == 0 and done.stdout.startswith("True "):
            _, major, minor, base = done.stdout.strip().split(" ", 3)
            found.setdefault(f"{major}.{minor}", base)
    return list(found.values())


PYTHONS = pythons()
WAYS = [
    *((python, "pip", "wheel") for python in PYTHONS),
    (PYTHONS[0], "pip", "sdist"),
    (PYTHONS[-1], "pipx", "wheel"),
    (PYTHONS[0], "pipx", "sdist"),
]


@pytest.fixture(scope="module")
def made(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The wheel and the source distribution."""
    folder = tmp_path_factory.mktemp("made")
    build = [sys.executable, "-m", "hatchling", "build", "-d", str(folder)]
    subprocess.run(build, cwd=repository, check=True, capture_output=True)
    (wheel,), (sdist,) = folder.glob("*.whl"), folder.glob("*.tar.gz")
    return {"wheel": wheel, "sdist": sdist}


class Bare:
    """A machine with nothing but Python, in a folder of its own."""

    def __init__(self, home: Path, repository: Path, pango: bool) -> None:
        self.home, self.repository, self.pango = home, repository, pango
        self.environment = {"PATH": "/usr/bin:/bin", "HOME": str(home)}

    def says(self, *command: str, fails: bool = False) -> str:
        """What a command prints, where the checkout is covered; it must succeed, and must not, as is said."""
        done = subprocess.run(
            self.covered(command),
            cwd=self.home,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=DEADLINE,
        )
        assert (done.returncode != 0) is fails, done.stdout + done.stderr
        return done.stdout + done.stderr

    def covered(self, command: tuple[str, ...]) -> list[str]:
        """The command where nothing stands in the checkout, and nothing in the files of Pango where it is to be gone."""
        hidden = "".join(f"mount --bind /dev/null {path} && " for path in ([] if self.pango else _pango()))
        checkout, line = shlex.quote(str(self.repository)), shlex.join(command)
        return ["unshare", "-m", "sh", "-c", HIDDEN.format(checkout=checkout, pango=hidden, command=line)]

    def install(self, python: str, tool: str, file: Path) -> str:
        """Installs a file as a user would; where the command then is."""
        first, second = self.home / "venv", self.home / "tool"
        if tool == "pip":
            self.says(python, "-m", "venv", str(first))
            self.says(f"{first}/bin/pip", "install", "--quiet", str(file))
            return f"{first}/bin/casewright"
        self.says(python, "-m", "venv", str(second))
        self.says(f"{second}/bin/pip", "install", "--quiet", "pipx")
        self.says(f"{second}/bin/pipx", "install", "--quiet", "--python", python, str(file))
        return f"{self.home}/.local/bin/casewright"


def _pango() -> list[str]:
    """The files of Pango on this machine."""
    cache = subprocess.run(["/sbin/ldconfig", "-p"], capture_output=True, text=True, check=True).stdout
    return [str(Path(path).resolve()) for path in re.findall(rf"^\s*{PANGO} .* => (.+)$", cache, re.M)]


@pytest.fixture
def machine(repository: Path, tmp_path: Path) -> Callable[[bool], Bare]:
    """Makes a machine, with Pango or without."""
    probe = subprocess.run(["unshare", "-m", "mount", "-t", "tmpfs", "none", "/mnt"], check=False)
    if probe.returncode != 0:
        pytest.skip("covering the checkout wants root, or a system where `unshare -m` may mount")
    return lambda pango: Bare(tmp_path, repository, pango)


def tried(bare: Bare, command: str) -> None:
    """All that a first morning needs, with the command that was installed."""
    assert "Traceback" not in bare.says(command, "init", "work", "--host", "github", *AS_OF)
    bare.says(command, "check", "-C", "work", *AS_OF)
    bare.says(command, "fmt", "-C", "work", "--check")
    bare.says(command, "build", "-C", "work", *AS_OF)
    for shell in ("bash", "zsh", "fish", "powershell"):
        assert "casewright" in bare.says(command, "completion", shell)
    served(bare, command)


def served(bare: Bare, command: str) -> None:
    """The site is served for as long as it takes to ask for its first page."""
    serving = bare.covered((command, "serve", "-C", "work", "--port", "0", *AS_OF))
    with subprocess.Popen(
        serving,
        cwd=bare.home,
        env=bare.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as server:
        try:
            assert server.stdout
            line = server.stdout.readline()
            found = re.search(r"http://127\.0\.0\.1:\d+/", line)
            assert found, line
            with urllib.request.urlopen(found[0], timeout=60) as page:
                assert page.status == 200
        finally:
            server.terminate()


@pytest.mark.parametrize(
    ("python", "tool", "kind"), WAYS, ids=[f"{Path(way[0]).name}-{way[1]}-{way[2]}" for way in WAYS]
)
def test_it_works_where_it_is_installed(
    made: dict[str, Path],
    machine: Callable[[bool], Bare],
    counted: Callable[[str, int], None],
    python: str,
    tool: str,
    kind: str,
) -> None:
    bare = machine(True)
    command = bare.install(python, tool, made[kind])
    tried(bare, command)
    bare.says(command, "paper", "situation-summary", CASE, "-C", "work", *AS_OF)
    assert [path.suffix for path in sorted(bare.home.glob("juniper-*"))] == [".html", ".pdf"]
    assert list((bare.home / "work/site").rglob("*.pdf"))
    counted("bare machines on which the wheel or the sdist was installed and used", 1)


def test_it_works_without_pango_but_for_pdfs(
    made: dict[str, Path], machine: Callable[[bool], Bare], counted: Callable[[str, int], None]
) -> None:
    bare = machine(False)
    command = bare.install(PYTHONS[0], "pip", made["wheel"])
    bare.says(command, "init", "work", *AS_OF)
    bare.says(command, "check", "-C", "work", *AS_OF)
    bare.says(command, "build", "-C", "work", "--no-pdf", *AS_OF)
    said = bare.says(command, "build", "-C", "work", *AS_OF, fails=True)
    assert "Pango" in said and "Traceback" not in said
    bare.says(command, "paper", "situation-summary", CASE, "-C", "work", "--no-pdf", *AS_OF)
    assert [path.suffix for path in bare.home.glob("juniper-*")] == [".html"]
    assert "PDFs" in bare.says(command, "doctor", fails=True)
    counted("bare machines without Pango on which all but PDFs was made", 1)
