"""A worker for each core; a paper that hangs or brings its worker down fails alone."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from multiprocessing.connection import wait
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.pdf.fonts import write_configuration
from generator.pdf.job import PdfJob, PdfResult
from generator.pdf.worker import Worker, context

LIMIT = 60.0
"""Seconds that one paper may take; one of three pages takes a fifth of a second."""


def print_all(jobs: Iterable[PdfJob], workers: int, limit: float = LIMIT) -> Iterator[PdfResult]:
    """Prints every job on so many processes; a result comes as soon as it is ready and names its job by its key.

    `jobs` is read only as fast as papers are printed. Raises PangoMissing where the engine cannot be loaded.
    """
    crew: list[Worker] = []
    with TemporaryDirectory(prefix="casewright-") as folder:
        hire = partial(Worker, context(), str(write_configuration(Path(folder))))
        try:
            yield from _run(hire, crew, iter(jobs), max(workers, 1), limit)
        finally:
            for worker in crew:
                worker.end()


def _run(
    hire: Callable[[], Worker], crew: list[Worker], jobs: Iterator[PdfJob], workers: int, limit: float
) -> Iterator[PdfResult]:
    while True:
        _hand_out(hire, crew, jobs, workers)
        busy = [worker for worker in crew if worker.job]
        if not busy:
            return
        left = limit - max(worker.seconds() for worker in busy)
        ready = wait([worker.pipe for worker in busy], timeout=max(left, 0.01))
        for worker in busy:
            if worker.pipe in ready:
                yield worker.take() or _given_up(crew, worker, "The PDF engine came down on this paper.")
            elif worker.seconds() > limit:
                yield _given_up(crew, worker, f"The PDF engine took more than {limit:g} seconds.")


def _hand_out(hire: Callable[[], Worker], crew: list[Worker], jobs: Iterator[PdfJob], workers: int) -> None:
    free = [worker for worker in crew if worker.job is None]
    while free or len(crew) < workers:
        job = next(jobs, None)
        if job is None:
            return
        if not free:
            crew.append(hire())
            free.append(crew[-1])
        free.pop().give(job)


def _given_up(crew: list[Worker], worker: Worker, why: str) -> PdfResult:
    """Ends a worker; another is started when there is a paper for it."""
    crew.remove(worker)
    worker.end()
    return PdfResult(worker.job.key if worker.job else "", failure=why)
