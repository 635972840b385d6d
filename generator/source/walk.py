"""One pass over the folders of a workspace: which files there are, opened once, and which do not belong."""

import os
import stat
from collections.abc import Mapping
from pathlib import Path

from generator.finding import Finding
from generator.source.disk import (
    NOT_A_FILE,
    entries,
    link,
    odd_entry,
    of_other_kind,
    read_bytes,
    read_regular,
)
from generator.source.file import SourceFile
from generator.source.names import USABLE, bad_name, folded, is_backup, twins, wrong_ending
from generator.source.placement import caseless, customer_missing, misplaced
from generator.source.reader import Read
from generator.source.seals import Seals, read_seals
from generator.source.sources import (
    CASES,
    CONTACTS,
    CUSTOMER,
    ISSUED,
    SETTINGS,
    STORIES,
    TEMPLATES,
    Sources,
    unopened,
)


class Walk:
    """One pass over a workspace; what it reads gathers here."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.findings: list[Finding] = []
        self.files: dict[str, bytes] = {}
        self.singles: list[str] = []
        self.customers: dict[str, str] = {}
        self.cases: dict[str, str] = {}
        self.evidence: dict[str, tuple[str, ...]] = {}
        self.sealed: Seals = {}

    def walk(self) -> None:
        """Goes through the workspace and opens every file."""
        for name in (SETTINGS, CONTACTS, STORIES):
            self.optional(name)
        if self.is_folder(CASES):
            self.walk_customers()
        if self.is_folder(TEMPLATES):
            self.files_in(TEMPLATES)
        self.sealed, faults = read_seals(
            self.root, ((key, f"{CASES}/{key}/{ISSUED}") for key in self.evidence)
        )
        self.findings += faults

    def sources(self, read: Mapping[str, Read]) -> Sources:
        """Everything that the workspace holds, with its files as they were read."""
        files = {path: source for path, (source, _) in read.items()}
        self.findings += (finding for _, findings in read.values() for finding in findings)

        def file(path: str) -> SourceFile:
            return files[path] if path in files else unopened(path)

        settings, contacts, stories = (
            file(name) if name in self.singles else None for name in (SETTINGS, CONTACTS, STORIES)
        )
        customers = {key: file(path) for key, path in self.customers.items()}
        cases = {key: file(path) for key, path in self.cases.items()}
        return Sources(
            settings, contacts, stories, customers, cases, self.evidence, self.sealed, self.findings
        )

    def read(self, relative: str, data: bytes, finding: Finding | None) -> str:
        """Keeps the bytes of a file, or tells why there are none; its path."""
        self.tell(finding)
        if finding is None:
            self.files[relative] = data
        return relative

    def optional(self, name: str) -> None:
        """Opens a file beside `cases/`, where it exists."""
        if os.path.lexists(self.root / name):
            self.singles.append(self.read(name, *read_bytes(self.root, name)))
            return
        for ending in (".yml", ".YAML", ".YML", ".yaml.txt"):
            path = name.removesuffix(".yaml") + ending
            if os.path.lexists(self.root / path):
                self.tell(wrong_ending(path))

    def is_folder(self, name: str) -> bool:
        """Whether a folder beside the workspace's files can be walked; a link or a file there is a finding."""
        try:
            mode = os.lstat(self.root / name).st_mode
        except FileNotFoundError:
            return False
        if stat.S_ISLNK(mode):
            self.tell(link(name))
        elif not stat.S_ISDIR(mode):
            self.tell(of_other_kind(NOT_A_FILE, name, f'"{name}" is a file where a folder belongs.'))
        return stat.S_ISDIR(mode)

    def tell(self, finding: Finding | None) -> None:
        """Adds a finding where there is one."""
        self.findings += [finding] if finding else []

    def sound(self, folder: str) -> list[os.DirEntry[str]]:
        """The entries of a folder that are files or folders; links and devices are findings."""
        found, findings = entries(self.root, folder)
        self.findings += findings
        odd = {entry.name: odd_entry(entry, f"{folder}/{entry.name}") for entry in found}
        self.findings += [finding for finding in odd.values() if finding]
        return [entry for entry in found if odd[entry.name] is None and not is_backup(entry.name)]

    def walk_customers(self) -> None:
        """Reads every folder in `cases/`."""
        found = self.sound(CASES)
        self.findings += twins(CASES, (entry.name for entry in found))
        seen: set[str] = set()
        for entry in found:
            path = f"{CASES}/{entry.name}"
            if not is_folder(entry):
                self.tell(misplaced(path, "Put it into the folder of its customer."))
            elif self.usable(path, entry.name, seen):
                self.walk_customer(entry.name)

    def usable(self, path: str, name: str, seen: set[str]) -> bool:
        """Whether something of this name is read: one that no other took, and safe in an address."""
        self.tell(bad_name(path, name))
        fresh = folded(name) not in seen
        seen.add(folded(name))
        return fresh and USABLE.fullmatch(name) is not None

    def walk_customer(self, customer: str) -> None:
        """Reads the profile and the cases in one customer's folder."""
        folder = f"{CASES}/{customer}"
        found = self.sound(folder)
        files = [entry.name for entry in found if not is_folder(entry)]
        self.findings += twins(folder, files)
        for name in files:
            self.tell(wrong_ending(f"{folder}/{name}"))
        self.read_customer(customer, files)
        self.read_cases(customer, files)
        for entry in found:
            if is_folder(entry):
                self.walk_evidence(customer, entry.name)

    def read_customer(self, customer: str, files: list[str]) -> None:
        """Reads `customer.yaml`, or says that it is missing."""
        path = f"{CASES}/{customer}/{CUSTOMER}"
        if CUSTOMER in files:
            self.customers[customer] = self.read(path, *read_regular(self.root, path))
        elif not any(folded(name).startswith("customer.y") for name in files):
            self.tell(customer_missing(f"{CASES}/{customer}"))

    def read_cases(self, customer: str, files: list[str]) -> None:
        """Reads the case files of one customer."""
        seen: set[str] = set()
        for name in files:
            path, key = f"{CASES}/{customer}/{name}", name.removesuffix(".yaml")
            if name != CUSTOMER and name.endswith(".yaml") and self.usable(path, key, seen):
                self.cases[f"{customer}/{key}"] = self.read(path, *read_regular(self.root, path))

    def walk_evidence(self, customer: str, name: str) -> None:
        """Lists the files in the folder of a case; a folder that no case belongs to is a finding."""
        key, folder = f"{customer}/{name}", f"{CASES}/{customer}/{name}"
        files = self.files_in(folder)
        if key in self.cases:
            self.evidence[key] = tuple(path for path in files if not path.startswith(f"{ISSUED}/"))
            return
        strays = [path for path in files if path.endswith(".yaml")]
        for path in strays:
            self.tell(misplaced(f"{folder}/{path}", f'Put it into the folder "{CASES}/{customer}".'))
        if not strays and f"{folder}.yaml" not in {finding.place.path for finding in self.findings}:
            self.tell(caseless(folder))

    def files_in(self, folder: str) -> list[str]:
        """The paths of all files in a folder and the folders inside it, in order; links are findings."""
        files: list[str] = []
        waiting = [""]
        while waiting:
            inside = waiting.pop()
            for entry in self.sound(f"{folder}/{inside}".rstrip("/")):
                path = f"{inside}/{entry.name}".lstrip("/")
                (waiting if is_folder(entry) else files).append(path)
        return sorted(files)


def is_folder(entry: os.DirEntry[str]) -> bool:
    """Whether an entry is a folder itself, not a link to one."""
    return entry.is_dir(follow_symlinks=False)
