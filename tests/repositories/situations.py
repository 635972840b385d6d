"""Workspaces in repositories as they are found: in the middle of a merge, bare, another user's, without git at all."""

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.team import make_team

CARDS, MAILS = "cases/kestrel/cards.yaml", "cases/kestrel/mails.yaml"
OPTIONS = (
    *("-c", "user.name=Ines", "-c", "user.email=ines@harborline.example", "-c", "commit.gpgsign=false"),
    *("-c", "protocol.file.allow=always", "-c", "init.defaultBranch=main", "-c", "advice.detachedHead=false"),
)
MOMENTS = {"GIT_AUTHOR_DATE": "2026-03-10T09:00:00-04:00", "GIT_COMMITTER_DATE": "2026-03-10T09:00:00-04:00"}
SOMEBODY = 1234
"""A user who is not the one that runs the tests."""


@dataclass(frozen=True, slots=True)
class Situation:
    """A workspace, the commit that a change of it began from, and what the environment of the command says too."""

    root: Path
    base: str = "before"
    env: Mapping[str, str] = field(default_factory=dict)


def git(root: Path, *arguments: str, fails: bool = False) -> str:
    """What git prints in a folder."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    ran = subprocess.run(
        ["git", *OPTIONS, *arguments],
        cwd=root,
        check=not fails,
        capture_output=True,
        text=True,
        env={**plain, **MOMENTS, "GIT_EDITOR": "true", "GIT_CONFIG_NOSYSTEM": "1"},
    )
    return ran.stdout


def commit(root: Path) -> None:
    """Commits everything."""
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--allow-empty", "--message", "A change")


def replace(root: Path, path: str, old: str, new: str) -> None:
    """Changes what stands in a file once."""
    file = root / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def plain(folder: Path) -> Situation:
    """Two commits, the first with a tag, and a change that is not committed."""
    root = begun(folder / "team")
    replace(root, CARDS, "severity: 2", "severity: 1")
    return Situation(root)


def begun(root: Path) -> Path:
    """A repository with two commits, the first of them tagged `before`."""
    make_team(root)
    return with_commits(root, root)


def with_commits(top: Path, root: Path) -> Path:
    """Makes a folder a repository with two commits of the workspace in it; the workspace."""
    git(top, "init", "--quiet")
    commit(top)
    git(top, "tag", "before")
    replace(root, CARDS, "due: 2026-03-13", "due: 2026-03-15")
    commit(top)
    return root


def parted(folder: Path, theirs: Callable[[Path], None], ours: Callable[[Path], None]) -> Path:
    """Two branches that parted: `side` and `main`, the second checked out."""
    root = begun(folder / "team")
    git(root, "checkout", "--quiet", "-b", "side")
    theirs(root)
    commit(root)
    git(root, "checkout", "--quiet", "main")
    ours(root)
    commit(root)
    return root


def _severe(number: int) -> Callable[[Path], None]:
    return lambda root: replace(root, CARDS, "severity: 2", f"severity: {number}")


def merging(folder: Path) -> Situation:
    """A merge that stopped at marks in a file."""
    root = parted(folder, _severe(3), _severe(1))
    git(root, "merge", "side", fails=True)
    assert "<<<<<<<" in (root / CARDS).read_text(encoding="utf-8")
    return Situation(root)


def rebasing(folder: Path) -> Situation:
    """A rebase that stopped in the middle."""
    root = parted(folder, _severe(3), _severe(1))
    git(root, "rebase", "side", fails=True)
    assert (root / ".git/rebase-merge").is_dir()
    return Situation(root)


def picking(folder: Path) -> Situation:
    """A cherry-pick that stopped in the middle."""
    root = parted(folder, _severe(3), _severe(1))
    git(root, "cherry-pick", "side", fails=True)
    return Situation(root)


def deleted_upstream(folder: Path) -> Situation:
    """A file that one side changed and the other took away, left in the index with both."""
    root = parted(folder, lambda root: (root / CARDS).unlink(), _severe(1))
    git(root, "merge", "side", fails=True)
    assert "DU\t" in git(root, "status", "--short").replace(" ", "\t") or (root / CARDS).exists()
    return Situation(root)


def renamed(folder: Path) -> Situation:
    """A case under another name."""
    root = begun(folder / "team")
    git(root, "mv", CARDS, "cases/kestrel/terminals.yaml")
    return Situation(root)


def another_customers(folder: Path) -> Situation:
    """A case that was moved to another customer, and committed."""
    root = begun(folder / "team")
    git(root, "mv", MAILS, "cases/wren/mails.yaml")
    commit(root)
    return Situation(root)


def typed_elsewhere(folder: Path) -> Situation:
    """Files with a byte order mark, carriage returns and tabs."""
    root = begun(folder / "team")
    for path, change in (
        (CARDS, lambda data: b"\xef\xbb\xbf" + data),
        (MAILS, lambda data: data.replace(b"\n", b"\r\n")),
        ("cases/wren/slow-pages.yaml", lambda data: data + b"tags:\n\t- noon\n"),
    ):
        (root / path).write_bytes(change((root / path).read_bytes()))
    commit(root)
    return Situation(root)


def detached(folder: Path) -> Situation:
    """No branch checked out."""
    root = begun(folder / "team")
    git(root, "checkout", "--quiet", "--detach")
    return Situation(root)


def unborn(folder: Path) -> Situation:
    """A repository in which nothing is committed."""
    root = make_team(folder / "team")
    git(root, "init", "--quiet")
    git(root, "add", "--all")
    return Situation(root, "HEAD")


def without_repository(folder: Path) -> Situation:
    """A folder that git knows nothing of."""
    return Situation(make_team(folder / "team"), "HEAD")


def is_a_submodule(folder: Path) -> Situation:
    """The workspace is a repository within another."""
    source, outer = begun(folder / "source"), folder / "outer"
    outer.mkdir()
    git(outer, "init", "--quiet")
    git(outer, "submodule", "--quiet", "add", str(source), "team")
    commit(outer)
    return Situation(outer / "team")


def holds_a_submodule(folder: Path) -> Situation:
    """A repository of its own beside the cases."""
    other, root = begun(folder / "other"), begun(folder / "team")
    git(root, "submodule", "--quiet", "add", str(other), "tools")
    commit(root)
    return Situation(root)


def cases_in_a_submodule(folder: Path) -> Situation:
    """A customer's folder is a repository of its own."""
    other, root = folder / "other", begun(folder / "team")
    shutil.copytree(root / "cases/kestrel", other)
    git(other, "init", "--quiet")
    commit(other)
    git(root, "rm", "--quiet", "-r", "cases/kestrel")
    git(root, "submodule", "--quiet", "add", str(other), "cases/kestrel")
    commit(root)
    return Situation(root)


def somebody_elses(folder: Path) -> Situation:
    """A repository that belongs to another user, which git does not trust."""
    root = begun(folder / "team")
    for path in (root, *root.rglob("*")):
        os.chown(path, SOMEBODY, SOMEBODY, follow_symlinks=False)
    return Situation(root)


def on_branch(name: str) -> Callable[[Path], Situation]:
    """On a branch of that name, from which a change began."""

    def situation(folder: Path) -> Situation:
        root = begun(folder / "team")
        git(root, "update-ref", f"refs/heads/{name}", "before")
        git(root, "symbolic-ref", "HEAD", f"refs/heads/{name}")
        replace(root, MAILS, "Mails arrive", "All mails arrive")
        return Situation(root, name)

    return situation


def named(name: str) -> Callable[[Path], Situation]:
    """Where nothing has that name, because git allows none such."""
    return lambda folder: Situation(begun(folder / "team"), name)


def bare(folder: Path) -> Situation:
    """A repository without files beside it, in which somebody put the workspace's."""
    root = begun(folder / "team")
    target = folder / "team.git"
    git(folder, "clone", "--quiet", "--bare", str(root), str(target))
    make_team(target)
    return Situation(target)


def second_tree(folder: Path) -> Situation:
    """A working tree beside the repository's own."""
    root = begun(folder / "team")
    git(root, "worktree", "add", "--quiet", "-b", "side", str(folder / "tree"))
    return Situation(folder / "tree")


def shallow(folder: Path) -> Situation:
    """A clone without its older commits."""
    root = begun(folder / "team")
    git(folder, "clone", "--quiet", "--depth=1", root.as_uri(), str(folder / "clone"))
    return Situation(folder / "clone", "HEAD~1")


def partial(folder: Path) -> Situation:
    """A clone without the content of older files, whose source is gone."""
    root = begun(folder / "team")
    git(root, "config", "uploadpack.allowFilter", "true")
    git(folder, "clone", "--quiet", "--filter=blob:none", root.as_uri(), str(folder / "clone"))
    shutil.move(root, folder / "gone")
    return Situation(folder / "clone")


def sparse(folder: Path) -> Situation:
    """A checkout that leaves a customer out."""
    root = begun(folder / "team")
    git(root, "sparse-checkout", "set", "--no-cone", "/*", "!/cases/wren/")
    assert not (root / "cases/wren").exists()
    return Situation(root)


def without_git(folder: Path) -> Situation:
    """A machine on which git is missing."""
    empty = folder / "bin"
    empty.mkdir()
    return Situation(begun(folder / "team"), env={"PATH": str(empty)})


def behind_a_link(folder: Path) -> Situation:
    """A workspace that is reached through a link."""
    begun(folder / "team")
    (folder / "link").symlink_to(folder / "team")
    return Situation(folder / "link")


def below_the_top(folder: Path) -> Situation:
    """A workspace in a folder of a repository."""
    root = make_team(folder / "everything/advocacy/casework")
    return Situation(with_commits(folder / "everything", root))


def in_a_hook(folder: Path) -> Situation:
    """The environment of a hook, which names another repository and another index."""
    other, root = begun(folder / "other"), plain(folder).root
    names = {"GIT_DIR": ".git", "GIT_INDEX_FILE": ".git/index", "GIT_WORK_TREE": "."}
    return Situation(
        root, env={name: str(other / value) for name, value in names.items()} | {"GIT_PREFIX": "x/"}
    )


def with_replaced_objects(folder: Path) -> Situation:
    """A commit that another stands for."""
    root = begun(folder / "team")
    git(root, "replace", "before", "HEAD")
    return Situation(root)


def with_programs(folder: Path) -> Situation:
    """Settings that name programs for git to run, each of which would leave a trace.

    Not the filters that a file passes on its way into git: without them git cannot tell whether a file was changed.
    """
    root = begun(folder / "team")
    trace = f"touch {folder}/team/ran; cat"
    for key in (
        *("diff.loud.textconv", "diff.loud.command", "diff.external"),
        *("core.pager", "core.fsmonitor", "core.hooksPath", "core.sshCommand", "pager.log", "gpg.program"),
        "core.alternateRefsCommand",
    ):
        git(root, "config", key, trace)
    (root / ".gitattributes").write_text("*.yaml diff=loud\n")
    replace(root, CARDS, "severity: 2", "severity: 1")
    (root / "ran").unlink(missing_ok=True)
    return Situation(root)


def with_a_lock(folder: Path) -> Situation:
    """Another git at work, or one that died."""
    root = plain(folder).root
    (root / ".git/index.lock").write_bytes(b"")
    return Situation(root)


def broken(folder: Path) -> Situation:
    """A repository that has lost its objects."""
    root = begun(folder / "team")
    shutil.rmtree(root / ".git/objects")
    (root / ".git/objects").mkdir()
    return Situation(root)


def pointing_nowhere(folder: Path) -> Situation:
    """A working tree whose repository is gone."""
    root = make_team(folder / "team")
    (root / ".git").write_text(f"gitdir: {folder}/nowhere\n", encoding="utf-8")
    return Situation(root)


CORE: dict[str, Callable[[Path], Situation]] = {
    "plain": plain,
    "merging": merging,
    "deleted upstream": deleted_upstream,
    "rebasing": rebasing,
    "renamed": renamed,
    "another customer's": another_customers,
    "typed elsewhere": typed_elsewhere,
    "detached": detached,
    "unborn": unborn,
    "without a repository": without_repository,
    "without git": without_git,
    "cases in a submodule": cases_in_a_submodule,
    "in a hook": in_a_hook,
    "bare": bare,
    "partial": partial,
    "shallow": shallow,
    "with programs": with_programs,
}
"""Those that plain tests try."""
ODD = (
    "-x",
    "a'b\"c",
    "naïve/ünï-çödé-分支",
    "$(touch${IFS}ran);x",
    "a&&b",
    "feature/" + "x" * 200,
    "@",
    "ü@{0}x",
)
"""Names that git takes for branches, and people's hands do not."""
NO_NAMES = ("a..b", "a b", "@{u}", "a~1^{tree}", "", ":/x", "refs/../x", "x" * 5000, "a\nb", "HEAD^{/x}")
"""What is typed for a commit and is none."""
ALL: dict[str, Callable[[Path], Situation]] = {
    **CORE,
    "picking": picking,
    "is a submodule": is_a_submodule,
    "holds a submodule": holds_a_submodule,
    "a second tree": second_tree,
    "sparse": sparse,
    "behind a link": behind_a_link,
    "below the top": below_the_top,
    "with replaced objects": with_replaced_objects,
    "with a lock": with_a_lock,
    "broken": broken,
    "pointing nowhere": pointing_nowhere,
    **({"somebody else's": somebody_elses} if os.geteuid() == 0 else {}),
    **{f"on branch {name[:24]!a}": on_branch(name) for name in ODD if name != "ü@{0}x"},
    **{f"named {name[:24]!a}": named(name) for name in NO_NAMES},
}
"""Every situation."""
