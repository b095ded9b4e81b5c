"""Zip packages, as Word files and workbooks are: the same bytes each time they are written."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from io import BytesIO

_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest that the format knows


def packed(members: Iterable[tuple[str, str | bytes]]) -> bytes:
    """Return a package of these members: names, and what stands in each; a text as UTF-8."""
    into = BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, content in members:
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # else the file tells which system it was made on
            archive.writestr(entry, content)
    return into.getvalue()
