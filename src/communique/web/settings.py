"""What decides how the workspace is served."""

from __future__ import annotations

from dataclasses import dataclass

from communique.web.guard import Door, is_loopback


@dataclass(frozen=True, slots=True)
class Settings:
    """``record`` is a path or database URL; ``host`` and ``port`` are where it is served.

    ``names`` are those that it goes by besides, as behind a proxy. Where others than this machine's
    users may reach it, a login is demanded; with ``login`` always. Without one, everybody who comes
    is an editor called ``owner``. For ``patience`` seconds a decision waits to be linked before its
    page is shown.
    """

    record: str
    host: str = "127.0.0.1"
    port: int = 8765
    names: tuple[str, ...] = ()
    login: bool = False
    owner: str = "owner"
    patience: float = 2.0

    def door(self) -> Door:
        """Return how the server is reached, and who has to log in."""
        here = is_loopback(self.host)
        return Door(
            names=self.names if here else (*self.names, self.host),
            by_number=not here,
            login=self.login or bool(self.names) or not here,
            owner=self.owner,
        )
