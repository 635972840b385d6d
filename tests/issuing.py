"""Issues papers of the small team's case, and changes it, by the real command on real files."""

from pathlib import Path

from click.testing import Result

from tests.team import run

CASE = "kestrel/cards"


def issue(root: Path, paper: str = "situation-summary", *options: str, exit_code: int = 0) -> Result:
    """Issues a paper of the team's case with --yes; by Ines."""
    return preview(root, paper, *options, "--yes", exit_code=exit_code)


def preview(root: Path, paper: str = "situation-summary", *options: str, exit_code: int = 1) -> Result:
    """What the command says without --yes."""
    result = run("issue", paper, CASE, "--by", "ines", "-C", root, *options)
    assert result.exit_code == exit_code, result.output
    return result


def case_file(root: Path) -> Path:
    """The team's case."""
    return root / f"cases/{CASE}.yaml"


def edit(root: Path, before: str, after: str, path: Path | None = None) -> None:
    """Changes one stretch of a file, the case's unless another is given, as its author would."""
    file = path or case_file(root)
    text = file.read_text(encoding="utf-8")
    assert text.count(before) == 1, before
    file.write_text(text.replace(before, after), encoding="utf-8")


def seal(root: Path, paper: str = "situation-summary", version: int = 1) -> Path:
    """Where a version of a paper is sealed."""
    return root / f"cases/{CASE}/issued/{paper}-{version}.json"


def print_paper(root: Path, out: Path, *options: str, paper: str = "situation-summary") -> Path:
    """Prints the customer's copy as it stands now, without its PDF unless the options ask; the page's path."""
    pdf = [] if "--pdf" in options else ["--no-pdf"]
    given = [one for one in options if one != "--pdf"]
    audience = [] if "--audience" in given else ["--audience", "customer"]
    result = run("paper", paper, CASE, "-C", root, "--out", out, *audience, *pdf, *given)
    assert result.exit_code == 0, result.output
    (page,) = out.glob("*.html")
    return page
