"""What can go wrong with a record, in one clear line."""


class RecordError(ValueError):
    """A record that cannot be opened, or that holds no such thing; the message says which."""


class NotThereError(RecordError):
    """What was asked for by name is not in the record."""
