"""A task that is done beside this process, in one forked from it, where there is a core to spare."""

import os
import sys
from collections.abc import Callable
from typing import NoReturn

Task = Callable[[], bytes]


def beside(task: Task, cores: int) -> Task:
    """Begins a task and gives back the call that waits for its value, which must not be empty.

    With one core, or on a system where to fork is unsafe, the task is done when its value is asked for. One that fails
    in the other process is done again in this one, so that its error is raised here.
    """
    if cores < 2 or sys.platform != "linux":
        return task
    reader, writer = os.pipe()
    process = os.fork()
    if process == 0:
        _do(task, reader, writer)
    os.close(writer)
    return lambda: _value(process, reader) or task()


def _do(task: Task, reader: int, writer: int) -> NoReturn:
    """Does the task and ends the forked process, which must leave nothing else behind, nor tidy up twice."""
    status = 1
    try:
        os.close(reader)
        with open(writer, "wb") as pipe:
            pipe.write(task())
        status = 0
    finally:
        os._exit(status)


def _value(process: int, reader: int) -> bytes:
    """What the other process wrote; nothing where it failed."""
    with open(reader, "rb") as pipe:
        value = pipe.read()
    _, status = os.waitpid(process, 0)
    return value if status == 0 else b""
