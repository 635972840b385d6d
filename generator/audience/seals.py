"""Where the seal of an issued paper lies, and what it holds."""

from generator.audience.customer_case import CustomerCase
from generator.audience.sealing import fingerprint
from generator.audience.unsealing import Unreadable, unseal
from generator.model.issued import Issued
from generator.model.workspace import CaseFile
from generator.source.sources import ISSUED


def seal_name(paper: str, version: int) -> str:
    """The name of a seal in the case's folder of seals."""
    return f"{paper}-{version}.json"


def seal_path(file: CaseFile, paper: str, version: int) -> str:
    """Where the seal of a version lies in the workspace."""
    return f"{file.source.path.removesuffix('.yaml')}/{ISSUED}/{seal_name(paper, version)}"


def sealed_case(file: CaseFile, entry: Issued) -> CustomerCase | None:
    """What the customer's paper of an `issued` entry was made from; None where no seal lies there.

    Line ends behind the data, which editors add, count for nothing. Raises Unreadable where the seal is not what was
    issued: other bytes than those of the fingerprint, or no case of ours.
    """
    data = file.sealed.get(seal_name(entry.paper, entry.version))
    if data is None:
        return None
    data = data.rstrip(b"\r\n")
    if fingerprint(data) != entry.fingerprint:
        raise Unreadable(f"has the fingerprint {fingerprint(data)}, and {entry.fingerprint} was issued")
    case = unseal(data)
    if case.key != file.key:
        raise Unreadable(f"is of the case {case.key}")
    return case


def is_whole(file: CaseFile, entry: Issued) -> bool:
    """Whether the seal of an `issued` entry has the bytes that were issued and names its case.

    What was issued could be unsealed then, so it can be again: to do so costs a hundred times as much.
    """
    data = file.sealed[seal_name(entry.paper, entry.version)].rstrip(b"\r\n")
    return fingerprint(data) == entry.fingerprint and f'"key":"{file.key}"'.encode() in data
