"""The parts of a Word file put together: those that are wanted, in one order, with one date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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
"""Parts that are the same in every document unless it has its own, and the shipped files that
hold them."""

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
"""Every part that a file of this program holds, in their order; pictures and what comes from a
template follow."""

_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"


@dataclass(frozen=True, slots=True)
class Added:
    """A further part: its name, what it holds, and the id and kind ("image", "header", "footer")
    by which the document refers to it; no id for a part that another one refers to."""

    name: str
    content: str | bytes
    id: str = ""
    kind: str = ""


def package(parts: Mapping[str, str | bytes], more: Sequence[Added] = ()) -> bytes:
    """Return the file made of these parts and the fixed ones; the same bytes each time."""
    folder = paths.resources() / "word"
    fixed = {n: (folder / file).read_text("utf-8") for n, file in _FIXED.items()}
    fixed["[Content_Types].xml"] = _types(fixed["[Content_Types].xml"], more)
    relations = "word/_rels/document.xml.rels"
    fixed[relations] = _related(fixed[relations], more)
    own = [(name, parts.get(name) or fixed[name]) for name in PARTS]
    return packed([*own, *((each.name, each.content) for each in more)])


def _types(fixed: str, more: Sequence[Added]) -> str:
    """Return the list of kinds of parts with those of the further ones."""
    pictures = any(each.name.endswith(".png") for each in more)
    png = '<Default Extension="png" ContentType="image/png"/>' if pictures else ""
    others = "".join(
        f'<Override PartName="/{each.name}" ContentType="{_CONTENT}.{each.kind}+xml"/>'
        for each in more
        if each.kind in ("header", "footer")
    )
    return fixed.replace("<Override", f"{png}<Override", 1).replace("</Types>", f"{others}</Types>")


def _related(fixed: str, more: Sequence[Added]) -> str:
    found = "".join(
        f'<Relationship Id="{each.id}" Type="{_RELATIONS}/{each.kind}" '
        f'Target="{each.name.removeprefix("word/")}"/>'
        for each in more
        if each.id
    )
    return fixed.replace("</Relationships>", f"{found}</Relationships>")


def core_xml(title: str, language: Language) -> str:
    """Return the properties of the document: title and language, nothing else."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties '
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(printed(title))}</dc:title>"
        f"<dc:language>{LOCALES[language]}</dc:language></cp:coreProperties>"
    )
