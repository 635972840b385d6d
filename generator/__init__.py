"""Casewright: casework-as-code for customer escalations."""

__version__ = "0.1.0"
