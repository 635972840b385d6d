"""Imported once by the server that workers are forked from, so that each of them starts with the engine loaded."""

from contextlib import redirect_stdout, suppress

with suppress(OSError), redirect_stdout(None):
    import generator.pdf.engine
    import generator.pdf.fetcher  # noqa: F401
