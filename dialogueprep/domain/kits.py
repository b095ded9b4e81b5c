"""What a dialogue is handed over for: each purpose has a kit of its own, with the least for it."""

from __future__ import annotations

import math
import secrets
from enum import StrEnum

from dialogueprep.domain.errors import Refused

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""What a made passphrase consists of: nothing that is mistaken for another when read aloud."""
_GROUPS, _GROUP = 5, 4
_JOINT = "-"


class Purpose(StrEnum):
    """What a kit is for, which decides what is in it."""

    AGENDA = "agenda"  # for a partner
    RAPPORTEUR = "rapporteur"
    NOTES = "notes"  # a rapporteur's, back to who sent the kit
    RECORD = "record"  # for the secretariat
    WHOLE = "whole"  # for who goes on with the dialogue


def made_passphrase() -> str:
    """Return a random passphrase that can be read over the phone; about 99 bits."""
    groups = ("".join(secrets.choice(LETTERS) for _ in range(_GROUP)) for _ in range(_GROUPS))
    return _JOINT.join(groups)


def strength_of(passphrase: str) -> int:
    """Return how hard a passphrase is to guess, from 0, which is too short, to 4.

    A rule of thumb: words count most (five of them are strong), else letters and their variety.
    """
    words = len([w for w in passphrase.split() if len(w) > 2])
    letters = len(passphrase.strip()) + sum(1 for c in passphrase if ord(c) > 0x2E7F)
    varied = len(set(passphrase)) > 7
    return min(4, max(words - 1, letters // 6 if varied else letters // 10, 0))


def refuse_short(passphrase: str) -> None:
    """Raise Refused("passphrase-too-short") for one that is too easy to guess.

    What is sealed with it leaves the house, and whoever has the file can try as long as they like.
    """
    if not strength_of(passphrase):
        raise Refused("passphrase-too-short")


def bits_of_made() -> int:
    """Return how many bits a made passphrase is worth."""
    return int(_GROUPS * _GROUP * math.log2(len(LETTERS)))


def as_made(passphrase: str) -> str:
    """Return a made passphrase as it was made, however it was typed; any other stays as it is.

    Capitals, spaces and missing joints do not matter: it came over the phone.
    """
    bare = "".join(c for c in passphrase.casefold() if c not in " -\u3000\u2010\u2013\uff0d")
    if len(bare) != _GROUPS * _GROUP or not set(bare) <= set(LETTERS):
        return passphrase
    return _JOINT.join(bare[at : at + _GROUP] for at in range(0, len(bare), _GROUP))


def fingerprint_of(digest: bytes) -> str:
    """Return five groups of four digits of a file's digest, to be compared over the phone."""
    number = int.from_bytes(digest, "big") % 10**20
    digits = f"{number:020d}"
    return " ".join(digits[at : at + 4] for at in range(0, 20, 4))
