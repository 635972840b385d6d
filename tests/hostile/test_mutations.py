"""Real files with slips in them are read or refused, and never bring the reader down."""

from tests.hostile.mutations import tried


def test_slipped_files_raise_nothing_and_take_no_time() -> None:
    reads = [tried(seed, lay_out=seed % 10 == 0) for seed in range(80)]
    assert max(read.seconds for read in reads) < 2
    assert sum(bool(read.findings) for read in reads) > 40
    assert any(read.loaded for read in reads) and any(not read.loaded for read in reads)
