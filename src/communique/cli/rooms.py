"""Doors to the rooms behind the command line, opened only when a command needs one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from communique.model import Document
    from communique.pages import Limits, Refusal
    from communique.reader import Reader
    from communique.record import Record


def load_reader(pipeline: str | None) -> Reader:
    """Return the reader on the shipped pipeline, or on another installed spaCy pipeline.

    Raises click.ClickException with what to do where the pipeline cannot be loaded.
    """
    from communique.language.parsing import PipelineMissing
    from communique.reader import Reader

    try:
        return Reader.load(pipeline)
    except PipelineMissing as error:
        raise click.ClickException(
            f"{first_line(error)}; name a spaCy pipeline that is installed "
            "(python -m spacy info lists them), or leave --pipeline out"
        ) from error


def limits_of(
    *, allow_private: bool, allow_hosts: Iterable[str], triage: bool | None = None
) -> Limits:
    """Return the bounds of what is read, with what a user allows of private networks.

    ``triage`` passes over pages without an engagement: of all inputs, of none, or, where it is
    None, of archives.
    """
    from communique.pages import Limits

    hosts = frozenset(host.strip("[]").casefold() for host in allow_hosts)
    limits = Limits(allow_private=allow_private, allow_hosts=hosts)
    if triage is False:
        return limits
    from communique.triage import load_triage

    return replace(limits, sieve=load_triage(), sieve_all=bool(triage))


def pages_of(inputs: tuple[str, ...], limits: Limits) -> Iterator[Document | Refusal]:
    """Give the pages behind the inputs one by one, and what could not be read, with its reason."""
    from communique.pages import read_documents

    return read_documents(inputs, limits=limits)


def open_record(target: str, *, to_write: bool = False) -> Record:
    """Return the record at a path or database URL.

    Raises click.ClickException with what to do where there is none yet (unless ``to_write``) or
    where it cannot be opened.
    """
    if not to_write and "://" not in target and not Path(target).exists():
        raise click.ClickException(
            f"no record at {target} yet; make one first: communique read FILE --record {target}"
        )
    from communique.record import Record, RecordError

    try:
        return Record.open(target, create=to_write)
    except RecordError as error:
        raise click.ClickException(first_line(error)) from error


def first_line(error: Exception) -> str:
    """Return what an error says, on one line."""
    return (str(error).splitlines() or [type(error).__name__])[0]
