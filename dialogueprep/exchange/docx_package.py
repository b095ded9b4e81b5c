"""The parts of a Word file put together: those that are wanted, in one order, with one date."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO
from xml.sax.saxutils import escape

from dialogueprep import paths
from dialogueprep.domain.texts import Language
from dialogueprep.exchange.house_style import LOCALES, printed

_FIXED = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "rels.xml",
    "word/_rels/document.xml.rels": "document_rels.xml",
    "word/settings.xml": "settings.xml",
    "word/numbering.xml": "numbering.xml",
    "word/fontTable.xml": "font_table.xml",
    "word/theme/theme1.xml": "theme.xml",
}
"""Parts that are the same in every document, and the shipped files that hold them."""

PARTS = (
    "[Content_Types].xml",
    "_rels/.rels",
    "docProps/core.xml",
    "word/document.xml",
    "word/_rels/document.xml.rels",
    "word/styles.xml",
    "word/settings.xml",
    "word/fontTable.xml",
    "word/numbering.xml",
    "word/theme/theme1.xml",
    "word/header1.xml",
    "word/footer1.xml",
)
"""Every part that a file of this program holds, in their order."""

_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest that the format knows


def package(parts: Mapping[str, str]) -> bytes:
    """Return the file made of these parts and the fixed ones; the same bytes each time."""
    folder = paths.resources() / "word"
    into = BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name in PARTS:
            fixed = _FIXED.get(name)
            text = (folder / fixed).read_text("utf-8") if fixed else parts[name]
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # else the file tells which system it was made on
            archive.writestr(entry, text.encode("utf-8"))
    return into.getvalue()


def core_xml(title: str, language: Language) -> str:
    """Return the properties of the document: title and language, nothing else."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties '
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(printed(title))}</dc:title>"
        f"<dc:language>{LOCALES[language]}</dc:language></cp:coreProperties>"
    )
