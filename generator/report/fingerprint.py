"""A lasting name for each finding, for services that follow findings from one run to the next."""

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

from generator.finding import Finding


def fingerprints(findings: Iterable[Finding]) -> list[str]:
    """One unique name for each finding, in their order: 32 hex digits of code, path and message.

    Lines are left out, so that a line inserted above renames nothing; equal findings of one file are counted.
    """
    seen: Counter[str] = Counter()
    names = []
    for finding in findings:
        subject = "\0".join([finding.code, finding.place.path, finding.message])
        seen[subject] += 1
        names.append(digest(f"{subject}\0{seen[subject]}"))
    return names


def digest(text: str) -> str:
    """32 hex digits of the text's SHA-256; lone surrogates, which YAML escapes can make, are allowed."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
