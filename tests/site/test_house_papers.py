"""House papers in a real browser: they fit a phone and a desk, and nothing keeps anybody from reading them."""

import pytest
from playwright.sync_api import Browser

from tests.browsing import barriers, faults_of_layout, opened
from tests.sample_build import SampleBuild

CASES = "cases/kestrel/2026-03-spring-sale", "cases/brightwater/2026-03-card-payments"
PAPERS = (
    "who-to-call/who-to-call.internal.html",
    "who-to-call/engineering-call-sheet.internal.html",
    "wallet-card/wallet-card.internal.html",
    *(f"{case}/{case[6:].replace('/', '-')}-call-sheet.internal.html" for case in CASES),
)


@pytest.mark.parametrize("place", [*PAPERS, "who-to-call/reconfirm/index.html"])
@pytest.mark.parametrize("size", ["phone", "desk"])
def test_it_fits_and_can_be_read(browser: Browser, sample_build: SampleBuild, place: str, size: str) -> None:
    with opened(browser, sample_build.site / place, size) as page:
        assert faults_of_layout(page) == [] and barriers(page) == []
