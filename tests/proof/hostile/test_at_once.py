"""Eight builds at once, and a reader in the middle of them."""

from collections.abc import Callable
from pathlib import Path

from tests.hostile.reader import builders, read_all


def test_a_reader_who_opens_the_folder_once_sees_one_build(
    tmp_path: Path, counted: Callable[[str, int], None]
) -> None:
    with builders(tmp_path, 8) as site:
        held = read_all(site, 10_000, by_handle=True)
        loose = read_all(site, 10_000, by_handle=False)
    assert (held.read, held.mixed, held.missing) == (10_000, 0, 0)
    assert held.builds > 20
    assert loose.mixed + loose.missing > 0, "the reader by path is the control: it must see mixtures"
    counted("reads through a folder held open, while 8 builds run: 0 mixed, 0 missing", held.read)
    counted("builds that this reader saw", held.builds)
    counted("reads by path, the control", loose.read)
    counted("of these mixed, or with a page missing", loose.mixed + loose.missing)
