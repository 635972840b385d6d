"""Builds that are killed, and builds at once with a reader in the middle: one whole tree, always."""

import multiprocessing
import os
import random
import subprocess
import sys
import time
from pathlib import Path

from generator.publish import Claim, staging

PAGES = [f"cases/{number}.html" for number in range(12)]
LOOP = """
import sys
from pathlib import Path
from generator.publish import Claim, staging
pages = [f"cases/{number}.html" for number in range(12)]
for turn in range(100000):
    mark = f"{sys.argv[2]}-{turn}".encode()
    with staging(Path(sys.argv[1]), Claim("internal")) as stage:
        for name in pages:
            stage.write(name, mark)
        stage.publish()
    print(turn, flush=True)
"""


def start(target: Path, name: str, repository: Path) -> "subprocess.Popen[bytes]":
    """A process that builds again and again, each time with another mark on every page."""
    environment = {**os.environ, "PYTHONPATH": str(repository)}
    command = [sys.executable, "-c", LOOP, str(target), name]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE)


def marks_by_path(target: Path) -> set[bytes]:
    return {(target / name).read_bytes() for name in PAGES}


def marks_by_handle(target: Path) -> set[bytes]:
    """What every page says, all read through a folder that was opened once."""
    handle = os.open(target, os.O_RDONLY)
    try:
        marks = set()
        for name in PAGES:
            descriptor = os.open(name, os.O_RDONLY, dir_fd=handle)
            marks.add(os.read(descriptor, 99))
            os.close(descriptor)
        return marks
    finally:
        os.close(handle)


def test_a_killed_build_leaves_one_whole_tree(tmp_path: Path, repository: Path) -> None:
    target, chance = tmp_path / "site", random.Random(7)
    for turn in range(12):
        process = start(target, str(turn), repository)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(chance.random() * 0.03)
        process.kill()
        process.communicate()
        assert len(marks_by_path(target)) == 1
    with staging(target, Claim("internal")) as stage:
        stage.publish()
    assert len(list(tmp_path.iterdir())) <= 2


def test_builds_at_once_never_mix_for_a_reader_who_opens_the_folder_once(
    tmp_path: Path, repository: Path
) -> None:
    target = tmp_path / "site"
    builders = [start(target, str(number), repository) for number in range(4)]
    try:
        for builder in builders:
            assert builder.stdout is not None
            builder.stdout.readline()
        mixed = sum(len(marks_by_handle(target)) != 1 for _ in range(500))
        by_path = 0
        deadline = time.monotonic() + 20
        while not by_path and time.monotonic() < deadline:
            by_path += len(marks_by_path(target)) != 1
    finally:
        for builder in builders:
            builder.kill()
            builder.communicate()
    assert mixed == 0
    assert by_path, "the reader by path is the control: it must see mixtures"


def test_a_forked_child_does_not_keep_a_finished_build_alive(tmp_path: Path) -> None:
    target = tmp_path / "site"
    with staging(target, Claim("internal")) as stage:
        child = multiprocessing.get_context("fork").Process(target=time.sleep, args=(30,))
        child.start()
        stage.publish()
    try:
        for _ in range(3):
            with staging(target, Claim("internal")) as stage:
                stage.publish()
        assert len(list(tmp_path.iterdir())) == 2
    finally:
        child.kill()
        child.join()
