"""The set-up script on machines of every kind, each a folder of small stand-ins for the programs it calls."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

REAL = ("cat", "cksum", "cp", "dirname", "env", "mkdir", "mktemp", "rm", "sh", "touch")
PANGO = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
PYTHON = """
case "$*" in
    *version_info*) {new} ;;
    *ensurepip*) {venv} ;;
    "-m venv "*) mkdir -p .venv/bin && cp "$0" .venv/bin/python ;;
    "-m pip "*install*) [ ! -e no-network ] || {{ echo "no network" >&2; exit 1; }} ;;
    -) [ -e pango ] ;;
esac
"""
APT = """
case "$*" in
    *" update") touch fresh-lists ;;
    *" install "*) [ -e fresh-lists ] || exit 100 ;;
esac
case "$*" in *libpango*) touch pango ;; esac
"""


@dataclass(frozen=True)
class Machine:
    """A checkout in a folder of its own, and the only programs that can be found from it."""

    root: Path
    programs: Path

    def add(self, name: str, script: str = "") -> None:
        """Puts a program on the PATH that writes down how it was called and then does `script`."""
        path = self.programs / name
        path.write_text(f'#!/bin/sh\necho "${{0##*/}} $*" >>{self.root}/calls\n{script}\n', encoding="utf-8")
        path.chmod(0o755)

    def add_python(self, name: str, *, new: bool = True, venv: bool = True) -> None:
        self.add(name, PYTHON.format(new=str(new).lower(), venv=str(venv).lower()))

    def mark(self, name: str) -> None:
        (self.root / name).touch()

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        (self.root / "calls").write_text("", encoding="utf-8")
        return subprocess.run(
            [self.root / ".ci/set-up", *arguments],
            capture_output=True,
            text=True,
            env={"PATH": str(self.programs)},
            check=False,
        )

    def calls(self, program: str) -> list[str]:
        """How the last run called a program."""
        lines = (self.root / "calls").read_text(encoding="utf-8").splitlines()
        return [line.removeprefix(f"{program} ") for line in lines if line.startswith(f"{program} ")]

    def installs(self) -> list[str]:
        return [call for call in self.calls("python") if " install " in call]


@pytest.fixture
def machine(tmp_path: Path, repository: Path) -> Machine:
    """A user's Linux machine that has Pango, and neither Python nor a way to install anything."""
    made = Machine(tmp_path / "checkout", tmp_path / "programs")
    for kept in (".ci/set-up", "generator/requirements.lock", "pyproject.toml"):
        (made.root / kept).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(repository / kept, made.root / kept)
    made.programs.mkdir()
    for name in REAL:
        found = shutil.which(name)
        assert found, f"{name} is part of every Unix"
        (made.programs / name).symlink_to(found)
    made.add("id", "echo 1000")
    made.add("uname", "echo Linux")
    made.mark("pango")
    return made


def without_pango(machine: Machine) -> Machine:
    (machine.root / "pango").unlink()
    return machine


def as_root(machine: Machine) -> Machine:
    machine.add("id", "echo 0")
    return machine


def chosen(machine: Machine) -> list[str]:
    names = ("python3.13", "python3.12", "python3.11", "python3")
    return [name for name in names for call in machine.calls(name) if call.startswith("-m venv")]


def test_the_first_python_that_will_do_is_taken(machine: Machine) -> None:
    machine.add_python("python3.12")
    machine.add_python("python3.11")
    machine.add_python("python3")
    assert machine.run().returncode == 0
    assert chosen(machine) == ["python3.12"]


def test_a_python_that_does_not_run_is_passed_over(machine: Machine) -> None:
    machine.add("python3.13", "exit 127")
    machine.add_python("python3.12", venv=False)
    machine.add_python("python3.11", new=False)
    machine.add_python("python3")
    assert machine.run().returncode == 0
    assert chosen(machine) == ["python3"]


def test_the_lock_is_installed_by_its_hashes_and_the_project_without_the_network(machine: Machine) -> None:
    machine.add_python("python3")
    machine.run()
    lock, project = machine.installs()
    assert "--require-hashes -r generator/requirements.lock" in lock
    assert "--no-index --no-deps --no-build-isolation -e ." in project


def test_the_second_run_installs_nothing_and_says_nothing(machine: Machine) -> None:
    machine.add_python("python3")
    machine.run()
    again = machine.run()
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")
    assert machine.installs() == []
    assert chosen(machine) == []


@pytest.mark.parametrize("changed", ["generator/requirements.lock", "pyproject.toml"])
def test_what_is_installed_follows_the_lock(machine: Machine, changed: str) -> None:
    machine.add_python("python3")
    machine.run()
    with (machine.root / changed).open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    assert machine.run().returncode == 0
    assert len(machine.installs()) == 2
    assert chosen(machine) == []


def test_a_checkout_that_was_moved_is_set_up_again(machine: Machine) -> None:
    machine.add_python("python3")
    machine.run()
    moved = Machine(machine.root.rename(machine.root.with_name("moved")), machine.programs)
    moved.add_python("python3")
    (moved.root / ".venv/bin/python").write_bytes((machine.programs / "python3").read_bytes())
    moved.run()
    assert len(moved.installs()) == 2


def test_an_install_cut_short_is_taken_up_again(machine: Machine) -> None:
    machine.add_python("python3")
    machine.mark("no-network")
    broken = machine.run("touch", "ran")
    assert broken.returncode == 3
    assert "no network" in broken.stderr
    assert not (machine.root / "ran").exists()
    (machine.root / "no-network").unlink()
    assert machine.run("touch", "ran").returncode == 0
    assert (machine.root / "ran").exists()


def test_without_any_python_the_line_that_installs_it_comes_last(machine: Machine) -> None:
    machine.add("apt-get", APT)
    ended = machine.run("touch", "ran")
    assert ended.returncode == 3
    assert ended.stderr.splitlines()[-1] == f"sudo apt-get install -y python3-venv {PANGO}"
    assert not (machine.root / "ran").exists()
    assert machine.calls("apt-get") == []


def test_python_without_venv_is_completed_by_root(machine: Machine) -> None:
    as_root(machine).add_python("python3", venv=False)
    machine.mark("fresh-lists")
    complete = PYTHON.format(new="true", venv="true").replace("$0", "$0.new")
    machine.add("python3.new", complete.replace("$0.new", "$0"))
    machine.add(
        "apt-get", 'case "$*" in *" python3-venv") cp "${0%/*}/python3.new" "${0%/*}/python3" ;; esac'
    )
    assert machine.run().returncode == 0
    assert chosen(machine) == ["python3"]


def test_a_newer_python_without_venv_names_its_own_package(machine: Machine) -> None:
    machine.add_python("python3.12", venv=False)
    machine.add_python("python3", new=False)
    machine.add("apt-get")
    assert machine.run().stderr.splitlines()[-1] == f"sudo apt-get install -y python3.12-venv {PANGO}"


def test_root_installs_pango_and_fetches_the_lists_only_when_they_are_old(machine: Machine) -> None:
    without_pango(as_root(machine)).add("apt-get", APT)
    machine.add_python("python3")
    assert machine.run().returncode == 0
    assert [call.split()[-1] for call in machine.calls("apt-get")] == [
        "libharfbuzz-subset0",
        "update",
        "libharfbuzz-subset0",
    ]
    (machine.root / "pango").unlink()
    assert machine.run().returncode == 0
    assert len(machine.calls("apt-get")) == 1


def test_pango_is_installed_through_sudo_that_asks_for_no_password(machine: Machine) -> None:
    without_pango(machine).add("apt-get", APT)
    machine.add("sudo", 'shift; exec "$@"')
    machine.add("true")
    machine.add_python("python3")
    assert machine.run().returncode == 0
    assert any(call.startswith("-n env ") and call.endswith(PANGO) for call in machine.calls("sudo"))


def test_without_pango_the_command_runs_and_the_line_that_installs_it_comes_last(machine: Machine) -> None:
    without_pango(machine).add("apt-get", APT)
    machine.add("sudo", "exit 1")
    machine.add_python("python3")
    ended = machine.run("touch", "ran")
    assert ended.returncode == 3
    assert ended.stderr.splitlines()[-1] == f"sudo apt-get install -y {PANGO}"
    assert (machine.root / "ran").exists()
    assert machine.calls("apt-get") == []


def test_an_install_of_pango_that_fails_shows_why_and_the_line(machine: Machine) -> None:
    without_pango(as_root(machine)).add("apt-get", "echo 'the disk is full' >&2; exit 100")
    machine.add_python("python3")
    ended = machine.run("touch", "ran")
    assert ended.returncode == 3
    assert "the disk is full" in ended.stderr
    assert ended.stderr.splitlines()[-1] == f"sudo apt-get install -y {PANGO}"
    assert (machine.root / "ran").exists()


def test_homebrew_installs_pango_on_a_mac(machine: Machine) -> None:
    without_pango(machine).add("uname", "echo Darwin")
    machine.add("brew", '[ "$1" != install ] || touch pango')
    machine.add_python("python3")
    assert machine.run().returncode == 0
    assert "install --quiet pango" in machine.calls("brew")


@pytest.mark.parametrize(
    ("program", "line"),
    [("dnf", "sudo dnf install -y pango"), ("apk", "sudo apk add pango"), ("uname", "brew install pango")],
)
def test_the_line_is_the_one_for_the_system(machine: Machine, program: str, line: str) -> None:
    without_pango(machine).add(program, "echo Darwin")
    machine.add_python("python3")
    assert machine.run().stderr.splitlines()[-1] == line


def test_the_status_of_the_command_is_kept(machine: Machine) -> None:
    machine.add_python("python3")
    assert machine.run("sh", "-c", "exit 7").returncode == 7
    without_pango(machine)
    assert machine.run("sh", "-c", "exit 7").returncode == 7


def test_a_tool_of_the_tests_that_cannot_be_had_is_named_and_stops_nothing(machine: Machine) -> None:
    machine.add_python("python3")
    machine.add("pdftotext")
    machine.add("pdftoppm")
    ended = machine.run("--tests", "touch", "ran")
    assert ended.returncode == 0
    assert (machine.root / "ran").exists()
    assert "for want of chromium (Debian: chromium)" in ended.stderr
    assert "for want of japanese (Debian: fonts-ipaexfont-gothic)" in ended.stderr
    assert "poppler" not in ended.stderr


def test_root_installs_the_tools_of_the_tests_only_for_the_tests(machine: Machine) -> None:
    as_root(machine).add("apt-get")
    machine.add_python("python3")
    machine.run()
    assert machine.calls("apt-get") == []
    machine.run("--tests")
    wanted = ["chromium", "poppler-utils", "fonts-ipaexfont-gothic", "strace"]
    assert [call.split()[-1] for call in machine.calls("apt-get")] == wanted
