"""What every test may use: the repository's folder, the tools outside Python, and hypothesis profiles."""

import os
import shutil
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import hypothesis
import pytest

from tests.sample_build import SampleBuild, build_sample

if TYPE_CHECKING:
    from playwright.sync_api import Browser

collect_ignore = ["proof"]
"""What `make proof` alone runs, by naming the folder."""
REPOSITORY = Path(__file__).resolve().parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-goldens` writes the expected files anew, for a look at the difference before it is committed."""
    parser.addoption(
        "--update-goldens", action="store_true", help="Write the expected files as they come out now."
    )


hypothesis.settings.register_profile("default", deadline=None, derandomize=True, database=None)
hypothesis.settings.register_profile("proof", deadline=None, max_examples=2_000)
hypothesis.settings.load_profile("default")


@pytest.fixture(scope="session")
def repository() -> Path:
    """The folder of the checkout; nothing may be written into it."""
    return REPOSITORY


@pytest.fixture(scope="session")
def sample_build(tmp_path_factory: pytest.TempPathFactory) -> SampleBuild:
    """The sample's site, built once for the whole run, to be read and never changed."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "sample"
    folder.mkdir(exist_ok=True)
    return build_sample(folder)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser: the first of $CHROME, chromium, google-chrome."""
    found = os.environ.get("CHROME") or shutil.which("chromium") or shutil.which("google-chrome")
    return found or pytest.skip("no browser here: set $CHROME or install one (Debian: chromium)")


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator["Browser"]:
    """That browser, started once for each worker."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="session")
def pdftotext() -> str:
    """Poppler's reader of text, a second opinion beside our own."""
    return shutil.which("pdftotext") or pytest.skip("no pdftotext here (Debian: poppler-utils)")


@pytest.fixture(scope="session")
def pdftoppm() -> str:
    """Poppler's maker of pictures from pages."""
    return shutil.which("pdftoppm") or pytest.skip("no pdftoppm here (Debian: poppler-utils)")


def fail_if_skipped(report: Any) -> None:
    """Turns a skip into a failure: a run that decides whether a change lands may leave nothing out."""
    if report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"With CI set nothing may be skipped. {reason}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if os.environ.get("CI"):
        fail_if_skipped(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    if os.environ.get("CI"):
        fail_if_skipped(report)
    return report
