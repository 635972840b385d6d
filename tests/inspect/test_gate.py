"""Planted leaks of every kind are found in HTML and in PDF; what a customer may read is not taken for one."""

import html as escaping
import json
from base64 import b64encode
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

import pytest

from generator.audience.project import open_up, project
from generator.audience.secrets import Secrets, Sort, secrets_of
from generator.inspect.gate import leaks_in
from generator.inspect.runs import runs_of
from generator.model.workspace import Workspace, load_workspace
from generator.source.workspace import read_workspace

STYLE = (
    "<style>@page{size:A6}p{hyphens:auto;width:3cm;text-align:justify}.loud{text-transform:uppercase}</style>"
)
HEAD = f'<!DOCTYPE html><html lang="en"><head><title>Update</title>{STYLE}</head><body>'


def page(body: str) -> bytes:
    return f"{HEAD}{body}</body></html>".encode()


def printed(data: bytes) -> bytes:
    """The page as a PDF, tags and all."""
    from weasyprint import HTML

    return HTML(string=data.decode()).write_pdf(pdf_tags=True)


def leaks(secrets: Secrets, data: bytes, name: str = "update.html") -> list[tuple[str, int]]:
    """Where the leaks of one output have their source, by file and line."""
    found = leaks_in({name: data}, secrets)
    assert all(finding.code == "leak" and f"stands in {name}." in finding.message for finding in found)
    return [(finding.place.path, finding.place.line) for finding in found]


def line_of(workspace: Workspace, words: str) -> tuple[str, int]:
    """Where words stand in the workspace."""
    sources = [*workspace.sources.cases.values(), *workspace.sources.customers.values()]
    for source in (workspace.settings_source, workspace.contacts_source, *sources):
        for number, line in enumerate(source.text.split("\n"), 1):
            if words in line:
                return source.path, number
    raise AssertionError(words)


PLANTED = [
    "The ticket was bounced between three teams for nine hours",  # engagement
    "they had muted it for the football match.",  # what, where say stands
    "unpaid maintenance invoice from last autumn",  # an item kept inside, seven words: not a run
    "root of it is the unpaid maintenance invoice from last autumn",
    "Their own team restarted the gateway against our written advice",  # a factor of theirs without say
    "Finance will not pay for the second queue server",  # notes of an item
    "is hiding how often this really happens to others",  # notes with a link in front
    "Unquestionably incomprehensible circumstances everywhere",  # four words, long
    "Sounds harsh on the phone but is fair when",  # the customer's file
    "nearly left us two years ago after the winter",
    "Ring twice because the first ring only wakes the dog",  # contacts
    "sleep through the night once the queue has been drained",
    "Changes to the segments go to Hugo first because they",  # settings
]


@pytest.mark.parametrize("words", PLANTED)
@pytest.mark.parametrize(
    "markup", ["<p>{}</p>", '<p class="loud">{}</p>', "<p><b>{}</b></p>", "<p>So: {} and so on</p>"]
)
@pytest.mark.parametrize("as_pdf", [False, True], ids=["html", "pdf"])
def test_internal_prose_is_found(workspace: Workspace, words: str, markup: str, as_pdf: bool) -> None:
    data = page(markup.format(words))
    found = leaks(secrets_of(workspace, "kestrel"), printed(data) if as_pdf else data)
    wanted = [] if words.startswith("unpaid") else [line_of(workspace, words)]
    assert found == wanted


LONG = "Their own team restarted the gateway against our written advice."
SHAPES = {
    "inline tags": "<p>" + LONG.replace("restarted", "<b>re</b>star<i>ted</i>") + "</p>",
    "soft hyphens": "<p>" + LONG.replace("restarted", "re&shy;star&shy;ted") + "</p>",
    "entities": "<p>" + "".join(f"&#{ord(char)};" for char in LONG) + "</p>",
    "a comment": f"<!-- {LONG} -->",
    "alternative text": f'<img src="x.png" alt="{LONG}">',
    "a title": f'<span title="{LONG}">x</span>',
    "metadata": f'<meta name="description" content="{LONG}">',
    "an address": f'<a href="mailto:x@y.example?subject={quote(LONG)}">x</a>',
    "a style": f"<style>p::before{{content:'{LONG}'}}</style>",
    "a script": f"<script>var x = {json.dumps(LONG)}</script>",
    "escapes": "<script>var x = '" + "".join(f"\\u{ord(char):04x}" for char in LONG) + "'</script>",
    "something inline": f'<a href="data:text/html;base64,{b64encode(LONG.encode()).decode()}">x</a>',
    "a vector picture": f'<img src="data:image/svg+xml;base64,{b64encode(f"<text>{LONG}</text>".encode()).decode()}">',
    "no spaces": f"<p>{LONG.replace(' ', '')}</p>",
    "wide letters": "<p>" + "".join(chr(ord(c) + 0xFEE0) if c.isalpha() else c for c in LONG) + "</p>",
    "blocks": "".join(f"<div>{word}</div>" for word in LONG.split()),
}


@pytest.mark.parametrize("body", SHAPES.values(), ids=SHAPES)
def test_prose_is_found_in_whatever_shape(workspace: Workspace, body: str) -> None:
    assert leaks(secrets_of(workspace, "kestrel"), page(body)) == [line_of(workspace, LONG)]


IN_PDF = {
    "title": f"<title>{LONG}</title>",
    "keywords": f'<meta name="keywords" content="{LONG}">',
    "outline": f"<h1 style=\"bookmark-label:'{LONG}'\">x</h1>",
    "alternative text": f'<img alt="{LONG}" src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ'
    'AAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==">',
    "link": f'<a href="https://x.example/?{quote(LONG)}">x</a>',
    "name": f'<p id="{LONG.replace(" ", "-")}">x</p><a href="#{LONG.replace(" ", "-")}">y</a>',
    "white on white": f'<p style="color:white;font-size:1pt">{LONG}</p>',
    "attachment": f'<link rel="attachment" href="data:text/plain;base64,{b64encode(LONG.encode()).decode()}">',
}


@pytest.mark.parametrize("body", IN_PDF.values(), ids=IN_PDF)
def test_prose_is_found_in_the_objects_of_a_pdf(workspace: Workspace, body: str) -> None:
    data = printed(
        page(body) if "<title>" not in body else f"<html lang=en><head>{body}</head><body>x".encode()
    )
    assert leaks(secrets_of(workspace, "kestrel"), data, "update.pdf") == [line_of(workspace, LONG)]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("index.json", json.dumps({"text": "".join(LONG)})),
        ("index.json", '{"text": "' + "".join(f"\\u{ord(char):04x}" for char in LONG) + '"}'),
        ("case.ics", "DESCRIPTION:" + "\r\n ".join(LONG[at : at + 30] for at in range(0, len(LONG), 30))),
        ("feed.xml", f"<entry><title>{escaping.escape(LONG)}</title></entry>"),
        ("update.txt", "\n".join(LONG.split())),
        ("site.css", f'p::after {{ content: "{LONG}" }}'),
        (f"{LONG}.png", "x"),
    ],
)
def test_prose_is_found_in_other_files_and_in_names(workspace: Workspace, name: str, text: str) -> None:
    assert leaks(secrets_of(workspace, "kestrel"), text.encode(), name) == [line_of(workspace, LONG)]


def test_the_finding_names_the_field_and_the_output(workspace: Workspace) -> None:
    (found,) = leaks_in({"a/update.html": page(LONG)}, secrets_of(workspace, "kestrel"))
    assert found.message == "The internal text of `contributing_factors.what` stands in a/update.html."


def test_the_secret_is_in_no_word_of_the_finding(workspace: Workspace) -> None:
    bodies = [
        LONG,
        "Priya Raman",
        "priya@alder.example",
        "+1 603 555 0142",
        "Wren",
        "/wren/",
        "wiki-01.alder.example",
    ]
    found = leaks_in(
        {"update.html": page("".join(f"<p>{body}</p>" for body in bodies))}, secrets_of(workspace, "kestrel")
    )
    assert len(found) == len(bodies)
    for finding in found:
        said = f"{finding.message} {finding.remedy}"
        assert not any(body.strip("/") in said for body in bodies)
        assert "`say`" in said and "internal" in said


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Priya Raman", "name: Priya Raman"),
        ("PRIYA RAMAN'S", "name: Priya Raman"),
        ("Priya<br>Raman", "name: Priya Raman"),
        ("Pri&shy;ya Ra&shy;man", "name: Priya Raman"),
        ("(Jo An)", "name: Jo An"),
        ("Priya Ramans Team", "name: Priya Raman"),
        ("Priya RamanWhat happened", "name: Priya Raman"),
        ("Raman, Priya", "name: Priya Raman"),
        ("Ms Raman", "name: Priya Raman"),
        ("Joerg Mueller", "name: Jörg Müller"),
        ("Nguyễn Thị Mai", "name: Nguyễn"),
        ("priya@alder.example", "email: priya@"),
        ('<a href="mailto:priya%40alder.example">x</a>', "email: priya@"),
        ("+1 603 555 0142", "phone: +1 603 555 0142"),
        ("(603) 555-0142", "phone: +1 603 555 0142"),
        ('<a href="tel:+1-603-555-0142">x</a>', "phone: +1 603 555 0142"),
        ("16035550142", "phone: +1 603 555 0142"),
        ("020 7946 0143", "number: +44 20 7946 0143"),
        ("+1<br>603<br>555<br>0142", "phone: +1 603 555 0142"),
        ("+1 <b>603</b> 555 <b>0142</b>", "phone: +1 603 555 0142"),
        ("+44 (0)20 7946 0143", "number: +44 20 7946 0143"),
        ("0044 20 7946 0143", "number: +44 20 7946 0143"),
        ("Wren", "name: Wren"),
        ("at Wren's shops", "name: Wren"),
        ("Oak Line", "name: Oak Line"),
        ("Wren Book Shops", "Wren Book Shops"),
        ("Alderney Stores", "name: Alderney"),
        ("cases/wren/x.html", "name: Wren"),
        ("see cases/wren", "name: Wren"),
        ("https://x.example/oak-line", "name: Oak Line"),
        ("x.alder.exampleabcd/<br>wren", "name: Wren"),
        ('<span style="white-space:pre">https://wiki-</span><br>01.alder.example', "hosts: [wiki"),
        ('<a href="../oak-line/index.html">x</a>', "name: Oak Line"),
        ("someone@corp.alder.example", "domains: [corp"),
        ("https://WIKI-01.alder.example/x", "hosts: [wiki"),
        ("https://desk.alder.example/queue/77", 'links: ["https://desk'),
        ("https://desk.alder.<wbr>example/queue/77", 'links: ["https://desk'),
    ],
)
@pytest.mark.parametrize("as_pdf", [False, True], ids=["html", "pdf"])
def test_names_addresses_and_numbers_are_found(
    workspace: Workspace, text: str, source: str, as_pdf: bool
) -> None:
    data = page(f"<p>{text}</p>")
    assert line_of(workspace, source) in leaks(
        secrets_of(workspace, "kestrel"), printed(data) if as_pdf else data
    )


@pytest.mark.parametrize(
    "text",
    [
        "Ines Okafor, +1 603 555 0100",  # the advocate, with the number that is for customers
        "Grace Achieng",  # shown by name
        "Bartholomew",  # never a single word
        "Joan, Jo's and other words",  # not `Jo An`
        "Priya of the Ramanujan prize",
        "Maria Lopez",  # theirs has the same name
        "Kestrel Alderney Stores",  # an alias of their own covers the other's name
        "Alder Hosting",  # our own name covers a customer called Alder
        "a wren in the garden; the Wrentham shop; wrens; WBS",  # not as written, not whole; a short alias
        "Oaklines",
        "2026-03-11 02:05 until 2026-03-11 03:10; 555 0142; 603 5550 1427",
        "order 916035550142",
        "/wrench/ and /wren-2/ and wren-shop/",
        "desk.alder.example, and corp alder",
        "https://desk.alder.example/queue/public/today",
        "Short note here.",
        "muted it for the football match",  # six words of a longer field
        "The queue had no limit and no alarm when it grew beyond its usual size.",
        "A line that does not fall silent at the weekend and a person who answers.",
        "An alert was not acted upon for forty minutes during the night.",
    ],
)
@pytest.mark.parametrize("as_pdf", [False, True], ids=["html", "pdf"])
def test_what_may_be_read_is_no_leak(workspace: Workspace, text: str, as_pdf: bool) -> None:
    data = page(f"<p>{text}</p>")
    assert leaks(secrets_of(workspace, "kestrel"), printed(data) if as_pdf else data) == []


def test_a_team_raises_and_lowers_a_person_for_its_case_alone(
    put: Callable[[dict[str, str]], Workspace],
) -> None:
    small = (
        "title: Slow pages\nopened: 2026-03-11 03:00\nadvocate: ines\nteam: [{person: %s, shown_as: %s}]\n"
    )
    workspace = put(
        {
            "cases/kestrel/up.yaml": small % ("priya", "name"),
            "cases/kestrel/down.yaml": small % ("grace", "role"),
        }
    )
    priya, grace = page("Priya Raman"), page("Grace Achieng")
    assert leaks(secrets_of(workspace, "kestrel/up"), priya) == []
    assert leaks(secrets_of(workspace, "kestrel/down"), priya) != []
    assert leaks(secrets_of(workspace, "kestrel/down"), grace) != []
    assert leaks(secrets_of(workspace, "kestrel"), priya + grace) == []


def test_the_same_run_in_what_the_customer_reads_is_no_secret(
    put: Callable[[dict[str, str]], Workspace],
) -> None:
    text = "The payment queue filled up during the night and then somebody drained it"
    workspace = put(
        {
            "cases/kestrel/same.yaml": f"title: {text}\nopened: 2026-03-11\nadvocate: ines\n"
            f"notes: {text} with a bucket of sand.\n"
        }
    )
    secrets = secrets_of(workspace, "kestrel/same")
    assert leaks(secrets, page(text)) == []
    assert leaks(secrets, page(f"{text} with a bucket of sand.")) == [("cases/kestrel/same.yaml", 4)]


def test_a_run_that_two_public_texts_make_where_they_meet_is_no_secret(
    put: Callable[[dict[str, str]], Workspace],
) -> None:
    case = (
        "title: The mails came back at the end of the maintenance\nopened: 2026-03-11\nadvocate: ines\n"
        "customer_sees: [summary]\nsummary: We say so at once.\n"
        "notes: Errors came back at the end of the maintenance. We never knew why they did.\n"
    )
    workspace = put({"cases/kestrel/same.yaml": case})
    secrets = secrets_of(workspace, "kestrel/same")
    met = "<p>The mails came back at the end of the maintenance</p><p>{}</p>"
    assert leaks(secrets, page(met.format("We say so at once."))) == []
    assert leaks(secrets, page(met.format("We never knew why"))) == [("cases/kestrel/same.yaml", 6)]


INSIDE = "The night shift had muted the pager for the football match again"
KEPT_INSIDE = {
    "a milestone": f"get_well: {{milestones: [{{what: {INSIDE}, audience: %s}}]}}\n",
    "a concern": f"close_out: {{disputes: [{{concern: {INSIDE}, audience: %s}}]}}\n",
    "an event": f"events: [{{at: 2026-03-11 02:00, what: {INSIDE}, audience: %s}}]\n",
    "an evidence's link": "evidence: [{id: E1, kind: log, title: The log, audience: %s, "
    f"link: https://desk.example/{INSIDE.replace(' ', '-')}}}]\nnotes: {INSIDE}\n",
}


@pytest.mark.parametrize("item", KEPT_INSIDE.values(), ids=KEPT_INSIDE)
@pytest.mark.parametrize("seen", ["[get_well, close_out, events, evidence]", "[summary]"])
@pytest.mark.parametrize(("audience", "is_secret"), [("internal", True), ("customer", False)])
def test_an_item_is_a_secret_or_none_by_its_own_audience(
    put: Callable[[dict[str, str]], Workspace], item: str, seen: str, audience: str, is_secret: bool
) -> None:
    case = f"title: Slow pages\nopened: 2026-03-11\nadvocate: ines\ncustomer_sees: {seen}\n{item % audience}"
    workspace = put({"cases/kestrel/one.yaml": case})
    assert bool(leaks(secrets_of(workspace, "kestrel/one"), page(INSIDE))) == is_secret


def test_the_link_of_an_evidence_that_only_its_section_opens_excuses_nothing(
    put: Callable[[dict[str, str]], Workspace],
) -> None:
    item = KEPT_INSIDE["an evidence's link"].replace("audience: %s, ", "")
    case = f"title: Slow pages\nopened: 2026-03-11\nadvocate: ines\ncustomer_sees: [evidence]\n{item}"
    workspace = put({"cases/kestrel/one.yaml": case})
    assert leaks(secrets_of(workspace, "kestrel/one"), page(INSIDE)) == [("cases/kestrel/one.yaml", 6)]


def test_another_case_of_the_customer_is_theirs_by_its_title(
    put: Callable[[dict[str, str]], Workspace],
) -> None:
    workspace = put(
        {
            "cases/kestrel/two.yaml": "title: Slow pages on every phone in the north since Tuesday morning\n"
            "opened: 2026-03-11\nadvocate: ines\n",
            "cases/kestrel/one.yaml": "title: Slow pages\nopened: 2026-03-11\nadvocate: ines\n"
            "notes: See slow pages on every phone in the north since Tuesday morning\n",
        }
    )
    secrets = secrets_of(workspace, "kestrel/one")
    assert leaks(secrets, page("Slow pages on every phone in the north since Tuesday morning")) == []


def test_allowed_prose_passes(put: Callable[[dict[str, str]], Workspace]) -> None:
    names = ("Priya Raman", "+1 603 555 0142", "Oak Line", "/wren/")
    settings = "leaks:\n  allow:\n" + "".join(
        f"    - {{text: {text}, why: Agreed.}}\n" for text in (LONG, *names)
    )
    workspace = put({"casewright.yaml": settings})
    assert leaks(secrets_of(workspace, "kestrel"), page(", ".join([LONG, *names]))) == []


@pytest.mark.parametrize(
    ("template", "is_secret"),
    [
        (f"<p>{LONG.replace('gateway', '<b>gateway</b>')}</p>", False),
        (f"{{{{ _('{LONG}') }}}}", False),
        (f"<p>{LONG.replace('gateway', '{{ case.title }} gateway')}</p>", True),
        (f"<p>{LONG.replace('gateway', '{# x #} gateway')}</p>", True),
    ],
)
def test_words_that_a_template_says_itself_are_no_secret(
    workspace: Workspace, tmp_path: Path, template: str, is_secret: bool
) -> None:
    (tmp_path / "update.html").write_text(template)
    found = leaks_in({"a.html": page(LONG)}, secrets_of(workspace, "kestrel"), tmp_path)
    assert bool(found) == is_secret


def test_every_internal_field_that_is_long_enough_is_found_in_our_own_copy(workspace: Workspace) -> None:
    secrets = secrets_of(workspace, "kestrel")
    prose = [secret for secret in secrets.hidden if secret.sort is Sort.PROSE and list(runs_of(secret.text))]
    assert len(prose) >= 12
    for secret in prose:
        found = leaks(secrets, page(f"<p>{escaping.escape(secret.text)}</p>"))
        assert found == [(secret.place.path, secret.place.line)]


def texts_in(value: object) -> list[str]:
    """Every text in a projection."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple | list):
        return [text for entry in value for text in texts_in(entry)]
    if is_dataclass(value) and not isinstance(value, type):
        return [text for field in fields(value) for text in texts_in(getattr(value, field.name))]
    return []


def test_the_gate_and_the_projection_agree_over_the_sample(repository: Path) -> None:
    workspace = load_workspace(read_workspace(repository))
    moment, inside = datetime(2026, 3, 11, 18, 30, tzinfo=UTC), 0
    for file in workspace.cases.values():
        secrets = secrets_of(workspace, file.key)
        body = "".join(
            f"<p>{escaping.escape(text)}</p>" for text in texts_in(project(file, workspace, moment))
        )
        assert leaks_in({file.key: page(body)}, secrets) == []
        whole = "".join(
            f"<p>{escaping.escape(text)}</p>" for text in texts_in(open_up(file, workspace, moment))
        )
        inside += len(leaks_in({file.key: page(whole)}, secrets))
    assert inside >= len(workspace.cases), "the control: our own copies hold what the customers' do not"


def test_a_fault_in_the_projection_does_not_blind_the_gate(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    from generator.audience.readers import Readers

    monkeypatch.setattr(Readers, "words", lambda self, item: item.what)  # noqa: ARG005 - the method's own shape
    seen = texts_in(project(workspace.cases["kestrel/cards"], workspace, datetime(2026, 3, 11, tzinfo=UTC)))
    found = leaks(secrets_of(workspace, "kestrel/cards"), page("".join(f"<p>{text}</p>" for text in seen)))
    assert found == [line_of(workspace, "muted it for the football match")]


def test_no_secrets_no_leaks(workspace: Workspace) -> None:
    secrets = replace(secrets_of(workspace, "kestrel"), hidden=())
    assert leaks(secrets, page(LONG + "Priya Raman")) == []


SOLD = "organisation: Alder Hosting\nproducts: {line: {name: Second line}}\n"
FLOOR = (
    "title: Slow pages\nopened: 2026-03-11\nadvocate: ines\ncustomer_sees: [recommendations]\n"
    "recommendations:\n  - what: A second line\n    mitigation: {product: line, price: %s USD, price_floor: 2160.00 USD}\n"
)


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        *(
            (one, True)
            for one in ("2160 USD", "$2,160 a year", "2.160 EUR", "2.160,00", "2 160", "2'160", "2160.00 $")
        ),
        *(
            (one, False)
            for one in ("order 2160", "12,160 USD", "2160.50 USD", "2,160,000", "21600 USD", "1.2160")
        ),
    ],
)
def test_the_lowest_price_that_we_would_take_is_a_secret_in_every_form(
    put: Callable[[dict[str, str]], Workspace], text: str, is_told: bool
) -> None:
    workspace = put({"casewright.yaml": SOLD, "cases/kestrel/one.yaml": FLOOR % "2400.00"})
    assert bool(leaks(secrets_of(workspace, "kestrel/one"), page(text))) == is_told


def test_a_lowest_price_that_is_the_price_is_no_secret(put: Callable[[dict[str, str]], Workspace]) -> None:
    workspace = put({"casewright.yaml": SOLD, "cases/kestrel/one.yaml": FLOOR % "2160"})
    assert leaks(secrets_of(workspace, "kestrel/one"), page("2160 USD")) == []
