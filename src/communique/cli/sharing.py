"""Large inputs read in shards: on all cores, or on a cluster; what ``read`` has for it."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from communique.cli.progress import progress

if TYPE_CHECKING:
    from communique.model import Reading
    from communique.pages import Refusal
    from communique.reader import Reader
    from communique.record import Record
    from communique.record.entries import LinkSummary
    from communique.shards import Folder, Manner, Plan, Shard

ONE, POOL, SPARK = "one", "pool", "spark"
# With fewer shards a pool would hardly be quicker than it takes to begin.
_LARGE = 4

Command = Any


@dataclass(frozen=True, slots=True)
class Engine:
    """What a user said of where shards are read; ``name`` is None where the size decides."""

    name: str | None
    workers: int | None
    shards: str | None
    master: str | None
    settings: tuple[tuple[str, str], ...]

    @contextmanager
    def sharing(
        self,
        inputs: tuple[str, ...],
        record: str | None,
        reader: Reader,
        pipeline: str | None,
        triage: bool | None,
    ) -> Iterator[Sharing | None]:
        """Give how the inputs are read in shards, None where they are read one page after another.

        ``record`` is where the readings go, None for standard output.
        """
        asked = (self.name, self.workers, self.shards) != (None, None, None)
        if not asked and not any(map(_may_be_large, inputs)):
            yield None
            return
        from communique.shards import Folder, Manner, plan

        planned = plan(inputs)
        if not asked and len(planned.shards) < _LARGE:
            yield None
            return
        manner = Manner(reader.version, pipeline, triage)
        if self.shards is None and record is None:
            with tempfile.TemporaryDirectory(prefix="communique-") as folder:
                yield from self._over(planned, Folder(folder), manner, keep=True)
            return
        folder = self.shards or _beside(record or "")
        yield from self._over(planned, Folder(folder), manner, keep=self.shards is not None)

    def _over(
        self, planned: Plan, folder: Folder, manner: Manner, *, keep: bool
    ) -> Iterator[Sharing]:
        """Yield one run over shards, with a session of Spark open around it where that is asked."""
        if self.name != SPARK:
            yield Sharing(planned, folder, manner, self, keep=keep)
            return
        from communique.shards import SparkMissing, spark_session

        try:
            with spark_session(self.master, dict(self.settings)) as session:
                yield Sharing(planned, folder, manner, self, keep=keep, session=session)
        except SparkMissing as error:
            raise click.ClickException(str(error)) from error


class Sharing:
    """One run over shards."""

    def __init__(
        self,
        planned: Plan,
        folder: Folder,
        manner: Manner,
        engine: Engine,
        *,
        keep: bool,
        session: Any = None,
    ) -> None:
        self._plan, self._folder, self._manner = planned, folder, manner
        self._session = session
        self._engine, self._keep = engine, keep
        self._all_given = False
        self.others = planned.others

    def pass_over(self, pages: Iterable[tuple[str, str]]) -> None:
        """Leave alone what was left out before: addresses, and digests of what lay there."""
        from communique.shards import write_left_out

        write_left_out(self._folder.path, pages)

    def given(self, passed_over: dict[str, int]) -> Iterator[Reading | Refusal]:
        """Yield the readings of all shards in order, and refusals; count what was passed over."""
        from communique.pages import Refusal
        from communique.shards import given_by

        yield from self._plan.refused
        counted = Counter(passed_over)
        with progress((), total=len(self._plan.shards)) as counting:
            for shard, reason in counting(self._done()):
                if reason is not None:
                    yield Refusal(" ".join(shard.names[:1]), f"given up: {reason}")
                    continue
                yield from given_by(shard, self._folder)
                counted.update(self._folder.stats(shard)["passed_over"])
                passed_over.update(counted)
        self._all_given = True

    def link(self, record: Record) -> LinkSummary:
        """Join the accounts of all pages; once all are in the record, none need lie beside it."""
        linking = None
        if self._session is not None:
            from communique.linking.spark_scoring import SparkScoring
            from communique.record.relinking import Relinking

            linking = Relinking(SparkScoring(self._session))
        linked = record.link(linking)
        if self._all_given and not self._keep:
            from communique.shards import forget_left_out

            forget_left_out(self._folder.path)
            self._folder.clear(self._plan.shards)
        return linked

    def _done(self) -> Iterator[tuple[Shard, str | None]]:
        from communique.shards import read_with_pool, read_with_spark

        shards, workers = self._plan.shards, self._engine.workers
        if self._session is not None:
            return read_with_spark(self._session, shards, self._folder, self._manner)
        if self._engine.name == ONE:
            workers = 1
        return read_with_pool(shards, self._folder, self._manner, workers)


def engine_options(command: Command) -> Command:
    """Add where large inputs are read: ``engine``."""

    @wraps(command)
    def with_engine(
        *args: Any,
        engine: str | None,
        workers: int | None,
        shards: str | None,
        master: str | None,
        settings: tuple[tuple[str, str], ...],
        **options: Any,
    ) -> Any:
        if engine != SPARK and (master or settings):
            raise click.UsageError("--master and --spark-conf are for --engine spark")
        made = Engine(engine, workers, shards, master, settings)
        return command(*args, engine=made, **options)

    for option in reversed(_OPTIONS):
        with_engine = option(with_engine)
    return with_engine


def _setting(
    ctx: click.Context, param: click.Parameter, values: tuple[str, ...]
) -> tuple[tuple[str, str], ...]:
    parted = [value.partition("=") for value in values]
    for name, mark, _ in parted:
        if not (name and mark):
            raise click.BadParameter("write NAME=VALUE, such as spark.executor.memory=4g")
    return tuple((name, value) for name, _, value in parted)


_OPTIONS = (
    click.option(
        "--engine",
        type=click.Choice([ONE, POOL, SPARK]),
        help="Read shards in one process, in several, or on a cluster; large inputs are read in "
        "several unless told.",
    ),
    click.option(
        "--workers",
        type=click.IntRange(1),
        metavar="N",
        help="Processes to read with; else as many as there are cores.",
    ),
    click.option(
        "--shards",
        metavar="FOLDER",
        type=click.Path(file_okay=False),
        help="Keep what the shards gave there, as Parquet; what is there is not read again.",
    ),
    click.option(
        "--master",
        metavar="URL",
        help="The Spark cluster (spark://HOST:7077, local[4]); else that of Spark's settings.",
    ),
    click.option(
        "--spark-conf",
        "settings",
        metavar="NAME=VALUE",
        multiple=True,
        callback=_setting,
        help="A setting of Spark; may be repeated.",
    ),
)


def _may_be_large(name: str) -> bool:
    return "://" not in name and name != "-"


def _beside(record: str) -> str:
    return "communique.shards" if "://" in record else f"{record}.shards"
