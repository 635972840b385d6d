"""Reads what lies sealed beside the cases: the data that issued papers were printed from."""

import stat
from collections.abc import Iterable
from pathlib import Path

from generator.finding import Finding
from generator.source.disk import entries, read_regular

Seals = dict[str, dict[str, bytes]]
"""By "customer/case", the bytes of each sealed file by its name."""


def read_seals(root: Path, folders: Iterable[tuple[str, str]]) -> tuple[Seals, list[Finding]]:
    """The sealed files of cases, given each case with its folder of seals, and what could not be read of them.

    Links and devices are left out; whoever lists the case's folder tells of them.
    """
    seals: Seals = {}
    findings: list[Finding] = []
    for key, folder in folders:
        if _is_folder(root / folder):
            seals[key], faults = _of_case(root, folder)
            findings += faults
    return seals, findings


def _is_folder(path: Path) -> bool:
    try:
        return stat.S_ISDIR(path.lstat().st_mode)
    except OSError:
        return False


def _of_case(root: Path, folder: str) -> tuple[dict[str, bytes], list[Finding]]:
    found, findings = entries(root, folder)
    names = [one.name for one in found if one.name.endswith(".json") and one.is_file(follow_symlinks=False)]
    read = {name: read_regular(root, f"{folder}/{name}") for name in names}
    findings += [finding for _, finding in read.values() if finding]
    return {name: data for name, (data, finding) in read.items() if finding is None}, findings
