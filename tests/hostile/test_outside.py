"""A workspace from a stranger shows nothing of the machine it is built on, and runs nothing that it carries."""

import os
from pathlib import Path

import pytest

from tests.hostile.fetching import CANARY
from tests.sample_build import git
from tests.team import built, make_team, run

SCRIPT = f"<script>document.title = '{CANARY}'</script>"
EVIDENCE = {
    "report.html": SCRIPT,
    "drawing.svg": f"<svg xmlns='http://www.w3.org/2000/svg'><script>{CANARY}</script></svg>",
    "notes.md": CANARY,
    "page.pdf": f"%PDF-1.7 {CANARY}",
    "run.sh": f"#!/bin/sh\ntouch {CANARY}\n",
}


@pytest.fixture
def stranger(tmp_path: Path) -> Path:
    """A team's workspace with every kind of link to a secret outside, and a pipe."""
    secret, folder = tmp_path / "secret.yaml", tmp_path / "private"
    folder.mkdir()
    for path in (secret, folder / "customer.yaml", folder / "paper.html", folder / "site.css"):
        path.write_text(f"title: {CANARY}\nname: {CANARY}\n", encoding="utf-8")
    root = make_team(tmp_path / "team", {"templates/own.html": "ours"})
    (root / "cases/kestrel/linked.yaml").symlink_to(secret)
    (root / "cases/kestrel/relative.yaml").symlink_to("../../../secret.yaml")
    (root / "cases/elsewhere").symlink_to(folder)
    (root / "cases/kestrel/cards").symlink_to(folder)
    (root / "templates/site.css").symlink_to(folder / "site.css")
    (root / "templates/fonts").symlink_to(folder)
    (root / "templates/components.css").symlink_to("/dev/zero")
    (root / "stories.yaml").symlink_to(secret)
    os.mkfifo(root / "cases/kestrel/pipe.yaml")
    os.mkfifo(root / "templates/update.html")
    return root


def test_nothing_outside_the_workspace_is_read(stranger: Path, tmp_path: Path) -> None:
    ran = built(stranger, tmp_path / "out")
    files = [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert len(files) > 20
    assert [path for path in files if CANARY.encode() in path.read_bytes()] == []
    assert CANARY not in ran.output


def test_each_link_and_pipe_is_named(stranger: Path) -> None:
    said = run("check", "-C", stranger, "--output-format", "concise").output
    for name in (
        "cases/kestrel/linked.yaml", "cases/kestrel/relative.yaml", "cases/elsewhere", "cases/kestrel/cards",
        "templates/site.css", "templates/fonts", "templates/components.css", "stories.yaml",
    ):  # fmt: skip
        assert f"{name}:1:1: error[link-refused]" in said, name
    for name in ("cases/kestrel/pipe.yaml", "templates/update.html"):
        assert f"{name}:1:1: error[not-a-file]" in said, name


def test_a_folder_of_templates_that_is_a_link_is_not_taken(tmp_path: Path) -> None:
    root, elsewhere = make_team(tmp_path / "team"), tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "today.html").write_text(CANARY, encoding="utf-8")
    (root / "templates").symlink_to(elsewhere)
    built(root, tmp_path / "out")
    assert CANARY not in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")


def test_evidence_is_neither_run_nor_laid_into_a_page(tmp_path: Path) -> None:
    root = make_team(tmp_path / "team")
    folder = root / "cases/kestrel/cards"
    folder.mkdir()
    for name, text in EVIDENCE.items():
        (folder / name).write_text(text, encoding="utf-8")
        (folder / name).chmod(0o755)
    case = root / "cases/kestrel/cards.yaml"
    item = "  - {{id: E{}, kind: log, title: It shows it, file: {}, audience: customer}}\n"
    listed = "".join(item.format(number, name) for number, name in enumerate(EVIDENCE))
    seen = case.read_text(encoding="utf-8").replace("customer_sees: [", "customer_sees: [evidence, ")
    case.write_text(f"{seen}evidence:\n{listed}", encoding="utf-8")
    built(root, tmp_path / "out")
    pages = [
        path for path in (tmp_path / "out").rglob("*") if path.suffix in (".html", ".txt", ".css", ".json")
    ]
    assert [path for path in pages if b"It shows it" in path.read_bytes()], "the evidence is listed"
    assert [path for path in pages if CANARY.encode() in path.read_bytes()] == []
    assert list(tmp_path.rglob(CANARY)) == []


CONFIG = """\
[core]
	bare = false
	worktree = .
	fsmonitor = touch {canary}
[filter "own"]
	clean = touch {canary}; cat
"""


def test_a_folder_that_git_would_take_for_a_repository_runs_nothing(tmp_path: Path) -> None:
    """A pull request may hold every file of a bare repository, with a configuration that names programs."""
    top, canary = tmp_path / "top", tmp_path / "ran"
    root = make_team(top / "team")
    git(top, "init", "-q")
    git(root, "init", "-q", "--bare", str(tmp_path / "bare"))
    for name in ("HEAD", "objects", "refs"):
        (tmp_path / "bare" / name).rename(root / name)
    (root / ".gitattributes").write_text("* filter=own\n", encoding="utf-8")
    (root / "config").write_text("[core]\n\tbare = false\n\tworktree = .\n", encoding="utf-8")
    git(root, "--git-dir=.", "--work-tree=.", "add", "cases", "contacts.yaml", "casewright.yaml")
    git(root, "--git-dir=.", "--work-tree=.", "commit", "-q", "-m", "Theirs")
    path = root / "cases/kestrel/cards.yaml"
    path.write_text(f"{path.read_text(encoding='utf-8')}# later\n", encoding="utf-8")
    (root / "config").write_text(CONFIG.format(canary=canary), encoding="utf-8")
    built(root, tmp_path / "out")
    assert not canary.exists()
    git(root, "--git-dir=.", "--work-tree=.", "status")
    assert canary.exists(), "the control: git itself does run it"
