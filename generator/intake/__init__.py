"""Drafts of cases from what other tools kept: taken as it stands, with its source line, and nothing invented."""
