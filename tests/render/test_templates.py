"""A team's templates stand before ours, file by file, and reach nothing outside their folder or the paper's data."""

import os
import pickle
import resource
import signal
import time
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from pydantic import BaseModel

from generator.errors import CasewrightError
from generator.render import Speech, bounds, data_address, render, standalone
from generator.render.templates import asset, shipped
from generator.source.logos import Logo

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


def test_a_teams_file_may_build_on_the_shipped_one_of_its_own_name(team: Path) -> None:
    (team / "rung-words.txt").write_text(
        "{% import 'shipped/rung-words.txt' as words %}"
        "{% macro rung_name(rung) %}our {{ words.rung_name(rung) }}{% endmacro %}",
        encoding="utf-8",
    )
    text = made(team, "{% import 'rung-words.txt' as words %}{{ words.rung_name('vp') }}")
    assert " ".join(text.split()) == "our Vice president"


@pytest.mark.parametrize(
    "name", ["shipped/../../pyproject.toml", "shipped/shipped/inside-line.html", "shipped//etc/passwd"]
)
def test_the_shipped_folder_is_left_by_no_name(team: Path, name: str) -> None:
    with pytest.raises(CasewrightError):
        made(team, f"{{% include '{name}' %}}")


def test_everything_is_escaped(team: Path) -> None:
    assert made(team, "{{ title }}", title="<script>") == "&lt;script&gt;"


def test_plain_text_is_not(team: Path) -> None:
    (team / "own.txt").write_text("{{ title }}", encoding="utf-8")
    assert render("own.txt", {"title": "R&D <b>"}, speech=SPEECH, team=team) == "R&D <b>"


def test_what_is_not_given_fails(team: Path) -> None:
    with pytest.raises(CasewrightError, match="'severity' is undefined"):
        made(team, "{{ severity }}")


@pytest.mark.parametrize(
    "name",
    ["../secret.html", "/etc/passwd", "link.html", "linked/secret.html", "pipe", "x/../../secret.html"],
)
def test_no_template_comes_from_outside(team: Path, name: str) -> None:
    outside = team.parent / "outside"
    outside.mkdir()
    for secret in (team.parent / "secret.html", outside / "secret.html"):
        secret.write_text("secret", encoding="utf-8")
    (team / "link.html").symlink_to(team.parent / "secret.html")
    (team / "linked").symlink_to(outside)
    os.mkfifo(team / "pipe")
    for way in ("{{% include '{}' %}}", "{{% extends '{}' %}}", "{{% import '{}' as x %}}{{{{ x }}}}"):
        with pytest.raises(CasewrightError, match=r"cannot be filled"):
            made(team, way.format(name))


def test_no_asset_comes_from_outside(team: Path) -> None:
    (team.parent / "secret.css").write_text("secret", encoding="utf-8")
    (team / "tokens.css").symlink_to(team.parent / "secret.css")
    assert asset("tokens.css", team) == (shipped() / "tokens.css").read_bytes()


class Model(BaseModel):
    """What the records of a case are: pydantic gives them methods that open files and unpickle texts."""

    name: str = "Kestrel"

    def label(self) -> str:
        return f"{self.name} (customer)"


class Touching:
    """Unpickling it leaves a file behind."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, tuple[Path]]:
        return Path.touch, (self.path,)


@pytest.mark.parametrize(
    "escape",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ speech.filters.__globals__ }}",
        "{{ render.__globals__ }}",
        "{{ namespace.__init__.__globals__ }}",
        "{{ cycler('a') }}",
        "{{ lipsum(5) }}",
        "{{ [].append(1) }}",
        "{{ model.parse_file(file) }}",
        "{{ model.parse_raw('{}') }}",
        "{{ model.parse_raw(pickled.encode('latin1'), content_type='application/pickle', allow_pickle=True) }}",
        "{{ model | attr('parse_file') }}",
        "{{ [model] | map(attribute='parse_file') | first | string }}",
        "{{ model['parse_file'](file) }}",
        "{{ model.copy() }}",
        "{{ model.model_construct() }}",
        "{{ speech.zone.no_cache('UTC') }}",
        "{{ speech.as_of.strftime('%Y') }}",
        "{{ model.label.__func__ }}",
        "{{ '{0.__class__}'.format(model) }}",
        "{{ 'x'.encode() }}",
        "{{ title | safe }}",
        "{{ [1, 2] | random }}",
    ],
)
def test_a_template_reaches_nothing_of_pythons(team: Path, escape: str) -> None:
    secret, touched = team.parent / "secret.json", team.parent / "touched"
    secret.write_text('{"name": "secret"}', encoding="utf-8")
    given = {
        "model": Model(),
        "file": str(secret),
        "pickled": pickle.dumps(Touching(touched), 0).decode("latin1"),
    }
    with pytest.raises(CasewrightError):
        made(team, escape, items=[], title="<b>", **given)
    assert not touched.exists()


def test_a_template_may_call_what_we_wrote_for_it(team: Path) -> None:
    calls = "{{ speech.hours_apart(speech.zone) }} {{ 'a/b'.split('/')[0] }} {{ x.keys() | join }}"
    assert made(team, calls, x={"c": 1}) == "same time a c"


LOOPS = (
    "{% set many = range(100000) %}{% for a in many %}{% for b in many %}{{ what }}{% endfor %}{% endfor %}"
)


@pytest.mark.parametrize(
    ("greedy", "told"),
    [
        (LOOPS.replace("{{ what }}", ""), "runs for more than 1 seconds"),
        (LOOPS.replace("{{ what }}", "x" * 1000), "million characters|runs for more"),
        ("{% for x in range(999999999) %}{% endfor %}", "too big"),
        ("{{ 'a' * 10**9 }}", "may not"),
        ("{{ 'a' * 1000000000 }}", "may not make anything that large"),
        ("{{ [0] * 1000000000 }}", "may not make anything that large"),
        (
            "{% set ns = namespace(x=9) %}{% for i in range(99) %}{% set ns.x = ns.x * ns.x %}{% endfor %}",
            "that large",
        ),
        ("{{ 9 ** 99999999 }}", "may not use"),
        ("{{ '%999999999999d' % 1 }}", "may not use"),
        ("{{ '%9999999999d' | format(1) }}", "memory|too big"),
        (
            "{% set ns = namespace(x='aaaaaaaa') %}{% for i in range(99) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}",
            "memory|runs for more",
        ),
        (
            "{% set ns = namespace(x='aaaaaaaa') %}{% for i in range(99) %}{% set ns.x = ns.x + ns.x %}{% endfor %}",
            "memory|runs for more",
        ),
        (
            "{% set ns = namespace(x='aa') %}{% for i in range(99) %}{% set ns.x = [ns.x, ns.x] | join %}{% endfor %}",
            "memory|runs for more",
        ),
        ("{% include 'own.html' %}", "circle"),
        ("{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}", "circle|nested|parentheses"),
        ("{{ 1 + 'a' }}", "unsupported operand"),
        ("{{ 1 / 0 }}", "division by zero"),
        ("{{ 'x' | day }}", "cannot be filled"),
        ("{% include 5 %}", "cannot be filled"),
        ("{% for", "line 1"),
    ],
    ids=lambda text: text[:30],
)
def test_a_template_that_wants_more_than_its_share_is_told_of(
    team: Path, greedy: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounds, "SECONDS", 1 if "runs for more" in told else 30)
    begun = time.monotonic()
    with pytest.raises(CasewrightError, match=told) as caught:
        made(team, greedy)
    assert time.monotonic() - begun < 60
    assert len(str(caught.value)) < 500


def test_after_a_greedy_template_the_process_is_as_it_was(
    team: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (resource.getrlimit(resource.RLIMIT_AS), signal.getsignal(signal.SIGALRM))
    monkeypatch.setattr(bounds, "SECONDS", 1)
    with pytest.raises(CasewrightError):
        made(team, LOOPS.replace("{{ what }}", ""))
    assert (resource.getrlimit(resource.RLIMIT_AS), signal.getsignal(signal.SIGALRM)) == before
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)


def test_a_paper_on_disk_carries_its_letters() -> None:
    page = standalone("<html><head><title>x</title></head><body></body></html>")
    assert page.count("data:font/woff2;base64,") == 2
    assert len(page) < 70_000


def test_a_logo_is_an_address_that_holds_the_picture() -> None:
    logo = Logo("ours.png", b"\x89PNG\r\n\x1a\nrest", "image/png")
    assert data_address(logo) == "data:image/png;base64,iVBORw0KGgpyZXN0"
