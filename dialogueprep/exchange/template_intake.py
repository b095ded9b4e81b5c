"""A house's own Word file taken in: its styles, its head and foot with their pictures, its margins.

Who wrote it and when, revision marks, comments, properties, macros, links and what is attached
stay behind; so does what cannot be looked into, such as drawings of an older kind.
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from dialogueprep.domain.briefs.blocks import Template
from dialogueprep.domain.errors import Refused
from dialogueprep.exchange.pictures import picture_of
from dialogueprep.exchange.read_docx import member_bytes, member_text, members
from dialogueprep.exchange.read_file import bytes_of
from dialogueprep.exchange.read_part import damaged
from dialogueprep.exchange.read_xml import local
from dialogueprep.exchange.template_styles import Styles
from dialogueprep.exchange.word_cleaning import FLOW, LOOKS, Cleaning

MOST_BYTES = 30_000_000
_MOST_UNFOLDED = 60_000_000
_MARGINS = ("top", "right", "bottom", "left", "header", "footer")


@dataclass(frozen=True, slots=True)
class TakenIn:
    """A template, our ids of the needed styles that it lacks, and how much stayed behind.

    ``pictures`` are the kinds of its pictures that cannot be looked into ("EMF"); the drawings with
    them are among what is ``left``.
    """

    template: Template
    missing: tuple[str, ...]
    left: int
    pictures: tuple[str, ...] = ()


def take_in_template(path: Path) -> TakenIn:
    """Return what a .docx or .dotx gives to documents.

    Raises Refused("template-kind") for another kind of file and for one with macros, and Trouble
    for what is damaged, protected, too large or unsafe.
    """
    data = bytes_of(path, MOST_BYTES, "file-too-large")
    names = members(data, path.name) if data[:2] == b"PK" else []
    if path.suffix.lower() not in (".docx", ".dotx") or "[Content_Types].xml" not in names:
        raise Refused("template-kind", name=path.name)
    return _Intake(data, path.name, frozenset(names)).taken()


class _Intake:
    """Reads one file; keeps the pictures that its heads and feet need."""

    def __init__(self, data: bytes, name: str, names: frozenset[str]) -> None:
        self._data, self._name, self._names = data, name, names
        self._main = self._related("", "officeDocument")
        if self._main not in names:
            raise damaged(name)
        self._pictures: dict[str, tuple[str, bytes]] = {}
        self._left = 0
        self._unread: dict[str, str] = {}

    def taken(self) -> TakenIn:
        styles_name = self._related(self._main, "styles")
        if styles_name not in self._names:
            raise Refused("template-without-styles", name=self._name)
        styles = Styles(self._root(styles_name))
        document = self._root(self._main)
        section = next((e for e in reversed(list(document.iter())) if local(e) == "sectPr"), None)
        held = dict(self._edges(section))
        styles.bring(id_ for root in held.values() for id_ in _styles_in(root))
        parts = [("styles.xml", styles.xml().encode()), ("page.json", _page(section))]
        parts += self._written(held, styles)
        if theme := self._theme():
            parts.append(("theme.xml", theme.encode()))
        template = Template(self._name, tuple(parts))
        kinds = tuple(dict.fromkeys(self._unread.values()))
        return TakenIn(template, styles.missing, self._left, kinds)

    def _root(self, member: str) -> ET.Element:
        return member_text(self._data, member, self._name, _MOST_UNFOLDED)

    def _relations(self, member: str) -> dict[str, tuple[str, str]]:
        """Return the relations of a part: id -> (kind, name of the other part); no outer ones."""
        folder, base = posixpath.split(member)
        name = posixpath.join(folder, "_rels", f"{base}.rels") if member else "_rels/.rels"
        if name not in self._names:
            return {}
        found: dict[str, tuple[str, str]] = {}
        for each in self._root(name):
            target = each.attrib.get("Target", "")
            if each.attrib.get("TargetMode", "") != "External" and target:
                inside = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"
                kind = each.attrib.get("Type", "").rpartition("/")[2]
                full = posixpath.normpath(inside.lstrip("/"))
                found[each.attrib.get("Id", "")] = (kind, full)
        return found

    def _related(self, member: str, kind: str) -> str:
        return next((name for k, name in self._relations(member).values() if k == kind), "")

    def _edges(self, section: ET.Element | None) -> Iterator[tuple[str, ET.Element]]:
        """Yield the heads and feet of the last section, as "header-default" and the like."""
        known = self._relations(self._main)
        for each in section if section is not None else ():
            kind = {"headerReference": "header", "footerReference": "footer"}.get(local(each))
            which = _attribute(each, "type") or "default"
            if kind is None or which == "even" or (which == "first" and not _has_first(section)):
                continue
            name = known.get(_attribute(each, "id"), ("", ""))[1]
            if name in self._names:
                yield f"{kind}-{which}:{name}", self._root(name)

    def _written(self, held: dict[str, ET.Element], styles: Styles) -> Iterator[tuple[str, bytes]]:
        drawn = 1000
        for where, root in held.items():
            which, _, name = where.partition(":")
            known = self._relations(name)

            def picture(id_: str, known: dict[str, tuple[str, str]] = known) -> str:
                return self._picture(known.get(id_, ("", ""))[1])

            cleaning = Cleaning(styles.new_ids, FLOW, picture, drawings=drawn)
            yield f"{which}.xml", cleaning.inside(root).encode()
            self._left, drawn = self._left + len(cleaning.left), cleaning.drawings
        for id_, content in self._pictures.values():
            yield f"{id_}.png", content

    def _picture(self, member: str) -> str:
        """Return the new id of a picture, taking it in; "" for one that cannot come along."""
        if member not in self._names:
            return ""
        if member not in self._pictures:
            try:
                data = member_bytes(self._data, member, self._name, _MOST_UNFOLDED)
                content = picture_of(data, member).png
            except Refused:
                self._unread[member] = posixpath.splitext(member)[1].lstrip(".").upper()
                return ""
            self._pictures[member] = (f"rIdHouse{len(self._pictures) + 1}", content)
        return self._pictures[member][0]

    def _theme(self) -> str:
        name = self._related(self._main, "theme")
        if name not in self._names:
            return ""
        elements = next((e for e in self._root(name) if local(e) == "themeElements"), None)
        if elements is None:
            return ""
        cleaning = Cleaning({}, LOOKS | {"drawing"})
        return cleaning.copied(elements)


def _page(section: ET.Element | None) -> bytes:
    """Return the margins of a section in twentieths of a point, and whether its first page has a
    head and foot of its own."""
    found = next((e for e in (section if section is not None else ()) if local(e) == "pgMar"), None)
    margins = {
        side: min(max(int(float(value)), 200), 6000)
        for side in _MARGINS
        if found is not None and (value := _attribute(found, side)).lstrip("-").isdigit()
    }
    return json.dumps({"margins": margins, "first": _has_first(section)}).encode()


def _has_first(section: ET.Element | None) -> bool:
    return any(local(e) == "titlePg" for e in (section if section is not None else ()))


def _styles_in(root: ET.Element) -> Iterator[str]:
    names = ("pStyle", "rStyle", "tblStyle")
    return (_attribute(e, "val") for e in root.iter() if local(e) in names)


def _attribute(element: ET.Element, name: str) -> str:
    return next((v for k, v in element.attrib.items() if k.rpartition("}")[2] == name), "")
