"""Who may come in where the record is served: a line for each user, and one for each token."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from communique.views.printable import plain, printable
from communique.views.tables import hanging
from communique.views.words import JsonObject


def users_view(users: Sequence[JsonObject]) -> RenderableType:
    """Return users by name, each with role and tokens."""
    return Group(*hanging((user["name"], _user(user)) for user in users))


def _user(user: JsonObject) -> Text:
    text = plain(user["role"], "bold")
    comes = "" if user["password"] else ", comes by tokens alone"
    text.append(f", added {printable(user['added_at'])[:10]}{comes}", style="dim")
    for token in user["tokens"]:
        label = f" {printable(token['label'])}" if token["label"] else ""
        text.append(f"\ntoken {token['id']}: {token['role']}{label}, {token['made_at'][:10]}")
    return text
