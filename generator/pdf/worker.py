"""One process that prints papers, one at a time, and that can be killed."""

import multiprocessing
import sys
import time
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext

from generator.pdf.job import PdfJob, PdfResult
from generator.pdf.pango import PangoMissing

NO_PANGO = "no Pango"
MEMORY = 2 * 1024**3
"""Bytes of memory that a worker may take on Linux; one that prints thirty pages takes a quarter of a gigabyte."""


def _limit_memory() -> None:
    """Makes a paper that would fill the machine's memory fail in its own process. Other systems ignore such limits."""
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _work(pipe: Connection, font_configuration: str) -> None:
    """What the process does: prints what comes through the pipe until it closes."""
    from generator.pdf import engine

    _limit_memory()
    can_print = True
    try:
        engine.prepare(font_configuration)
    except OSError:
        can_print = False
    with suppress(EOFError, KeyboardInterrupt):
        while True:
            job = pipe.recv()
            pipe.send(_printed(job) if can_print else NO_PANGO)


def _printed(job: PdfJob) -> PdfResult:
    from generator.pdf.engine import to_pdf

    try:
        return to_pdf(job)
    except MemoryError:
        return PdfResult(
            job.key, failure=f"The PDF engine needed more than {MEMORY // 1024**3} GB of memory."
        )
    except Exception as error:
        return PdfResult(job.key, failure=f"The PDF engine failed: {type(error).__name__}: {error}.")


def context() -> ForkServerContext:
    """Where workers come from: a server that has the engine loaded and nothing else going on."""
    made = multiprocessing.get_context("forkserver")
    made.set_forkserver_preload(["generator.pdf.preload"])
    return made


class Worker:
    """A process with the paper that it has in hand."""

    def __init__(self, origin: ForkServerContext, font_configuration: str) -> None:
        self.pipe, theirs = origin.Pipe()
        self.process = origin.Process(target=_work, args=(theirs, font_configuration), daemon=True)
        self.process.start()
        theirs.close()
        self.job: PdfJob | None = None
        self.since = 0.0

    def give(self, job: PdfJob) -> None:
        """Hands it a paper to print."""
        self.job, self.since = job, time.monotonic()
        self.pipe.send(job)

    def seconds(self) -> float:
        """How long it has had its paper in hand."""
        return time.monotonic() - self.since

    def take(self) -> PdfResult | None:
        """The printed paper; None where the process came down. Raises PangoMissing."""
        try:
            answer = self.pipe.recv()
        except (EOFError, OSError):
            return None
        if answer == NO_PANGO:
            raise PangoMissing
        self.job = None
        assert isinstance(answer, PdfResult)
        return answer

    def end(self) -> None:
        """Ends the process, whatever it is doing."""
        self.process.kill()
        self.process.join()
        self.pipe.close()
