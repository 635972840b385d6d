"""Imported once by the server that workers are forked from, so that each of them starts with the engine loaded."""

from contextlib import suppress

with suppress(OSError):
    import generator.pdf.engine
    import generator.pdf.fetcher  # noqa: F401
