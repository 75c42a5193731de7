"""What decides how the workspace is served."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """``record`` is a path or database URL; ``host`` and ``port`` are where it is served."""

    record: str
    host: str = "127.0.0.1"
    port: int = 8765
