"""Targets that are left alone, with the names and the next step."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from generator.errors import CasewrightError
from generator.publish import MANIFEST, Claim, staging
from generator.publish.mounts import unescaped
from generator.publish.switch import exchanged
from generator.publish.target import check_target

INSIDE = Claim("internal")
KESTREL = Claim("customer", "kestrel")


def build(target: Path, claim: Claim = INSIDE, root: Path | None = None) -> None:
    with staging(target, claim, root) as stage:
        stage.write("index.html", b"x")
        stage.publish()


def refused(target: Path, claim: Claim = INSIDE, root: Path | None = None) -> str:
    """The sentence of a refusal, made before anything was written."""
    before = sorted(os.walk(target.parent))
    with pytest.raises(CasewrightError) as caught, staging(target, claim, root):
        pytest.fail("the target was taken")
    assert sorted(os.walk(target.parent)) == before
    return str(caught.value)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "site"


def test_strange_files_are_named_up_to_five(target: Path) -> None:
    (target / "deep").mkdir(parents=True)
    for number in range(7):
        (target / "deep" / f"mine-{number}.txt").write_bytes(b"")
    said = refused(target)
    assert "deep/mine-0.txt, " in said and "deep/mine-4.txt and 2 more" in said and "mine-5" not in said
    assert "--out" in said


def test_one_strange_file_in_a_build_is_enough(target: Path) -> None:
    build(target)
    (target / "notes.txt").write_bytes(b"mine")
    assert "write there: notes.txt, so" in refused(target)
    assert (target / "notes.txt").read_bytes() == b"mine"


def test_a_strange_link_in_a_build_is_enough(target: Path, tmp_path: Path) -> None:
    build(target)
    (target / "elsewhere").symlink_to(tmp_path)
    assert "elsewhere" in refused(target)


def test_a_file_that_comes_while_the_build_runs_is_left_alone(target: Path) -> None:
    build(target)
    with pytest.raises(CasewrightError, match=r"late\.txt"), staging(target, INSIDE) as stage:
        stage.write("index.html", b"new")
        (target / "late.txt").write_bytes(b"mine")
        stage.publish()
    assert (target / "late.txt").read_bytes() == b"mine"
    assert (target / "index.html").read_bytes() == b"x"
    assert sorted(path.name for path in target.parent.iterdir()) == ["site"]


def test_an_empty_folder_will_do(target: Path) -> None:
    (target / "empty").mkdir(parents=True)
    build(target)
    assert (target / "index.html").exists()


def test_a_gitignore_of_somebody_elses_is_strange(target: Path) -> None:
    target.mkdir()
    (target / ".gitignore").write_bytes(b"*.tmp\n")
    assert ".gitignore" in refused(target)


def test_what_a_file_manager_leaves_is_not_strange(target: Path) -> None:
    build(target)
    (target / ".DS_Store").write_bytes(b"x")
    build(target)


def test_a_build_for_others_is_left_alone(target: Path) -> None:
    build(target, KESTREL)
    assert "holds the papers of kestrel, and this is the internal site" in refused(target)
    assert "and this is the papers of wren" in refused(target, Claim("customer", "wren"))
    build(target, KESTREL)


def test_an_internal_site_never_becomes_a_customers(target: Path) -> None:
    build(target)
    assert "internal site" in refused(target, KESTREL)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"casewright_build": 99}',
        '{"casewright_build": 1}',
        '{"casewright_build":1,"files":7}',
        "[" * 100_000,
        '{"casewright_build":1,"audience":"internal","customer":null,"files":{"a":[]}}',
    ],
)
def test_a_manifest_that_cannot_be_read_is_left_alone(target: Path, text: str) -> None:
    target.mkdir()
    (target / MANIFEST).write_text(text)
    assert "is not a manifest that this Casewright can read" in refused(target)


def test_a_link_is_left_alone(target: Path, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    target.symlink_to(tmp_path / "real")
    assert "is a link" in refused(target)
    assert target.is_symlink()


def test_a_dangling_link_is_left_alone(target: Path, tmp_path: Path) -> None:
    target.symlink_to(tmp_path / "nowhere")
    assert "is a link" in refused(target)


def test_a_file_is_left_alone(target: Path) -> None:
    target.write_bytes(b"mine")
    assert "is a file" in refused(target)
    assert target.read_bytes() == b"mine"


def test_the_workspace_and_what_people_write_in_it_are_left_alone(tmp_path: Path) -> None:
    root = tmp_path / "team" / "casework"
    (root / "cases" / "kestrel").mkdir(parents=True)
    for target in (root, root.parent, tmp_path, root / "site" / "..", Path("/")):
        with pytest.raises(CasewrightError), staging(target, INSIDE, root):
            pytest.fail("the target was taken")
    assert "cases/, where people write" in refused(root / "cases" / "kestrel" / "out", root=root)
    assert "templates/" in refused(root / "templates", root=root)
    build(root / "site", root=root)


def test_a_path_through_a_link_to_the_workspace_is_seen(tmp_path: Path) -> None:
    root = tmp_path / "casework"
    root.mkdir()
    (tmp_path / "there").symlink_to(root)
    assert "where people write" in refused(tmp_path / "there" / "cases", root=root)


def test_a_parent_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"mine")
    with pytest.raises(CasewrightError, match=r"failed"), staging(tmp_path / "out" / "site", INSIDE):
        pytest.fail("the target was taken")


def test_octal_escapes_of_the_list_of_mounts() -> None:
    assert unescaped(rb"/mnt/my\040disk\134x") == rb"/mnt/my disk\x"


MOUNTED = """
set -e
mkdir site parent
{mount}
exec "$0" -c '
import sys
import threading
from pathlib import Path
from generator.errors import CasewrightError
from generator.publish import Claim, staging
try:
    with staging(Path(sys.argv[1]), Claim("internal")) as stage:
        stage.write("index.html", b"x" * int(sys.argv[2]))
        stage.publish()
except CasewrightError as error:
    print(error)
' {arguments}
"""


@pytest.mark.parametrize(
    ("mount", "arguments", "wanted"),
    [
        ("mount -t tmpfs none site", "site 1", "is a mount point"),
        ("mkdir -p other && mount --bind other site", "site 1", "is a mount point"),
        ("mount -t tmpfs -o size=64k none parent", "parent/site 100000", "is full"),
        (
            "mount --bind parent parent && mount -o remount,ro,bind parent",
            "parent/site 1",
            "Nothing can be written",
        ),
    ],
)
def test_mounts(tmp_path: Path, repository: Path, mount: str, arguments: str, wanted: str) -> None:
    probe = subprocess.run(["unshare", "-m", "true"], capture_output=True, check=False)
    if probe.returncode:
        pytest.skip("mounts want root")
    done = subprocess.run(
        ["unshare", "-m", "sh", "-c", MOUNTED.format(mount=mount, arguments=arguments), sys.executable],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(repository)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert wanted in done.stdout
    assert done.stdout.count("\n") == 1


def test_a_build_that_is_switched_in_meanwhile_is_not_taken_for_strangers(tmp_path: Path) -> None:
    """The manifest is read first and the files are listed after it; these must not be those of two builds."""
    site, other = tmp_path / "site", tmp_path / "other"
    for folder in (site, other):
        with staging(folder, INSIDE) as stage:
            for number in range(50):
                stage.write(f"{folder.name}/{number}.html", b"x")
            stage.publish()
    over = threading.Event()

    def switch_all_the_time() -> None:
        while not over.wait(0.002):
            exchanged(site, other)

    thread = threading.Thread(target=switch_all_the_time)
    thread.start()
    try:
        for _ in range(1500):
            check_target(site, INSIDE)
    finally:
        over.set()
        thread.join()
