"""Every page and paper of the sample and of the golden workspaces in a browser, at every size, in light and dark."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browsing import SIZES, Scheme, barriers, faults_of_layout, opened
from tests.sample_build import SampleBuild
from tests.team import built


@pytest.fixture(scope="session", params=["sample", "names", "lengths"])
def site(
    request: pytest.FixtureRequest,
    sample_build: SampleBuild,
    repository: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    """One site after the other."""
    if request.param == "sample":
        return sample_build.site
    folder = tmp_path_factory.mktemp(request.param) / "site"
    built(repository / "tests/golden" / request.param / "workspace", folder)
    return folder


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_every_page_fits_and_can_be_read_by_anybody(
    browser: Browser, site: Path, size: str, scheme: Scheme
) -> None:
    faults: dict[str, list[str]] = {}
    for path in sorted(site.rglob("*.html")):
        with opened(browser, path, size, scheme) as page:
            if found := [*faults_of_layout(page), *barriers(page)]:
                faults[path.relative_to(site).as_posix()] = found
    assert faults == {}


def test_every_page_prints_within_its_sheet(browser: Browser, site: Path) -> None:
    faults: dict[str, list[str]] = {}
    for path in sorted(site.rglob("index.html")):
        with opened(browser, path) as page:
            page.emulate_media(media="print")
            page.set_viewport_size({"width": 718, "height": 1000})
            if found := faults_of_layout(page):
                faults[path.relative_to(site).as_posix()] = found
    assert faults == {}
