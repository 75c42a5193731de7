"""Passwords as hashes that are slow to guess, and secrets that are drawn, not chosen."""

from __future__ import annotations

import secrets
from functools import cache
from hashlib import sha256
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

LEAST_LETTERS = 10
MOST_LETTERS = 1000
# Each check takes 64 MB for a moment; so many may run at once, the others wait.
_CHECKS = BoundedSemaphore(4)
_TOKEN_MARK = "cmq_"


def weakness(password: str, name: str) -> str | None:
    """Return why a password will not do, None where it will."""
    if len(password) < LEAST_LETTERS:
        return f"it has {len(password)} letters; take {LEAST_LETTERS} or more"
    if len(password) > MOST_LETTERS:
        return f"it has over {MOST_LETTERS} letters"
    if len(set(password)) < 5 or password.casefold() == name.casefold():
        return "it is too easily guessed"
    return None


def hashed(password: str) -> str:
    """Return the argon2id hash of a password with the settings of the day."""
    with _CHECKS:
        return PasswordHasher().hash(password)


def fits(password: str, kept: str | None) -> bool:
    """Tell whether a password is the one behind a hash.

    Without a hash it is compared with one that nothing fits: whoever measures the time learns
    nothing about which names there are.
    """
    with _CHECKS:
        try:
            right = PasswordHasher().verify(kept or _fitted_by_nothing(), password)
        except (VerificationError, InvalidHashError):
            return False
    return right and kept is not None


def is_outdated(kept: str) -> bool:
    """Tell whether a hash was made with weaker settings than those of the day."""
    return PasswordHasher().check_needs_rehash(kept)


def new_secret() -> str:
    """Return 256 random bits as a word."""
    return secrets.token_urlsafe(32)


def new_token() -> str:
    """Return a secret that can be told for a token of this program wherever it leaks to."""
    return _TOKEN_MARK + new_secret()


def digest(secret: str) -> str:
    """Return what is kept of a secret that was drawn: nobody guesses it, so that this is enough."""
    return sha256(secret.encode()).hexdigest()


@cache
def _fitted_by_nothing() -> str:
    return PasswordHasher().hash(new_secret())
