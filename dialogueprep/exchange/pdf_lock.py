"""PDFs that open with a password: AES with 256 bits, the newest that the format has."""

from __future__ import annotations

from io import BytesIO

from dialogueprep.domain.errors import Trouble
from dialogueprep.exchange.read_part import damaged
from dialogueprep.exchange.read_pdf_library import objects

_NEWEST = 6  # the revision of the format that means AES-256


def locked(pdf: bytes, password: str) -> bytes:
    """Return the PDF encrypted, its properties too; each time other bytes, as it must be."""
    pikepdf = objects()
    into = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as opened:
        allowed = pikepdf.Permissions(accessibility=True, extract=True)
        how = pikepdf.Encryption(
            user=password, owner=password, R=_NEWEST, aes=True, metadata=True, allow=allowed
        )
        opened.save(into, encryption=how)
    return into.getvalue()


def unlocked(data: bytes, password: str, name: str) -> bytes:
    """Return a PDF as it is without its password.

    Raises Trouble: "file-protected" when the password does not open it, "file-unlocked" when it
    opens without one or its lock is a weak one.
    """
    pikepdf = objects()
    into = BytesIO()
    try:
        if _opens(data):
            raise Trouble("file-unlocked", name=name)
        with pikepdf.open(BytesIO(data), password=password) as opened:
            if opened.encryption.R < _NEWEST:
                raise Trouble("file-unlocked", name=name)
            opened.save(into, deterministic_id=True, encryption=False)
    except pikepdf.PasswordError:
        raise Trouble("file-protected", name=name) from None
    except (pikepdf.PdfError, RuntimeError):
        raise damaged(name) from None
    return into.getvalue()


def _opens(data: bytes) -> bool:
    """Return whether a PDF opens without a password."""
    try:
        objects().open(BytesIO(data)).close()
    except objects().PasswordError:
        return False
    return True
