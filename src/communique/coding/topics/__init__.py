"""The fields that were talked about."""
