"""The parts of a Word file put together: those that are wanted, in one order, with one date."""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import escape

from dialogueprep import paths
from dialogueprep.domain.texts import Language
from dialogueprep.exchange.house_style import LOCALES, printed
from dialogueprep.exchange.packing import packed

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


def package(parts: Mapping[str, str]) -> bytes:
    """Return the file made of these parts and the fixed ones; the same bytes each time."""
    folder = paths.resources() / "word"
    fixed = {n: (folder / file).read_text("utf-8") for n, file in _FIXED.items() if n in PARTS}
    return packed((name, parts.get(name) or fixed[name]) for name in PARTS)


def core_xml(title: str, language: Language) -> str:
    """Return the properties of the document: title and language, nothing else."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties '
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(printed(title))}</dc:title>"
        f"<dc:language>{LOCALES[language]}</dc:language></cp:coreProperties>"
    )
