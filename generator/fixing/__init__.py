"""Mends the findings that have one safe answer, and proves each before anything is written."""
