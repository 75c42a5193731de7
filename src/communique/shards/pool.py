"""Shards read by processes of this machine: one that dies costs the shard that it had in hand."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from communique.shards.folder import AT, Folder
from communique.shards.manner import Manner
from communique.shards.planning import Shard

# A worker is begun anew after so many shards, so that what libraries gather does not grow for ever.
_SHARDS_A_WORKER = 24
# A shard whose workers died so often, each time at another page or at none, is given up.
_MOST_DEATHS = 8
_MEMORY = 6 * 2**30  # of addresses, most of them never touched


def all_cores() -> int:
    """Return how many cores this process may use."""
    with suppress(AttributeError):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def read_with_pool(
    shards: Sequence[Shard], folder: Folder, manner: Manner, workers: int | None = None
) -> Iterator[tuple[Shard, str | None]]:
    """Read shards at once, as many as ``workers`` (by default as there are cores).

    Yields each in the order of ``shards`` as soon as it is done, with the reason where it was given
    up. Closing the iterator stops the workers; what is done stays in the folder.
    """
    waiting = deque(shard for shard in shards if not folder.is_done(shard, manner))
    left = {shard.number for shard in waiting}
    failed: dict[int, str] = {}
    pool = _Pool(waiting, folder, manner, min(workers or all_cores(), len(waiting)))
    try:
        for shard in shards:
            while shard.number in left:
                for ended, reason in pool.next_ended():
                    left.discard(ended.number)
                    if reason is not None:
                        failed[ended.number] = reason
            yield shard, failed.get(shard.number)
    finally:
        pool.stop()


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    pipe: Connection
    shard: Shard | None = None
    shards: int = 0


class _Pool:
    """Workers, each with one shard in hand."""

    def __init__(self, waiting: deque[Shard], folder: Folder, manner: Manner, workers: int) -> None:
        self._waiting, self._folder, self._manner = waiting, folder, manner
        self._deaths: Counter[int] = Counter()
        self._workers: list[_Worker] = []
        for _ in range(workers):
            self._begin_one()

    def next_ended(self) -> list[tuple[Shard, str | None]]:
        """Wait until a shard ends; return those that did, with the reason where one is given up."""
        ended: list[tuple[Shard, str | None]] = []
        while not ended:
            ready = wait([worker.pipe for worker in self._workers])
            for worker in [each for each in self._workers if each.pipe in ready]:
                ended += self._hear(worker)
        return ended

    def stop(self) -> None:
        """End all workers, also in the middle of a shard."""
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            worker.process.join()
            worker.pipe.close()
            if worker.shard is not None:  # its page did nothing wrong
                self._folder.file(worker.shard, AT).unlink(missing_ok=True)
        self._workers = []

    def _hear(self, worker: _Worker) -> list[tuple[Shard, str | None]]:
        shard = worker.shard
        assert shard is not None
        try:
            reason: str | None = worker.pipe.recv()
        except (EOFError, OSError):
            return self._bury(worker, shard)
        worker.shard = None
        if worker.shards < _SHARDS_A_WORKER:
            self._give(worker)
        else:
            self._dismiss(worker)
            self._begin_one()
        return [(shard, reason)]

    def _bury(self, worker: _Worker, shard: Shard) -> list[tuple[Shard, str | None]]:
        """Have another worker read what a dead one had in hand; give it up where many died."""
        self._dismiss(worker)
        self._deaths[shard.number] += 1
        given_up = self._deaths[shard.number] >= _MOST_DEATHS
        if not given_up:
            self._waiting.appendleft(shard)
        self._begin_one()
        return [(shard, "reading it ended the process again and again")] if given_up else []

    def _begin_one(self) -> None:
        if not self._waiting:
            return
        # Not forked: a fork would take along the record's connections and other workers' pipes.
        context = multiprocessing.get_context("spawn")
        ours, its = context.Pipe()
        arguments = (its, str(self._folder.path), self._manner)
        process = context.Process(target=_work, args=arguments, daemon=True)
        with one_thread_each():
            process.start()
        its.close()
        worker = _Worker(process, ours)
        self._workers.append(worker)
        self._give(worker)

    def _give(self, worker: _Worker) -> None:
        if not self._waiting:
            self._dismiss(worker)
            return
        worker.shard = self._waiting.popleft()
        worker.shards += 1
        with suppress(OSError):  # it has died: that is heard when its pipe is
            worker.pipe.send(worker.shard)

    def _dismiss(self, worker: _Worker) -> None:
        """End a worker that has nothing in hand."""
        worker.process.kill()
        worker.process.join()
        worker.pipe.close()
        self._workers.remove(worker)


@contextmanager
def one_thread_each() -> Iterator[None]:
    """Tell processes begun meanwhile to take one core each, as others take the rest."""
    names = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
    before = {name: os.environ.get(name) for name in names}
    os.environ.update(dict.fromkeys(names, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def _work(pipe: Connection, folder: str, manner: Manner) -> None:
    """Read the shards that come through the pipe until it is closed."""
    from communique.shards.reading import read_shard

    _bound()
    results = Folder(folder)
    while True:
        try:
            shard: Shard = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            read_shard(shard, results, manner)
            reason = None
        except Exception as error:  # the shard's trouble, not that of others
            reason = f"{error!r}"[:300]
        with suppress(OSError):
            pipe.send(reason)


def _bound() -> None:
    """Leave Ctrl-C to the asker, and never take all of the machine's memory."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(ImportError, AttributeError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
