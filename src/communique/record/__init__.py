"""The record: readings of all pages, kept in a database, and the questions one asks of them."""

from communique.record.corrections import Author as Author
from communique.record.entries import Fault as Fault
from communique.record.entries import Kept as Kept
from communique.record.errors import DoubtfulError as DoubtfulError
from communique.record.errors import NotThereError as NotThereError
from communique.record.errors import RecordError as RecordError
from communique.record.errors import UnclearError as UnclearError
from communique.record.store import Record as Record
from communique.record.users import UserEntry as UserEntry
from communique.record.users import UserRole as UserRole
