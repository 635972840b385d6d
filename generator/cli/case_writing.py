"""The case that a command writes into: read beside whom it names, and changed with all else in its file as it was."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli.matrix import case_named, matrix_for
from generator.errors import CasewrightError

if TYPE_CHECKING:
    from generator.edit import Change
    from generator.model.workspace import CaseFile, Workspace
    from generator.source.file import SourceFile


@dataclass(frozen=True, slots=True)
class CaseAtHand:
    """A case as a command finds it: `file` is what can be read of it, `whole` its file as it stands.

    `now` is the moment of the command in the zone of the workspace.
    """

    root: Path
    workspace: "Workspace"
    now: datetime
    file: "CaseFile"
    whole: "SourceFile"

    @property
    def path(self) -> str:
        """Where its file stands in the workspace."""
        return self.whole.path

    def refuse_faults(self) -> None:
        """Raises CasewrightError where something of the file was left out: a new id may be one that stands there."""
        if self.path.removeprefix("cases/").removesuffix(".yaml") in self.workspace.incomplete:
            raise CasewrightError(
                f"{self.path} has faults, so nothing was written. `casewright check` names them."
            )

    def place_of(self, key: str, index: int) -> int:
        """Where the file's own list under a key has an item that the model has at an index."""
        from generator.model.part import index_in_file

        return index_in_file(self.file.source, self.whole, key, index)

    def changed(self, changes: "Iterable[Change]") -> bytes:
        """The bytes of its file with changes made. Raises CasewrightError where there is no safe way to make them."""
        from generator.build.rewriting import rewritten
        from generator.model.case import Case

        return rewritten(self.root, self.whole, changes, Case, self.file.zone)

    def write(self, data: bytes) -> None:
        """Puts new bytes in the place of its file."""
        from generator.publish import write_within

        write_within(self.root, self.path, data)


def case_at_hand(root: Path, as_of: datetime, key: str, hint: str = "CASE", more: str = "") -> CaseAtHand:
    """The case of a key, to be written into.

    Raises click.BadParameter about `hint` where there is none of that key, and CasewrightError, with `more` behind it,
    where nothing of it can be read.
    """
    from generator.source.workspace import read_one

    key = case_named(root, key, hint)
    workspace, now = matrix_for(root, as_of, case=key)
    if key not in workspace.cases:
        raise CasewrightError(
            f"cases/{key}.yaml cannot be read, so nothing was written. `casewright check` says why.{more}"
        )
    file = workspace.cases[key]
    return CaseAtHand(root, workspace, now, file, read_one(root, file.source.path)[0])
