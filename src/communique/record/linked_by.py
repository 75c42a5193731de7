"""By which program a record was linked: another one's clusters are not to be built upon."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable

# What decides which accounts are one engagement, and who is who.
_DECIDING = ("communique.linking", "communique.knowledge.offices", "communique.knowledge.states")
_TABLES = ("linking.toml", "linking_weights.json")


@cache
def linking_program() -> str:
    """Return a word that is another wherever linking, or what it knows, is another."""
    found = [each for room in _DECIDING for each in _files(files(room))]
    knowledge = files("communique.knowledge")
    found += [each for each in _files(knowledge) if each.name in _TABLES]
    told = blake2b(digest_size=8)
    for each in found:
        told.update(each.name.encode() + each.read_bytes())
    return told.hexdigest()


def _files(room: Traversable) -> list[Traversable]:
    kept = (each for each in room.iterdir() if each.is_file() and not each.name.endswith(".pyc"))
    return sorted(kept, key=lambda each: each.name)
