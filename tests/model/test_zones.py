"""Zones: named as IANA names them, and never a path."""

import pytest

from generator.model.scalars.zones import Zone, find_zone
from tests.model.refusing import fault


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("America/New_Yrok", "`America/New_York`"),
        ("London", "`Europe/London`"),
        ("New York", "`America/New_York`"),
        ("europe/berlin", "`Europe/Berlin`"),
        ("qqqqqqqq", "like `America/New_York`"),
    ],
)
def test_an_unknown_zone_is_refused_with_the_nearest(text: str, remedy: str) -> None:
    said = fault(Zone, text)
    assert said["code"] == "zone-unknown"
    assert remedy in said["remedy"]


@pytest.mark.parametrize(
    "name",
    ["../etc/passwd", "/etc/localtime", "America", "a/b/c/d", "", "UTC\0", "America/", "posixrules/.."],
)
def test_a_zone_is_never_a_path(name: str) -> None:
    assert find_zone(name) is None
    assert fault(Zone, name)["code"] == "zone-unknown"
