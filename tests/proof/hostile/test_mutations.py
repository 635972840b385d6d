"""Ten thousand real files with slips in them."""

from collections.abc import Callable

import pytest

from tests.hostile.mutations import tried

FILES, SHARES = 10_000, 10


@pytest.mark.parametrize("share", range(SHARES))
def test_slipped_files_raise_nothing_and_take_no_time(
    share: int, counted: Callable[[str, int], None]
) -> None:
    reads = [
        tried(seed, lay_out=seed % 20 < SHARES and seed % 7 == 0) for seed in range(share, FILES, SHARES)
    ]
    assert max(read.seconds for read in reads) < 2
    counted("real files with slips, no traceback, none slower than 2 s", len(reads))
    counted("of these with findings", sum(bool(read.findings) for read in reads))
    counted("of these that YAML itself could not read", sum(not read.loaded for read in reads))
