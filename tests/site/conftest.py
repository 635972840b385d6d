"""The pages of the sample's site, parsed once for each worker."""

from pathlib import Path

import pytest

from tests.reading import Read
from tests.sample_build import SampleBuild


@pytest.fixture(scope="session")
def read(sample_build: SampleBuild) -> dict[Path, Read]:
    """Every HTML file of the site by its absolute path."""
    return {path.resolve(): Read(path.resolve()) for path in sample_build.pages()}


@pytest.fixture(scope="session")
def pages(read: dict[Path, Read]) -> list[Read]:
    """The pages of the site, papers left out."""
    return [page for path, page in read.items() if not path.stem.count(".")]


@pytest.fixture(scope="session")
def papers(read: dict[Path, Read]) -> list[Read]:
    """The papers of the site as HTML."""
    return [page for path, page in read.items() if path.stem.count(".")]
