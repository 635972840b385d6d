"""A team's templates stand before ours, file by file, and reach nothing outside their folder or the paper's data."""

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from jinja2 import TemplateNotFound, UndefinedError
from jinja2.exceptions import SecurityError

from generator.render import Speech, data_address, render, standalone
from generator.render.templates import asset, shipped

SPEECH = Speech("en", ZoneInfo("UTC"), datetime(2026, 3, 11, 14, 30, tzinfo=UTC))


@pytest.fixture
def team(tmp_path: Path) -> Path:
    folder = tmp_path / "templates"
    folder.mkdir()
    return folder


def made(team: Path, text: str, **context: object) -> str:
    (team / "own.html").write_text(text, encoding="utf-8")
    return render("own.html", context, speech=SPEECH, team=team)


def test_a_teams_file_stands_before_ours_and_the_others_stay(team: Path) -> None:
    (team / "inside-line.html").write_text("ours", encoding="utf-8")
    assert render("inside-line.html", {}, speech=SPEECH, team=team) == "ours"
    assert made(team, "{% import 'macros.html' as ui %}{{ ui.chip('late', 'late') }}") == (
        '<span class="chip late">late</span>'
    )


def test_everything_is_escaped(team: Path) -> None:
    assert made(team, "{{ title }}", title="<script>") == "&lt;script&gt;"


def test_plain_text_is_not(team: Path) -> None:
    (team / "own.txt").write_text("{{ title }}", encoding="utf-8")
    assert render("own.txt", {"title": "R&D <b>"}, speech=SPEECH, team=team) == "R&D <b>"


def test_what_is_not_given_fails(team: Path) -> None:
    with pytest.raises(UndefinedError):
        made(team, "{{ severity }}")


@pytest.mark.parametrize("name", ["../secret.html", "/etc/passwd", "link.html"])
def test_no_template_comes_from_outside(team: Path, name: str) -> None:
    (team.parent / "secret.html").write_text("secret", encoding="utf-8")
    (team / "link.html").symlink_to(team.parent / "secret.html")
    with pytest.raises(TemplateNotFound):
        made(team, f"{{% include '{name}' %}}")


def test_no_asset_comes_from_outside(team: Path) -> None:
    (team.parent / "secret.css").write_text("secret", encoding="utf-8")
    (team / "tokens.css").symlink_to(team.parent / "secret.css")
    assert asset("tokens.css", team) == (shipped() / "tokens.css").read_bytes()


@pytest.mark.parametrize(
    "escape",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ speech.filters.__globals__ }}",
        "{{ render.__globals__ }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ [].append(1) }}",
        "{% for x in range(999999999) %}{% endfor %}",
    ],
)
def test_a_template_reaches_nothing_of_pythons(team: Path, escape: str) -> None:
    with pytest.raises((SecurityError, UndefinedError, OverflowError)):
        made(team, escape, items=[])


def test_a_paper_on_disk_carries_its_letters() -> None:
    page = standalone("<html><head><title>x</title></head><body></body></html>")
    assert page.count("data:font/woff2;base64,") == 2
    assert len(page) < 70_000


def test_a_logo_is_told_by_its_first_bytes() -> None:
    assert data_address(b"\x89PNG\r\n\x1a\nrest") == "data:image/png;base64,iVBORw0KGgpyZXN0"
    assert data_address(b"<svg xmlns='http://www.w3.org/2000/svg'/>") is None
