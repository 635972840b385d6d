"""The page of the matrix in a real browser: who is on duty now, the filter, and everything without a script."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.reading import Read, text_of
from tests.sample_build import SampleBuild
from tests.team import built, make_team

PLACE = "who-to-call/index.html"


@contextmanager
def matrix(browser: Browser, site: Path, moment: str, scripts: bool = True) -> Iterator[Page]:
    """The page as it is opened at a moment (UTC)."""
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.clock.set_fixed_time(moment)
    page.goto((site / PLACE).resolve().as_uri())
    yield page
    assert not said
    context.close()


def cell(page: Page, area: str, rung: str) -> str:
    return page.inner_text(f'.matrix td[data-area="{area}"][data-rung="{rung}"]')


def test_at_the_moment_of_the_build_nobody_has_taken_over(
    browser: Browser, sample_build: SampleBuild
) -> None:
    with matrix(browser, sample_build.site, "2026-03-11T18:31:00Z") as page:
        assert page.inner_text("#duty") == "On duty now. Nobody has taken over since this page was made."
        assert "Priya Raman" in cell(page, "engineering", "primary")


@pytest.mark.parametrize(
    ("moment", "area", "rung", "name"),
    [
        ("2026-03-14T12:59:00Z", "engineering", "primary", "Priya Raman"),
        ("2026-03-14T13:00:00Z", "engineering", "primary", "Li Wei"),
        ("2026-03-15T13:00:00Z", "engineering", "primary", "Priya Raman"),
        ("2026-03-16T13:00:00Z", "engineering", "primary", "Tomas Lind"),
        ("2026-03-12T00:00:00Z", "monitoring", "backup", "nobody"),
        ("2026-03-16T08:59:00Z", "network", "primary", "Owen Byrne"),
        ("2026-03-16T09:00:00Z", "network", "primary", "Agnieszka Wójcik"),
        ("2026-03-30T07:59:00Z", "network", "primary", "Owen Byrne"),
        ("2026-03-30T08:00:00Z", "network", "primary", "Agnieszka Wójcik"),
    ],
)
def test_who_is_on_duty_follows_the_table_by_the_minute(
    browser: Browser, sample_build: SampleBuild, moment: str, area: str, rung: str, name: str
) -> None:
    with matrix(browser, sample_build.site, moment) as page:
        assert cell(page, area, rung).startswith(name)
        assert re.fullmatch(
            r"On duty now\. (\d+ hand-overs came|Nobody has taken over) since .*", page.inner_text("#duty")
        )


def test_a_page_past_its_table_says_so_and_names_nobody_new(
    browser: Browser, sample_build: SampleBuild
) -> None:
    with matrix(browser, sample_build.site, "2026-06-01T00:00:00Z") as page:
        assert "too old to say who is on duty" in page.inner_text("#duty")
        assert cell(page, "engineering", "primary").startswith("Priya Raman")


def test_the_filter_finds_without_accents_and_says_how_many(
    browser: Browser, sample_build: SampleBuild
) -> None:
    with matrix(browser, sample_build.site, "2026-03-11T18:31:00Z") as page:
        rows = page.locator(".matrix tbody tr")
        page.fill("#wanted", "horvath")
        assert rows.locator("visible=true").count() == 1 and page.inner_text("[data-left]") == "1 areas"
        page.fill("#wanted", "carrier 40117")
        assert rows.locator("visible=true").count() == 1
        page.fill("#wanted", "nobody of this name")
        assert rows.locator("visible=true").count() == 0
        page.fill("#wanted", "")
        assert rows.locator("visible=true").count() == rows.count()


def test_without_a_script_everything_is_there_but_the_filter(
    browser: Browser, sample_build: SampleBuild
) -> None:
    with matrix(browser, sample_build.site, "2026-06-01T00:00:00Z", scripts=False) as page:
        assert page.inner_text("#duty").startswith("As of Wed 11 Mar, 14:30 ET. Right until today 18:00")
        assert not page.is_visible("#filter")
        assert "Mon 16 Mar 09:00" in page.inner_text("#hand-overs")


def test_every_person_s_age_is_on_the_page(sample_build: SampleBuild) -> None:
    page = Read(sample_build.site / PLACE)
    rows = [row for row in page.all("tr") if str(row.get("id", "")).startswith("person-")]
    assert len(rows) > 30
    assert all(re.search(r"confirmed (\d+ days? ago|today)|never confirmed", text_of(row)) for row in rows)


CONTACTS = """
    people:
      priya: {name: "Zoë & Priya <Raman>", phone: +1 603 555 0142, email: priya+night@harborline.example,
        confirmed: {on: 2026-01-01, by: priya}}
      jonas: {name: Jonas Keller, phone: 4142, confirmed: {on: 2026-02-20, by: priya}}
      ines: {name: Ines Okafor, title: Customer Advocate, phone: +1 603 555 0150, customer_phone: +1 603 555 0100,
        shown_as: contact, confirmed: {on: 2026-03-10, by: ines}}
    areas:
      engineering: {name: R&D, primary: priya, backup: jonas, vp: ines}
    """


def test_a_number_to_confirm_has_a_mail_that_asks(tmp_path: Path) -> None:
    root = make_team(tmp_path / "team", {"contacts.yaml": CONTACTS})
    built(root, tmp_path / "out")
    page = Read(tmp_path / "out/who-to-call/reconfirm/index.html")
    words = text_of(page.tree)
    assert "One number wants to be confirmed again" in words and "last confirmed 69 days ago" in words
    assert words.index("Zoë & Priya") < words.index("Due within 14 days") < words.index("Jonas Keller")
    assert "Ines Okafor" not in words
    [address] = [address for _, address in page.addresses() if address.startswith("mailto:")]
    parts = urlsplit(address)
    fields = parse_qs(parts.query, strict_parsing=True)
    assert unquote(parts.path) == "priya+night@harborline.example"
    assert fields["subject"] == ["Does your number still reach you?"]
    [body] = fields["body"]
    assert body == (
        "Hello Zoë & Priya <Raman>,\r\n\r\nour matrix of whom to call names you as primary of R&D. Your number there is "
        "+1 603 555 0142. Does it still reach you, day and night? Answer with yes, or with the number that does."
        "\r\n\r\nHarborline Hosting"
    )
