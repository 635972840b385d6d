"""`casewright serve`: the page of the file just saved, findings above the last good page, on this machine alone."""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from generator.checking import check_workspace
from generator.preview import Newsroom, serving
from tests.team import AS_OF, run, tree

CARDS = "cases/kestrel/cards.yaml"
PAGE = "/cases/kestrel/cards/index.html"


@pytest.fixture
def address(team: Path) -> Iterator[str]:
    moment = datetime.fromisoformat(AS_OF)
    with serving(lambda: Newsroom(team, lambda: check_workspace(team, moment)), 0) as address:
        yield address


def get(address: str, path: str, host: str | None = None) -> tuple[int, str, dict[str, str]]:
    there = urlsplit(address)
    connection = HTTPConnection(there.hostname or "", there.port, timeout=60)
    connection.request("GET", path, headers={"Host": host or there.netloc})
    answer = connection.getresponse()
    result = answer.status, answer.read().decode("utf-8", "replace"), dict(answer.getheaders())
    connection.close()
    return result


def save(team: Path, path: str, old: str, new: str) -> None:
    text = (team / path).read_text(encoding="utf-8")
    assert old in text
    (team / path).write_text(text.replace(old, new), encoding="utf-8")


def news(address: str, after: int) -> dict[str, object]:
    """The edition that follows a numbered one, and its page."""
    run = json.loads(get(address, "/.casewright/news")[1])["edition"].partition("-")[0]
    data = json.loads(get(address, f"/.casewright/news?after={run}-{after}")[1])
    assert set(data) == {"edition", "page"} and data["edition"].startswith(f"{run}-")
    return {"edition": int(data["edition"].partition("-")[2]), "page": data["page"]}


def test_a_saved_file_turns_to_its_page_with_its_findings_above(team: Path, address: str) -> None:
    assert "Card payments declined" in get(address, "/")[1]
    save(team, CARDS, "Card payments declined at 41 shops", "Card payments declined at 42 shops")
    assert news(address, 1) == {"edition": 2, "page": PAGE[1:]}
    status, page, _ = get(address, PAGE)
    assert status == 200 and "at 42 shops" in page
    save(team, CARDS, "owner: joel", "owner: jole")
    assert news(address, 2)["edition"] == 3
    page = get(address, PAGE)[1]
    assert "casewright-news" in page and "jole" in page[: page.index("<main")] and "at 42 shops" in page


def test_while_a_file_cannot_be_read_the_last_good_pages_stay(team: Path, address: str) -> None:
    save(team, CARDS, "title: Card", "title: [Card")
    assert news(address, 1) == {"edition": 2, "page": PAGE[1:]}
    page = get(address, PAGE)[1]
    assert "This page is older" in page and "Card payments declined at 41 shops" in page
    assert f"{CARDS}:" in page[: page.index("<main")]
    save(team, CARDS, "title: [Card", "title: Card")
    news(address, 2)
    assert "This page is older" not in get(address, PAGE)[1]


def test_contacts_and_customers_have_pages_too(team: Path, address: str) -> None:
    save(team, "contacts.yaml", "Joel Park", "Joel Parker")
    assert news(address, 1)["page"] == "who-to-call/index.html"
    save(team, "cases/wren/customer.yaml", "Wren Books", "Wren Bookshop")
    assert news(address, 2)["page"] == "customers/wren/index.html"
    save(team, "casewright.yaml", "Harborline Hosting", "Harborline")
    assert news(address, 3)["page"] is None


def test_text_above_a_page_is_text(team: Path, address: str) -> None:
    save(team, CARDS, "owner: joel", 'owner: "<script>alert(1)</script>"')
    news(address, 1)
    page, headers = get(address, PAGE)[1:]
    assert "<script>alert" not in page and "&lt;script&gt;" in page
    assert "script-src 'self'" in headers["Content-Security-Policy"]
    assert "unsafe-inline" not in headers["Content-Security-Policy"].split("script-src")[1]


def test_a_file_that_cannot_be_read_holds_up_no_other_and_is_told_of_until_it_is_mended(
    team: Path, address: str
) -> None:
    save(team, CARDS, "title: Card", "title: [Card")
    news(address, 1)
    save(team, "cases/kestrel/mails.yaml", "an hour late", "two hours late")
    assert news(address, 2) == {"edition": 3, "page": "cases/kestrel/mails/index.html"}
    page = get(address, "/cases/kestrel/mails/index.html")[1]
    assert "two hours late" in page and "This page is older" not in page
    assert f"{CARDS}:" in page[: page.index("<main")]
    page = get(address, PAGE)[1]
    assert "This page is older" in page and "Card payments declined at 41 shops" in page


def test_what_cannot_be_read_at_the_start_is_told_of_at_once(team: Path) -> None:
    save(team, CARDS, "title: Card", "title: [Card")
    with serving(
        lambda: Newsroom(team, lambda: check_workspace(team, datetime.fromisoformat(AS_OF))), 0
    ) as address:
        page = get(address, "/")[1]
    assert f"{CARDS}:2:" in page[: page.index("<main")]


def test_a_broken_template_leaves_the_last_good_page(team: Path, address: str) -> None:
    assert get(address, PAGE)[0] == 200
    (team / "templates").mkdir()
    (team / "templates/case.html").write_text("{% if %}", encoding="utf-8")
    assert news(address, 1)["page"] is None
    status, page, _ = get(address, PAGE)
    assert status == 200 and "at 41 shops" in page and "This page is older" in page
    assert "case.html" in page[: page.index("<main")]
    assert "casewright-news" not in get(address, "/")[1]
    (team / "templates/case.html").unlink()
    news(address, 2)
    assert "This page is older" not in get(address, PAGE)[1]


def test_a_page_that_is_gone_says_so_and_comes_back_when_its_file_does(team: Path, address: str) -> None:
    text = (team / CARDS).read_text(encoding="utf-8")
    (team / CARDS).unlink()
    assert news(address, 1)["page"] is None
    status, page, _ = get(address, PAGE)
    assert status == 404 and "preview.js" in page
    (team / CARDS).write_text(text, encoding="utf-8")
    assert news(address, 2)["page"] == PAGE[1:]
    assert get(address, PAGE)[0] == 200


def test_what_editors_leave_beside_a_file_is_no_save(team: Path, address: str) -> None:
    for name in ("#cards.yaml#", ".#cards.yaml", ".cards.yaml.swp", "cards.yaml~"):
        (team / "cases/kestrel" / name).write_text("[", encoding="utf-8")
    save(team, CARDS, "at 41 shops", "at 42 shops")
    assert news(address, 1) == {"edition": 2, "page": PAGE[1:]}
    fresh = team / "cases/kestrel/.cards.yaml.new"
    fresh.write_text((team / CARDS).read_text(encoding="utf-8").replace("at 42", "at 43"), encoding="utf-8")
    fresh.replace(team / CARDS)
    assert news(address, 2) == {"edition": 3, "page": PAGE[1:]}
    assert "at 43 shops" in get(address, PAGE)[1]


def test_every_paper_can_be_opened_without_the_page_of_its_case(address: str) -> None:
    status, page, _ = get(address, "/cases/kestrel/cards/kestrel-cards-update.customer.html")
    assert status == 200 and "Kestrel Outfitters" in page
    assert get(address, "/cases/kestrel/cards/kestrel-cards-update.customer.txt")[0] == 200
    assert get(address, "/who-to-call/who-to-call.internal.vcf")[0] == 200


def test_the_preview_has_the_pages_and_papers_of_a_build(team: Path, tmp_path: Path, address: str) -> None:
    assert run("build", "-C", team, "--no-pdf", "--out", tmp_path / "site").exit_code == 0
    for path in sorted((tmp_path / "site").rglob("*")):
        if (
            path.is_file()
            and not path.name.startswith(".")
            and path.suffix in (".html", ".txt", ".css", ".vcf")
        ):
            assert get(address, f"/{path.relative_to(tmp_path / 'site').as_posix()}")[0] == 200, path


def test_a_page_left_open_from_another_server_is_turned(address: str) -> None:
    answer = json.loads(get(address, "/.casewright/news?after=0badcafe-1")[1])
    assert answer["edition"].endswith("-1") and not answer["edition"].startswith("0badcafe")


def test_no_page_elsewhere_may_hold_a_page_or_a_file_of_ours(address: str) -> None:
    for path in ("/", "/.casewright/news", "/assets/site.css", "/nothing"):
        headers = get(address, path)[2]
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin", path
        assert "Access-Control-Allow-Origin" not in headers
    assert "frame-ancestors 'none'" in get(address, "/")[2]["Content-Security-Policy"]


def test_a_browser_that_goes_away_is_no_trouble(
    team: Path, address: str, capfd: pytest.CaptureFixture[str]
) -> None:
    there = urlsplit(address)
    run_ = json.loads(get(address, "/.casewright/news")[1])["edition"]
    for _ in range(3):
        away = socket.create_connection((there.hostname or "", there.port or 0))
        away.sendall(f"GET /.casewright/news?after={run_} HTTP/1.1\r\nHost: {there.netloc}\r\n\r\n".encode())
        away.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        away.close()
    save(team, CARDS, "at 41 shops", "at 42 shops")
    assert news(address, 1)["edition"] == 2
    assert "Traceback" not in capfd.readouterr().err


@pytest.mark.parametrize(
    "path", ["/../contacts.yaml", "/%2e%2e/contacts.yaml", "/contacts.yaml", "/nothing", "//etc/passwd"]
)
def test_nothing_but_the_site_is_served(address: str, path: str) -> None:
    status, body, _ = get(address, path)
    assert status == 404 and "phone" not in body


def test_another_name_for_this_address_is_refused(address: str) -> None:
    assert get(address, "/", host="attacker.example")[0] == 421
    there = urlsplit(address)
    assert get(address, "/", host=f"localhost:{there.port}")[0] == 200


def test_a_browser_follows(team: Path, address: str, browser: Browser) -> None:
    page = browser.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.goto(address)
    save(team, CARDS, "at 41 shops", "at 43 shops")
    page.wait_for_url(f"**{PAGE}", timeout=30_000)
    assert "at 43 shops" in page.inner_text("h1")
    save(team, CARDS, "at 43 shops", "at 44 shops")
    page.locator("h1", has_text="at 44 shops").wait_for(timeout=30_000)
    assert wrong == []
    page.close()


def test_many_open_pages_all_follow(team: Path, address: str, browser: Browser) -> None:
    context = browser.new_context()
    pages = [context.new_page() for _ in range(8)]
    for page in pages:
        page.goto(address)
    save(team, CARDS, "at 41 shops", "at 43 shops")
    for page in pages:
        page.bring_to_front()
        page.locator("h1", has_text="at 43 shops").wait_for(timeout=30_000)
    context.close()


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_the_command_says_where_writes_nothing_and_ends_when_asked(team: Path, end: signal.Signals) -> None:
    before = tree(team)
    command = [
        sys.executable,
        "-u",
        "-m",
        "generator",
        "serve",
        "-C",
        str(team),
        "--port",
        "0",
        "--as-of",
        AS_OF,
    ]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]
    ) as process:
        try:
            assert process.stdout is not None
            assert get(process.stdout.readline().split()[1], "/")[0] == 200
            os.kill(process.pid, end)
            assert process.wait(30) == 0
        finally:
            process.kill()
    assert tree(team) == before


def test_a_taken_port_is_a_sentence(team: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        command = [sys.executable, "-m", "generator", "serve", "-C", str(team), "--port", port]
        ran = subprocess.run(
            command, capture_output=True, text=True, timeout=60, cwd=Path(__file__).parents[2]
        )
    assert ran.returncode == 3
    assert ran.stderr.startswith(f"Port {port} cannot be used") and "--port" in ran.stderr
