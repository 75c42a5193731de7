"""The record and its parts in the forms that other programs read."""
