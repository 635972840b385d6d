"""Casewright: casework-as-code for customer escalations."""

__version__ = "0.1.0.dev0"
"""The release, or the one that is being made (`.dev0`), which no index has."""
