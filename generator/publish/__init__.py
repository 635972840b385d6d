"""The whole site or nothing: staged beside its target, switched in by one call, never half new."""

from generator.publish.claim import MANIFEST, Claim, Manifest, previous, read_manifest
from generator.publish.single import write_file, write_within
from generator.publish.staging import Staging, staging

__all__ = [
    "MANIFEST",
    "Claim",
    "Manifest",
    "Staging",
    "previous",
    "read_manifest",
    "staging",
    "write_file",
    "write_within",
]
