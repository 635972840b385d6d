"""The workspace that has every field of the schema in it, sown once."""

import pytest

from tests.leaks.sowing import Sown, sow


@pytest.fixture(scope="session")
def everything() -> Sown:
    """Every field written, every section open, and in each a second item that is kept inside."""
    return sow(0, full=True)
