"""What can go wrong with a record, in one clear line."""


class RecordError(ValueError):
    """A record that cannot be opened, or that holds no such thing; the message says which."""


class NotThereError(RecordError):
    """What was asked for by name is not in the record."""


class UnclearError(RecordError):
    """What was asked cannot be understood as asked: a value that is none, a name of several."""


class DoubtfulError(RecordError):
    """What was asked may be a mistake, for ``reasons``; it is done where it is asked for again."""

    def __init__(self, reasons: list[str]) -> None:
        """``reasons`` are clauses in plain words."""
        super().__init__("; ".join(reasons))
        self.reasons = reasons
