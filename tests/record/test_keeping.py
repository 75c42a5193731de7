"""Keeping pages: new, unchanged, a new version, read otherwise; and what survives a kill."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import MetaData, inspect, select

from communique.model import Reading, Unread
from communique.record import Kept, Record, RecordError, tables
from communique.record.connecting import engine_for
from communique.record.migrating import migrations, steps
from communique.record.tables import meta, metadata
from record.made_readings import account, invitation, page, person, reading, span

TESTS = Path(__file__).parents[1]


def put_back_to_the_first_form(target: str) -> None:
    """Leave at ``target`` what the program of the first day would have kept of its pages."""
    engine = engine_for(target)
    with engine.begin() as connection:
        kept = {
            table.name: list(connection.execute(select(table)).mappings())
            for table in tables.IN_ORDER
        }
        search = "DROP TABLE search" if connection.dialect.name == "sqlite" else "SELECT 1"
        connection.exec_driver_sql(search)
        metadata.drop_all(connection)
        for statement in steps()[0].split(";\n"):
            if statement.strip():
                connection.exec_driver_sql(statement)
        then = MetaData()
        then.reflect(connection)
        people = (tables.linked_people, tables.party_people)
        made_anew = {meta, *tables.LINKED} - {*people}
        for table in (each for each in tables.IN_ORDER if each.name in then.tables):
            known = set(then.tables[table.name].columns.keys())
            for row in kept[table.name] if table not in made_anew else ():
                values = {name: value for name, value in row.items() if name in known}
                connection.execute(table.insert().values(values))
        connection.exec_driver_sql("UPDATE versions SET sketch = '[1, 2, 3]'")
        connection.exec_driver_sql("INSERT INTO meta VALUES ('form', '1'), ('linked', 'yes')")
    engine.dispose()


def surroundings() -> dict[str, str]:
    """Return the environment in which another process finds the program and these tests."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(TESTS), *sys.path])}


def a_call(name: str = "a.txt", **values: str) -> Reading:
    document = page(name, "2023-05-04", **values)
    call = account(document, "call", "Ada Obi/NGA", "Jon Dahl/NOR", start="2023-05-03")
    call = replace(call, commitments=(invitation(document, "Ada Obi", "Jon Dahl", "extended"),))
    return reading(
        document,
        call,
        people=(person(document, "Ada Obi/NGA", "President"),),
        unread=(Unread(span(document)[0], "no frame"),),
    )


def test_a_page_comes_back_as_it_was_kept(record: Record) -> None:
    kept = a_call()
    assert record.keep(kept) is Kept.NEW
    assert list(record.readings()) == [kept]


def test_reading_a_page_again_changes_nothing(record: Record) -> None:
    record.keep(a_call())
    before = everything(record)
    assert record.keep(a_call()) is Kept.UNCHANGED
    assert everything(record) == before
    assert not record.link().fresh


def test_the_same_bytes_from_another_folder_are_the_same_page(record: Record) -> None:
    record.keep(a_call("one/a.txt", text="Ada Obi and Jon Dahl spoke."))
    moved = a_call("other/a.txt", text="Ada Obi and Jon Dahl spoke.")
    assert record.keep(moved) is Kept.UNCHANGED
    assert record.keep(a_call("b.txt", text="Ada Obi and Jon Dahl spoke.")) is Kept.NEW


def test_a_changed_text_is_a_new_version_of_the_same_page(record: Record) -> None:
    record.keep(a_call())
    assert record.keep(a_call(text="The call was put off.")) is Kept.NEW_VERSION
    (document,) = record.documents()
    assert document.version == 2
    (engagement,) = record.engagements(accounts=True)
    assert len(engagement.accounts) == 1
    assert [f for f in record.check() if not f.notice] == []


def test_a_page_known_by_its_url_may_come_from_anywhere(record: Record) -> None:
    url = "https://example.org/call"
    record.keep(a_call("saved.html", url=url))
    other_place = replace(a_call(url=url).document, path=None, text="Changed.")
    assert record.keep(Reading(other_place, (), (), ())) is Kept.NEW_VERSION
    assert len(record.documents()) == 1


def test_the_same_text_read_otherwise_replaces_what_was_read(record: Record) -> None:
    record.keep(a_call())
    record.link()
    better = replace(a_call(), unread=())
    assert record.keep(better) is Kept.RECODED
    assert list(record.readings()) == [better]
    assert record.check() == []


def test_a_text_that_comes_back_is_the_old_version_again(record: Record) -> None:
    first, second = a_call(), a_call(text="The call was put off.")
    for one in (first, second, first):
        record.keep(one)
    assert list(record.readings()) == [first]


def test_a_record_that_is_none_is_refused_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "text.db").write_text("no database at all, but a text of some length\n" * 20)
    with pytest.raises(RecordError, match="not a database; a record has a file"):
        Record.open(tmp_path / "text.db")
    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("CREATE TABLE birds (name TEXT)")
    with pytest.raises(RecordError, match="not a record"):
        Record.open(tmp_path / "other.db")
    with pytest.raises(RecordError, match="no record"):
        Record.open(tmp_path / "absent.db", create=False)
    with pytest.raises(RecordError, match="name a file in it"):
        Record.open(tmp_path)
    with pytest.raises(RecordError, match=r"there is no folder .*absent; make it first"):
        Record.open(tmp_path / "absent" / "new.db")


def test_a_record_of_a_later_form_is_refused(target: str) -> None:
    Record.open(target).close()
    engine = engine_for(target)
    with engine.begin() as connection:
        connection.execute(meta.update().where(meta.c.name == "form").values(value="99"))
    engine.dispose()
    with pytest.raises(RecordError, match=r"form 99.*newer communique"):
        Record.open(target)


def test_migrations_are_numbered_without_gap_or_repeat() -> None:
    """Two of one number would be applied in another order to a record made between them."""
    names = sorted(each.name for each in migrations().iterdir() if each.name.endswith(".sql"))
    assert [name[:4] for name in names] == [f"{n + 1:04}" for n in range(len(names))]


def test_migrations_make_the_tables_that_the_code_knows(target: str) -> None:
    Record.open(target).close()
    engine = engine_for(target)
    made = {
        name: sorted(column["name"] for column in inspect(engine).get_columns(name))
        for name in inspect(engine).get_table_names()
        if not name.startswith("search")  # a table of SQLite's own kind, and its shadows
    }
    engine.dispose()
    if target.startswith("postgresql"):
        made["passages"].remove("words")  # what PostgreSQL has in place of it
    assert made == {t.name: sorted(c.name for c in t.columns) for t in metadata.sorted_tables}


def test_a_record_kept_before_there_was_a_search_is_brought_forward(target: str) -> None:
    """A record of the first form, kept by the program of that day, opens with all it holds."""
    with Record.open(target) as record:
        record.keep(a_call())
        record.link()
        before = list(record.readings())
    put_back_to_the_first_form(target)
    with Record.open(target) as record:
        assert list(record.readings()) == before
        assert len(list(record.engagements())) == 1
        assert [f for f in record.check() if not f.notice] == []
        # The text is known again, by a sketch in today's form.
        record.keep(replace_document(a_call("b.txt"), text=before[0].document.text))
        assert [one.copy_of for one in record.documents()].count(None) == 1


def replace_document(made: Reading, **values: str) -> Reading:
    return replace(made, document=replace(made.document, **values))


KEEP_ON = """
import sys
from communique.record import Record
from record.test_keeping import a_call
record = Record.open(sys.argv[1])
for number in range(100000):
    record.keep(a_call(f"{number}.txt"))
    print(number, flush=True)
"""


def test_a_kill_leaves_a_record_that_holds_every_page_finished_before_it(target: str) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", KEEP_ON, target],
        stdout=subprocess.PIPE,
        text=True,
        env=surroundings(),
    )
    assert process.stdout is not None
    finished = [int(process.stdout.readline()) for _ in range(25)]
    process.send_signal(signal.SIGKILL)
    finished += [int(line) for line in process.stdout.read().split()]
    process.wait()
    with Record.open(target) as record:
        paths = {document.path for document in record.documents()}
        assert {f"{number}.txt" for number in finished} <= paths
        assert [f for f in record.check() if not f.notice] == []
        assert record.keep(a_call(f"{finished[-1]}.txt")) is Kept.UNCHANGED


def test_two_writers_wait_for_each_other(target: str) -> None:
    with Record.open(target) as one, Record.open(target) as other:
        for number in range(5):
            one.keep(a_call(f"{number}.txt"))
            other.keep(a_call(f"{number}-other.txt"))
        assert len(one.documents()) == 10


def everything(record: Record) -> str:
    """Return all that one can ask of a record, as text."""
    asked = (
        list(record.engagements(accounts=True)),
        record.commitments(),
        record.people(),
        record.documents(),
    )
    return json.dumps(asked, default=repr)


def test_a_password_is_never_shown() -> None:
    with pytest.raises(RecordError) as caught:
        Record.open("nonsense://me:secret@localhost/record")
    assert "nonsense://me:***@localhost/record" in str(caught.value)
    assert "secret" not in str(caught.value)
