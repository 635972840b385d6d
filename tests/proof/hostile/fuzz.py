"""Ten minutes of coverage-guided fuzzing of everything that `check` does with a file.

Atheris is no part of the lock, because it is wanted here alone. Run it from the checkout, in an environment of its own:

    python3 -m venv /tmp/fuzz && /tmp/fuzz/bin/pip install atheris -r generator/requirements.lock
    PYTHONPATH=. /tmp/fuzz/bin/python tests/proof/hostile/fuzz.py [SECONDS] [FOLDER FOR WHAT IT FINDS]

It ends with status 0 when nothing was raised; else the file that raised lies in that folder as `crash-*`.
"""

import sys
import tempfile
from pathlib import Path

import atheris  # type: ignore[import-not-found]

with atheris.instrument_imports(include=["generator"]):
    from tests.hostile.mutations import read_slipped, sample
    from tests.sample_build import REPOSITORY

PATHS = sorted(set(sample()[1]))


def one(data: bytes) -> None:
    """Takes the first byte for the file's place in the workspace and the rest for its bytes."""
    if data:
        read_slipped(PATHS[data[0] % len(PATHS)], data[1:], lay_out=False)


def corpus(folder: Path) -> None:
    """The real files, for a start."""
    for number, path in enumerate(PATHS):
        (folder / str(number)).write_bytes(bytes([number]) + (REPOSITORY / path).read_bytes())


def main() -> None:
    """Fuzzes for as long as it was told."""
    seconds = sys.argv[1] if len(sys.argv) > 1 else "600"
    found = sys.argv[2] if len(sys.argv) > 2 else "."
    with tempfile.TemporaryDirectory() as start:
        corpus(Path(start))
        limits = [f"-max_total_time={seconds}", "-timeout=10", "-rss_limit_mb=2048", "-max_len=65536"]
        atheris.Setup([sys.argv[0], *limits, f"-artifact_prefix={found}/", start], one)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
