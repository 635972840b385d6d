"""One page of each kind in a real browser, from the disk: at two sizes, in light and dark, and on paper."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browsing import barriers, faults_of_layout, opened
from tests.sample_build import SampleBuild
from tests.team import built, make_team

CASE = "cases/kestrel/2026-03-replication"
PAGES = (
    "index.html",
    "cases/index.html",
    f"{CASE}/index.html",
    "cases/brightwater/2026-03-card-payments/index.html",
    "customers/index.html",
    "customers/kestrel/index.html",
    "who-to-call/index.html",
    "findings/index.html",
)
PAPERS = tuple(
    f"{CASE}/kestrel-2026-03-replication-{paper}.{audience}.html"
    for paper, audience in (
        ("update", "internal"),
        ("situation-summary", "customer"),
        ("chronology", "internal"),
        ("agenda", "customer"),
        ("get-well-plan", "customer"),
    )
)
FONTS = "() => [...document.fonts].filter(font => font.status === 'loaded').map(font => font.family + ' ' + font.weight)"


@pytest.mark.parametrize("place", [*PAGES, *PAPERS])
@pytest.mark.parametrize("size", ["phone", "desk"])
def test_it_fits_the_window(browser: Browser, sample_build: SampleBuild, place: str, size: str) -> None:
    with opened(browser, sample_build.site / place, size) as page:
        assert faults_of_layout(page) == []


@pytest.mark.parametrize("place", [*PAGES, *PAPERS])
def test_nothing_keeps_anybody_from_reading_it(
    browser: Browser, sample_build: SampleBuild, place: str
) -> None:
    with opened(browser, sample_build.site / place, "desk", "light") as page:
        assert barriers(page) == []
    with opened(browser, sample_build.site / place, "phone", "dark") as page:
        assert barriers(page) == []


@pytest.mark.parametrize("place", ["index.html", f"{CASE}/index.html", PAPERS[1]])
def test_its_letters_and_styles_come_from_the_disk(
    browser: Browser, sample_build: SampleBuild, place: str
) -> None:
    with opened(browser, sample_build.site / place) as page:
        assert sorted(page.evaluate(FONTS)) in (
            ['"Fira Sans" 400', '"Fira Sans" 600'],
            ["Fira Sans 400", "Fira Sans 600"],
        )
        assert "Fira Sans" in page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily")
        assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontWeight") == "600"
        assert page.evaluate("getComputedStyle(document.querySelector('.chip')).borderRadius") != "0px"


def test_pages_are_dark_in_the_dark_and_papers_stay_white(
    browser: Browser, sample_build: SampleBuild
) -> None:
    ground = "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).map(Number)"
    with opened(browser, sample_build.site / "index.html", scheme="dark") as page:
        assert max(page.evaluate(ground)) < 60
    with opened(browser, sample_build.site / "index.html", scheme="light") as page:
        assert min(page.evaluate(ground)) > 240
    with opened(browser, sample_build.site / PAPERS[0], scheme="dark") as page:
        assert min(page.evaluate(ground)) > 240


@pytest.mark.parametrize("place", ["index.html", f"{CASE}/index.html", "who-to-call/index.html"])
def test_it_prints_without_its_frame(browser: Browser, sample_build: SampleBuild, place: str) -> None:
    with opened(browser, sample_build.site / place, scheme="dark") as page:
        page.emulate_media(media="print")
        assert not page.is_visible("nav") and page.is_visible("h1")
        page.set_viewport_size({"width": 718, "height": 1000})
        assert faults_of_layout(page) == []


def test_whoever_reads_by_keyboard_can_skip_to_the_content(
    browser: Browser, sample_build: SampleBuild
) -> None:
    with opened(browser, sample_build.site / "index.html") as page:
        page.keyboard.press("Tab")
        focused = page.evaluate("document.activeElement.getBoundingClientRect().left")
        assert page.evaluate("document.activeElement.textContent") == "Skip to the content" and focused >= 0
        page.keyboard.press("Enter")
        assert page.url.endswith("#main")


def test_words_that_never_end_fit_a_phone(browser: Browser, repository: Path, tmp_path: Path) -> None:
    built(repository / "tests/golden/lengths/workspace", tmp_path / "site")
    case = "cases/long/words"
    for place in (
        "index.html",
        "cases/index.html",
        "customers/long/index.html",
        f"{case}/index.html",
        f"{case}/long-words-situation-summary.internal.html",
        f"{case}/long-words-agenda.customer.html",
    ):
        with opened(browser, tmp_path / "site" / place, "phone") as page:
            assert faults_of_layout(page) == [], place


def test_the_pages_of_what_is_wrong_and_of_what_leaves(browser: Browser, tmp_path: Path) -> None:
    team = make_team(tmp_path / "team", {"cases/wren/slow-pages.yaml": "title: [\n"})
    built(team, tmp_path / "site")
    built(team, tmp_path / "theirs", "--audience", "customer", "--customer", "kestrel", "--draft")
    for path in (tmp_path / "site/cases/wren/slow-pages/index.html", tmp_path / "theirs/index.html"):
        with opened(browser, path, "phone") as page:
            assert faults_of_layout(page) == [] and barriers(page) == []
        with opened(browser, path, "desk", "dark") as page:
            assert faults_of_layout(page) == [] and barriers(page) == []
