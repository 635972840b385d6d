"""What a build writes, where, and what it leaves alone."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.reading import Read, pdf_pages, text_of
from tests.sample_build import REPOSITORY, casewright
from tests.team import AS_OF, FILES, built, dead_links, make_team, run, tree

INSTALLS = r"(sudo )?(apt-get|dnf|apk|brew) "
"""How a line that installs something begins; in a container nobody has sudo."""
LAST_LINE = r"Built \d+ pages and \d+ files of papers\. Open .+/index\.html"


def test_the_whole_site_with_its_papers(team: Path, out: Path) -> None:
    before = tree(team)
    result = built(team, out, "--jobs", "2")
    assert result.stdout == ""
    assert re.fullmatch(LAST_LINE, result.stderr.splitlines()[-1])
    pages = pdf_pages(out / "cases/kestrel/cards/kestrel-cards-update.customer.pdf")
    assert "Card payments declined at 41 shops" in pages[0]
    pdfs = sorted(path.name for path in (out / "cases/kestrel/cards").glob("*.pdf"))
    assert pdfs == sorted(
        [
            *(
                f"kestrel-cards-{paper}.{audience}.pdf"
                for paper in ("agenda", "chronology", "situation-summary", "update")
                for audience in ("customer", "internal")
            ),
            "kestrel-cards-call-sheet.internal.pdf",
            "kestrel-cards-meeting-pack.internal.pdf",
        ]
    )
    assert dead_links(out) == []
    assert tree(team) == before


def test_it_goes_to_site_in_the_workspace_unless_told(team: Path) -> None:
    ran = casewright("build", "--no-pdf", "--as-of", AS_OF, cwd=team / "cases" / "kestrel")
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout == ""
    assert (team / "site" / "index.html").is_file()
    assert (team / "site" / ".gitignore").read_text(encoding="utf-8") == "*\n!.gitignore\n"
    assert not (team / "cases" / "kestrel" / "site").exists()


def test_a_second_build_takes_the_place_of_the_first(team: Path, out: Path) -> None:
    built(team, out)
    (team / "cases/kestrel/mails.yaml").unlink()
    built(team, out)
    assert not (out / "cases/kestrel/mails").exists()
    assert (out / "cases/kestrel/cards/index.html").is_file()
    assert dead_links(out) == []


def test_a_build_changes_nothing_that_anybody_wrote(team: Path) -> None:
    (team / "cases/kestrel/cards").mkdir()
    (team / "cases/kestrel/cards/list.csv").write_text("a,b\n", encoding="utf-8")
    (team / "notes.txt").write_text("mine\n", encoding="utf-8")
    before = tree(team)
    times = {name: (team / name).stat().st_mtime_ns for name in before}
    built(team, team / "site")
    after = {name: digest for name, digest in tree(team).items() if not name.startswith("site/")}
    assert after == before
    assert {name: (team / name).stat().st_mtime_ns for name in before} == times


def test_without_pdfs_there_are_pages_and_texts_and_no_link_to_a_pdf(team: Path, out: Path) -> None:
    built(team, out)
    assert not list(out.rglob("*.pdf"))
    assert not [page for page in out.rglob("*.html") if '.pdf"' in page.read_text(encoding="utf-8")]
    texts = sorted(path.name.partition(".")[0] for path in out.rglob("*.txt"))
    cases = ("kestrel-cards", "kestrel-mails", "wren-slow-pages")
    sheets = ["engineering-call-sheet", *(f"{case}-call-sheet" for case in cases)]
    assert texts == sorted([*sheets, *(f"{case}-update" for case in cases for _ in ("customer", "internal"))])


def test_some_cases_only(team: Path, out: Path) -> None:
    built(team, out, "--case", "kestrel/mails", "--case", "wren/slow-pages")
    assert sorted(path.parent.name for path in out.glob("cases/*/*/index.html")) == ["mails", "slow-pages"]
    assert dead_links(out) == []
    today = text_of(Read(out / "index.html").tree)
    assert "Mails arrive an hour late" in today and "Card payments" not in today


def test_only_a_case_that_cannot_be_read(team: Path, out: Path) -> None:
    (team / "cases/wren/slow-pages.yaml").write_text("{", encoding="utf-8")
    built(team, out, "--case", "wren/slow-pages")
    assert sorted(path.parent.name for path in out.glob("cases/*/*/index.html")) == ["slow-pages"]
    assert dead_links(out) == []


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--case", "kestrel/cards"], "add --out DIR"),
        (["--audience", "customer", "--customer", "kestrel"], "add --out DIR"),
        (["--audience", "customer", "--out", "x"], "--audience customer and --customer KEY go together"),
        (["--customer", "kestrel", "--out", "x"], "--audience customer and --customer KEY go together"),
        (["--draft", "--out", "x"], "--draft goes with --audience customer"),
        (
            ["--case", "kestrel/card", "--out", "x"],
            "There is no case 'kestrel/card'. Did you mean 'kestrel/cards'?",
        ),
        (
            ["--audience", "customer", "--customer", "kestrl", "--out", "x"],
            "There is no customer 'kestrl'. Did you mean 'kestrel'?",
        ),
        (["--jobs", "0"], "0 is not in the range x>=1"),
        (["--audience", "everybody"], "'everybody' is not one of 'internal', 'customer'"),
        (["--meeting", "m1"], "No such option '--meeting'"),
    ],
)
def test_wrong_usage_is_told_before_anything_is_made(team: Path, options: list[str], sentence: str) -> None:
    before = tree(team)
    result = run("build", "-C", team, *options)
    assert result.exit_code == 2, result.output
    assert sentence in " ".join(result.stderr.split())
    assert tree(team) == before and not (team / "site").exists()


@pytest.mark.parametrize(
    "names", [[], ["casewright.yaml"], ["contacts.yaml"], ["casewright.yaml", "contacts.yaml"]]
)
def test_a_workspace_with_no_case(tmp_path: Path, out: Path, names: list[str]) -> None:
    team = make_team(tmp_path / "young", {})
    for path in team.iterdir():
        if path.is_file() and path.name not in names:
            path.unlink()
    for path in sorted((team / "cases").rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    built(team, out)
    assert dead_links(out) == []
    assert "Nothing is late" in text_of(Read(out / "index.html").all("h1")[0])


def test_a_workspace_of_cases_alone(team: Path, out: Path) -> None:
    for name in (
        "casewright.yaml",
        "contacts.yaml",
        "cases/kestrel/customer.yaml",
        "cases/wren/customer.yaml",
    ):
        (team / name).unlink()
    result = built(team, out)
    assert "customer-missing" in result.stderr
    assert dead_links(out) == []
    assert (out / "customers/kestrel/index.html").is_file()
    page = text_of(Read(out / "cases/kestrel/mails/index.html").tree)
    assert "Mails arrive an hour late" in page and "Kestrel" in page


def test_names_that_meet_those_of_the_site(team: Path, out: Path) -> None:
    for customer in ("index", "assets", "customers"):
        for case in ("index", "assets"):
            path = team / "cases" / customer / f"{case}.yaml"
            path.parent.mkdir(exist_ok=True)
            path.write_text(FILES["cases/kestrel/mails.yaml"], encoding="utf-8")
            path.with_name("customer.yaml").write_text(
                f"name: The firm called {customer}\n", encoding="utf-8"
            )
    built(team, out)
    assert dead_links(out) == []
    assert text_of(Read(out / "customers/index.html").all("h1")[0]) == "Five customers"
    for customer in ("index", "assets", "customers"):
        assert (
            text_of(Read(out / "customers" / customer / "index.html").all("h1")[0])
            == f"The firm called {customer}"
        )
        assert (out / "cases" / customer / "index" / f"{customer}-index-update.internal.html").is_file()


def test_papers_whose_names_are_equal_are_kept_apart(team: Path, out: Path) -> None:
    """`kestrel-two/cards` and `kestrel/two-cards` both print `kestrel-two-cards-update`."""
    for path, title in (("kestrel-two/cards", "The first"), ("kestrel/two-cards", "The second")):
        (team / "cases" / path).parent.mkdir(exist_ok=True)
        text = f"title: {title}\nopened: 2026-03-11 02:05\nadvocate: ines\n"
        (team / "cases" / f"{path}.yaml").write_text(text, encoding="utf-8")
    (team / "cases/kestrel-two/customer.yaml").write_text("name: Kestrel Two\n", encoding="utf-8")
    built(team, out, "--jobs", "2", "--case", "kestrel-two/cards", "--case", "kestrel/two-cards")
    for path, title in (("kestrel-two/cards", "The first"), ("kestrel/two-cards", "The second")):
        assert title in pdf_pages(out / "cases" / path / "kestrel-two-cards-update.customer.pdf")[0]
    assert dead_links(out) == []


def test_a_target_that_cannot_be_written(team: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    before = tree(tmp_path)
    for target in (tmp_path / "file", tmp_path / "file" / "below", team, team / "cases" / "kestrel" / "site"):
        result = built(team, target, exit_code=3)
        assert "Traceback" not in result.output and len(result.stderr.splitlines()) <= 2, result.stderr
        assert "--out DIR" in result.stderr
    assert tree(tmp_path) == before


def test_a_folder_with_somebody_elses_files_is_left_alone(team: Path, out: Path) -> None:
    out.mkdir()
    (out / "thesis.txt").write_text("mine", encoding="utf-8")
    result = built(team, out, exit_code=3)
    assert "thesis.txt" in result.stderr
    assert [path.name for path in out.iterdir()] == ["thesis.txt"]


def test_a_team_overrides_one_template_and_keeps_the_rest(team: Path, out: Path) -> None:
    (team / "templates").mkdir()
    (team / "templates" / "findings.html").write_text(
        '{% extends "site.html" %}{% block body %}<h1>Ours</h1>{% endblock %}', encoding="utf-8"
    )
    (team / "templates" / "site.css").write_text("main { color: teal }\n", encoding="utf-8")
    built(team, out)
    assert text_of(Read(out / "findings/index.html").all("h1")[0]) == "Ours"
    assert (out / "assets" / "site.css").read_text(encoding="utf-8") == "main { color: teal }\n"
    assert "Card payments" in text_of(Read(out / "index.html").tree)


@pytest.mark.parametrize(
    "template",
    [
        "{% block body %}",
        "{{ nothing_like_it }}",
        "{% include 'nowhere.html' %}",
        "{{ settings.nothing }}",
    ],
)
def test_a_broken_template_of_the_team_is_told_and_changes_nothing(
    team: Path, out: Path, template: str
) -> None:
    built(team, out)
    before = tree(out)
    (team / "templates").mkdir()
    (team / "templates" / "today.html").write_text(template, encoding="utf-8")
    result = built(team, out, exit_code=3)
    assert "today.html" in result.stderr and "Traceback" not in result.stderr
    assert tree(out) == before


def test_the_moment_may_come_from_source_date_epoch(team: Path, out: Path) -> None:
    built(team, out)
    other = out.with_name("other")
    ran = casewright("build", "--no-pdf", "--out", other, cwd=team, env={"SOURCE_DATE_EPOCH": "1773253800"})
    assert ran.returncode == 0, ran.stderr
    assert tree(other) == tree(out)


def test_progress_is_told_on_a_terminal_only(team: Path, out: Path) -> None:
    result = built(team, out, "--jobs", "1", "--case", "kestrel/mails")
    assert "\x1b" not in result.output and "papers printed" not in result.output


NO_PANGO = """
import cffi

real = cffi.FFI.dlopen


def dlopen(self, name, *rest):
    if name and "pango" in str(name):
        raise OSError(f"cannot load library {name!r}")
    return real(self, name, *rest)


cffi.FFI.dlopen = dlopen
"""
"""What Python runs at its start to be on a machine without Pango."""


@pytest.fixture
def no_pango(tmp_path: Path) -> dict[str, str]:
    """An environment in which Pango is not there."""
    (tmp_path / "start").mkdir()
    (tmp_path / "start" / "sitecustomize.py").write_text(NO_PANGO, encoding="utf-8")
    return {"PYTHONPATH": os.pathsep.join([str(tmp_path / "start"), str(REPOSITORY)])}


def test_without_pango_every_page_is_built_and_the_line_to_run_comes_last(
    team: Path, out: Path, no_pango: dict[str, str]
) -> None:
    built(team, out.with_name("pages"))
    ran = casewright("build", "--out", out, "--as-of", AS_OF, cwd=team, env=no_pango)
    assert ran.returncode == 3, ran.stderr
    assert tree(out) == tree(out.with_name("pages"))
    *_, made, sentence, line = ran.stderr.splitlines()
    assert re.fullmatch(LAST_LINE, made)
    assert "Pango" in sentence
    assert re.match(INSTALLS, line)


def test_without_pango_a_paper_is_still_a_page(team: Path, out: Path, no_pango: dict[str, str]) -> None:
    arguments = ("paper", "update", "kestrel/cards", "--out", out, "--as-of", AS_OF)
    ran = casewright(*arguments, cwd=team, env=no_pango)
    assert ran.returncode == 3, ran.stderr
    assert [Path(line).name for line in ran.stdout.splitlines()] == [
        "kestrel-cards-update.internal.html",
        "kestrel-cards-update.internal.txt",
    ]
    assert re.match(INSTALLS, ran.stderr.splitlines()[-1])


def test_the_manifest_names_every_file(team: Path, out: Path) -> None:
    built(team, out)
    manifest = json.loads((out / "casewright-build.json").read_bytes())
    recorded = {name: entry["sha256"] for name, entry in manifest["files"].items()}
    assert recorded == {name: digest for name, digest in tree(out).items() if name != "casewright-build.json"}
    assert manifest["audience"] == "internal"


def test_an_interrupted_build_leaves_the_site_as_it_was(team: Path, out: Path) -> None:
    built(team, out)
    before = tree(out.parent)
    command = [
        sys.executable,
        "-m",
        "generator",
        "build",
        "-C",
        str(team),
        "--out",
        str(out),
        "--as-of",
        AS_OF,
    ]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE) as building:
        try:
            building.wait(timeout=0.7)
        except subprocess.TimeoutExpired:
            building.kill()
    if building.returncode:
        assert {name: one for name, one in tree(out.parent).items() if name in before} == before
    built(team, out)
    assert len([path for path in out.parent.iterdir() if path.name.startswith(".")]) <= 1
