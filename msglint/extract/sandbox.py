"""Reading assets in child processes with limits on time and memory, so that no file can hurt a run."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections import deque
from concurrent.futures import TimeoutError as TookTooLong
from dataclasses import dataclass, replace
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread
from typing import TYPE_CHECKING

from pebble import ProcessExpired, ProcessPool

from msglint.extract import extract, unread

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pebble import ProcessFuture

    from msglint.model import Document, Source

_AHEAD = 4  # files read before they are asked for: enough to keep the processes busy, few enough to hold
_NO_MEMORY = "needs more memory than one file may take"
_NEXT_STEP = "split the file, or export it again, and check that"


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one file may take: seconds by the clock, seconds of processor, MiB of memory.

    Memory is address space, of which the libraries take some 300 MiB before they read anything.
    """

    seconds: float = 90
    processor_seconds: int = 90
    memory: int = 1408


def read_all(
    sources: Sequence[Source],
    jobs: int = 1,
    limits: Limits = Limits(),
    reader: Callable[[Source], Document] = extract,
) -> Iterator[Document]:
    """Documents in the order of `sources`, read in `jobs` processes ahead of need.

    A file that ends its process or goes beyond a limit gives a document without text and the reason.
    """
    # Fresh processes: a forked one would share this one's models and threads, a fork server needs a socket.
    pool = ProcessPool(max_workers=min(jobs, len(sources) or 1), context=get_context("spawn"),
                       initializer=_confine, initargs=(limits.memory,))  # fmt: skip
    waiting: deque[tuple[Source, ProcessFuture[Document]]] = deque()
    rest = iter(sources)
    try:
        while True:
            while len(waiting) < jobs + _AHEAD and (source := next(rest, None)):
                work = (reader, _absolute(source), limits.processor_seconds)
                task = pool.schedule(_read, work, timeout=limits.seconds)
                waiting.append((source, task))
            if not waiting:
                break
            yield _result(*waiting.popleft(), limits)
    finally:
        pool.stop()  # type: ignore[no-untyped-call]
        pool.join()


def read(source: Source, limits: Limits = Limits()) -> Document:
    """One document, read in a process of its own."""
    (document,) = read_all([source], limits=limits)
    return document


def _absolute(source: Source) -> Source:
    return replace(source, path=source.path.absolute())


def _result(source: Source, task: ProcessFuture[Document], limits: Limits) -> Document:
    try:
        return task.result()
    except MemoryError:
        return unread(source, f"{_NO_MEMORY}; {_NEXT_STEP}")
    except TookTooLong:
        return unread(source, f"could not be read within {limits.seconds:g} seconds; {_NEXT_STEP}")
    except ProcessExpired as error:
        return unread(source, _cause(error.exitcode, limits))


def _cause(exit_code: int, limits: Limits) -> str:
    """Why a reading process ended, by its exit code: the negative number of the signal that ended it."""
    if exit_code == -getattr(signal, "SIGXCPU", 0):
        return f"took more than {limits.processor_seconds} seconds to read; {_NEXT_STEP}"
    if exit_code == -getattr(signal, "SIGKILL", 0):
        return f"{_NO_MEMORY}; {_NEXT_STEP}"
    return f"made its reader crash (exit code {exit_code}); {_NEXT_STEP}"


# What runs in the child processes. Windows has no limits on memory and processor, there the clock has to do.


def _confine(memory: int) -> None:
    Thread(target=_end_with_parent, daemon=True).start()
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory << 20, memory << 20))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _end_with_parent() -> None:
    """A run that is killed leaves no reader behind."""
    parent = parent_process()
    if parent:
        wait([parent.sentinel])
        os._exit(1)


def _read(reader: Callable[[Source], Document], source: Source, processor_seconds: int) -> Document:
    if sys.platform != "win32":
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        _, most = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(
            resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + 1 + processor_seconds, most)
        )
    try:
        return reader(source)
    except MemoryError:
        pass
    gc.collect()
    raise MemoryError  # a new one: the first holds all that was read, and no memory is left to send it
