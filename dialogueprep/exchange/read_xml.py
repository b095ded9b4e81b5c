"""All text in a part of XML: words of paragraphs joined, and the words in attributes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any
from xml.etree import ElementTree as ET
from xml.parsers import expat

from dialogueprep.exchange.read_again import unlinked
from dialogueprep.exchange.read_fields import FIELD_ENDS, words_of_fields

_DEEPEST = 200
_MOST_SPACES = 1000
_DECLARES = "http://www.w3.org/2000/xmlns/}declared"
_MOST_ELEMENTS = 2_000_000
"""Elements and attributes of one part; more would take memory and time beyond reason."""
PARAGRAPHS = frozenset({"p", "si", "is"})
_INSERTED, _DELETED = frozenset({"ins", "moveTo"}), frozenset({"del", "moveFrom"})
_DECLARED = re.compile(rb"""\s*<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["'][^>]*\?>""")
WORDS = frozenset({"t", "delText"})
_FIELDS = frozenset({"instrText", "delInstrText"})
HIDES = frozenset({"vanish", "webHidden", "specVanish"})
OFF = frozenset({"0", "false", "off"})
_EITHER = ("fallback", "choice")
"""One of the two is shown, by what the program knows (ECMA-376 part 3, 7.6)."""
_SINGLE = frozenset({"sym", "begChr", "buChar"})
"""A letter of its own: of a symbol font, the bracket before a formula (22.1.2.10), what stands
before a line of a list (21.1.2.4.3)."""
_CHOICE = "choice "
_MARKS = {
    "rt": frozenset({"ruby"}),
    "rPh": frozenset({"ruby"}),
    "Fallback": frozenset({"fallback"}),
}
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


class TooMany(ValueError):
    """The XML has more elements than a document's part holds."""


class Unsafe(ValueError):
    """The XML declares its own entities or is nested beyond reason."""


def parse_xml(data: bytes) -> ET.Element:
    """Return the root of a part. A document type that declares anything is refused, so no entity
    is ever expanded; one that names a public one, such as that of a drawing, is left unread.

    Raises Unsafe, TooMany, or ``expat.ExpatError`` when it is not well formed.
    """
    if data.count(b"<") - data.count(b"</") > _MOST_ELEMENTS:
        raise TooMany
    attributes = data.count(b"=")
    if attributes > _MOST_ELEMENTS // 8 and attributes > 8 * data.count(b"<"):
        raise TooMany  # on one element, which would be held whole before it can be counted
    building = _Building()
    parser: Any = expat.ParserCreate(None, "}")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = building.start, building.end
    parser.CharacterDataHandler = building.tree.data
    parser.CommentHandler, parser.ProcessingInstructionHandler = building.comment, building.note
    parser.StartNamespaceDeclHandler = building.space
    parser.StartDoctypeDeclHandler = _refuse_unless_plain
    parser.Parse(_in_unicode(data), True)
    return building.closed()


class _Building:
    """Builds the tree of a part; comments before and after its root are put at its end."""

    def __init__(self) -> None:
        self.tree = ET.TreeBuilder(insert_comments=True, insert_pis=True)
        self._depth = 0
        self._left = _MOST_ELEMENTS
        self._around: list[str] = []
        self._spaces: dict[str, None] = {}

    def space(self, prefix: str | None, uri: str | None) -> None:
        if uri and not _KNOWN_SPACES.match(uri) and len(self._spaces) < _MOST_SPACES:
            self._spaces[f"{prefix or ''} {uri}".strip()] = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._left -= 1 + len(attributes)
        if self._depth > _DEEPEST:
            raise Unsafe("nested too deep")
        if self._left < 0:
            raise TooMany
        self.tree.start(tag, attributes)

    def end(self, tag: str) -> None:
        self._depth -= 1
        self.tree.end(tag)

    def comment(self, text: str) -> None:
        if self._depth:
            self.tree.comment(text)
        else:
            self._around.append(text)

    def note(self, target: str, text: str) -> None:
        if self._depth:
            self.tree.pi(target, text)
        elif target != "mso-application":
            self._around.append(f"{target} {text}")

    def closed(self) -> ET.Element:
        root = self.tree.close()
        root.extend(ET.Comment(text) for text in self._around)
        if self._spaces:  # an element may declare a namespace that nothing uses
            root.set(_DECLARES, "\n".join(self._spaces))
        return root


def _in_unicode(data: bytes) -> bytes | str:
    """Return a part in an encoding that the parser knows."""
    declared = _DECLARED.match(data)
    if not declared or declared[1].lower().startswith((b"utf", b"us-ascii", b"iso-8859-1")):
        return data
    return data[declared.end() :].decode(declared[1].decode("ascii"))


def _refuse_unless_plain(_: str, __: str | None, public: str | None, declares: int) -> None:
    if declares or not public:
        raise Unsafe("declares a document type")


def local(element: ET.Element) -> str:
    """Return the name of an element without its namespace; "" for a comment."""
    return _bare(element.tag)


@lru_cache(maxsize=4096)
def _bare(tag: Any) -> str:
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def texts_of(root: ET.Element) -> Iterator[str]:
    """Yield all text of a part: each paragraph whole, in every reading that it has, then what
    stands outside paragraphs, comments too."""
    inside: set[ET.Element] = set()
    for element in root.iter():
        if local(element) in PARAGRAPHS:
            yield from readings(element)
            inside.update(_own(element))
    loose = [e for e in root.iter() if e not in inside]
    yield from (e.text for e in loose if e.text and e.text.strip())
    yield from (e.tail for e in root.iter() if e.tail and e.tail.strip())


def _own(paragraph: ET.Element) -> Iterator[ET.Element]:
    """Yield the elements whose text a paragraph's readings hold."""
    for element in paragraph.iter():
        if local(element) in WORDS | _FIELDS:
            yield element


def readings(paragraph: ET.Element) -> list[str]:
    """Return the different texts of a paragraph: as it stands, without ruby, before the tracked
    changes, with everything, and its field codes. Paragraphs within it are left out."""
    pieces = list(pieces_of(paragraph))

    def kept(leave: Callable[[frozenset[str]], bool]) -> str:
        return "".join(text for marks, text in pieces if not leave(marks))

    fields = "".join(text for marks, text in pieces if "field" in marks)
    found = [
        kept(lambda m: bool(m & {"field", "deleted"})),
        kept(lambda m: bool(m & {"field", "deleted", "ruby"})),
        kept(lambda m: bool(m & {"field", "inserted"})),
        kept(lambda m: "field" in m),
        fields,
    ]
    if any("ruby" in marks for marks, _ in pieces):
        above = kept(lambda m: "ruby" not in m or "deleted" in m)
        found += [above, f"{above}: "]
    if any("hidden" in marks for marks, _ in pieces):
        found.append(kept(lambda m: bool(m & {"field", "deleted", "hidden"})))
    if any("fallback" in marks for marks, _ in pieces):
        found += [kept(lambda m, one=one: bool(m & {"field", "deleted", one})) for one in _EITHER]
    if len(chosen := {mark for marks, _ in pieces for mark in marks if mark[:7] == _CHOICE}) > 1:
        aside = frozenset({"field", "deleted", "fallback"})
        found += [kept(lambda m, o=chosen - {one}: bool(m & (aside | o))) for one in sorted(chosen)]
    found += words_of_fields(pieces)
    return [text for text in dict.fromkeys(found) if text.strip()]


def pieces_of(
    element: ET.Element, marks: frozenset[str] = frozenset()
) -> Iterator[tuple[frozenset[str], str]]:
    """Yield the words of a paragraph with how they stand there: "deleted", "inserted", "field",
    "ruby", "hidden", "choice", "fallback"; and without words, where the code of a field begins
    ("begin"), its result does ("separate") and both end ("end"). Paragraphs within it are left
    out."""
    for child in element:
        name = local(child)
        if name in PARAGRAPHS:
            continue
        if name == "fldChar":
            yield marks | frozenset(FIELD_ENDS.intersection(child.attrib.values())), ""
        elif name in WORDS:
            yield (marks | {"deleted"} if name == "delText" else marks), child.text or ""
        elif name in _FIELDS:
            yield marks | {"field"}, child.text or ""
        elif name in _SINGLE:
            yield marks, _symbol(child, name)
        elif name in _SIGNS and not len(child):
            yield marks, _SIGNS[name] if not _is_tab_stop(child) else ""
        else:
            yield from pieces_of(child, marks | _mark(child, name) | _hidden(child, name))


def _mark(element: ET.Element, name: str) -> frozenset[str]:
    if name in _INSERTED:
        return frozenset({"inserted"})
    if name in _DELETED:
        return frozenset({"deleted"})
    if name == "Choice":
        return frozenset({"choice", _CHOICE + next(iter(element.attrib.values()), "")})
    return _MARKS.get(name, frozenset())


def _hidden(element: ET.Element, name: str) -> frozenset[str]:
    """Return the mark of a run that is not shown."""
    about = element[0] if name == "r" and len(element) else None
    if about is None or local(about) != "rPr":
        return frozenset()
    hides = (e for e in about if local(e) in HIDES)
    on = any(not OFF.intersection(e.attrib.values()) for e in hides)
    return frozenset({"hidden"}) if on else frozenset()


def _is_tab_stop(element: ET.Element) -> bool:
    """Return whether it is a tab stop of the paragraph's properties, not a tab in its text."""
    return any(key.rpartition("}")[2] == "pos" for key in element.attrib)


def _symbol(element: ET.Element, name: str) -> str:
    if name != "sym":
        words = next(iter(element.attrib.values()), "")
        return words if name == "begChr" or len(words) > 1 else ""
    code = next((v for k, v in element.attrib.items() if k.endswith("char")), "")
    try:
        number = int(code, 16) & 0xFFFF
        return chr(number - 0xF000 if 0xF020 <= number <= 0xF0FF else number)
    except ValueError:
        return ""


_NOISE = re.compile(
    r"[-+]?[\d.,]+(?:pt|px|in|cm|mm|%|em)?|(?=\D*\d)[0-9A-Fa-f]{2,8}|[0-9A-F]{6}|[0-9A-F]{8}|rId\d+|true|false|on|off|none|auto|"
    r"https?://(?:schemas\.openxmlformats\.org|schemas\.microsoft\.com|purl\.org|www\.w3\.org)\S*|"
    r"\{?[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}?|"
    r"application/(?:vnd\.openxmlformats|xml|vnd\.ms)\S*|image/\w+|",
)
_AUTHORS = frozenset({"author", "initials", "userId"})
_OUTLINES = frozenset({"path", "polygon", "polyline", "image", "foreignObject", "trace"})
_KNOWN_SPACES = re.compile(
    r"https?://(?:schemas\.openxmlformats\.org|schemas\.microsoft\.com|purl\.o(?:rg|clc\.org)|"
    r"www\.w3\.org|ns\.adobe\.com)|urn:(?:schemas-microsoft-com|oasis:names|schemas-openxml)",
)


def attributes_of(root: ET.Element, known: frozenset[str]) -> Iterator[str]:
    """Yield the words in attributes, each once: descriptions, names, targets, authors, codes.

    Numbers, colours and the words of the format itself (``known``) are left out.
    """
    seen: set[str] = set()
    for element in root.iter():
        for key, value in element.attrib.items():
            if value in seen:
                continue
            if (value not in known and not _NOISE.fullmatch(value)) or _is_author(key):
                seen.add(value)
                yield value
                if (target := unlinked(value)) != value:
                    yield target


def _is_author(key: str) -> bool:
    return key.rpartition("}")[2] in _AUTHORS


def names_of(root: ET.Element) -> Iterator[str]:
    """Yield the names of elements, attributes and namespaces that no format knows of, each once."""
    names: dict[str, None] = {}
    for element in root.iter():
        if not local(element):
            continue
        space, _, name = element.tag.rpartition("}")
        own = not _KNOWN_SPACES.match(space) or "_x" in name
        if own:
            names |= dict.fromkeys((space, name))
        for key in element.attrib:
            space, _, name = key.rpartition("}")
            if (own and not space) or not _KNOWN_SPACES.match(space or "http://www.w3.org/"):
                names |= dict.fromkeys((space, name))
    yield from (name for name in names if name)


def is_drawn(root: ET.Element) -> bool:
    """Return whether a part draws without words: outlines in a drawing, handwriting."""
    if local(root) not in ("svg", "ink"):
        return False
    return any(local(element) in _OUTLINES for element in root.iter())


def values_of(root: ET.Element) -> frozenset[str]:
    """Return every value of an attribute in a part."""
    return frozenset(v for element in root.iter() for v in element.attrib.values())
