"""The system's key store: a random secret for each holder, kept for this user's login."""

from __future__ import annotations

import os

from dialogueprep.domain.errors import Trouble

_PROGRAM = "DialoguePrep"


def new_secret(holder: str) -> bytes:
    """Keep a new random secret of 32 bytes for a holder; return it. Raises "no-key-store"."""
    secret = os.urandom(32)
    _ask("set_password", holder, secret.hex())
    return secret


def secret_of(holder: str) -> bytes:
    """Return what is kept for a holder; nothing where this computer has none."""
    kept = _ask("get_password", holder)
    return bytes.fromhex(kept) if isinstance(kept, str) else b""


def forget(holder: str) -> None:
    """Delete the secret of a holder."""
    _ask("delete_password", holder)


def _ask(verb: str, *words: str) -> object:
    import keyring
    from keyring.errors import KeyringError

    try:
        return getattr(keyring, verb)(_PROGRAM, *words)
    except KeyringError as error:
        raise Trouble("no-key-store") from error
