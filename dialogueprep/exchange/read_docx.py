"""Everything that a Word file (or another zipped Office file) holds, hidden or not."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from hashlib import sha256
from io import BytesIO
from xml.etree import ElementTree as ET
from xml.parsers.expat import ExpatError

from dialogueprep import paths
from dialogueprep.domain.errors import Trouble
from dialogueprep.domain.texts import LANGUAGES
from dialogueprep.exchange.docx_contents import CODE
from dialogueprep.exchange.docx_styles import styles_xml
from dialogueprep.exchange.docx_text import COUNTS_TABLES
from dialogueprep.exchange.read_again import (
    closed_up,
    other_lines,
    put_together,
    spelled_again,
    without_tags,
)
from dialogueprep.exchange.read_beside import beside_each_other, between_boxes
from dialogueprep.exchange.read_between import outside_members
from dialogueprep.exchange.read_changes import between_changes
from dialogueprep.exchange.read_codes import coded_words
from dialogueprep.exchange.read_docx_numbers import Numbers
from dialogueprep.exchange.read_hidden import hiding_styles, mark_hidden, without_hidden
from dialogueprep.exchange.read_mixed import other_readings
from dialogueprep.exchange.read_pairs import pairs_of
from dialogueprep.exchange.read_part import MOST_BYTES, Part, damaged, strings
from dialogueprep.exchange.read_text import GUESSED, decode, is_plain_text, sound_in
from dialogueprep.exchange.read_xml import (
    TooMany,
    Unsafe,
    attributes_of,
    is_drawn,
    local,
    names_of,
    parse_xml,
    readings,
    texts_of,
    values_of,
)

_MOST_MEMBERS = 5000
_IN_UNICODE = 0x800
"""The bit that says that a member's name is UTF-8 (APPNOTE, appendix D)."""
_MANIFEST = "META-INF/manifest.xml"
# Members that Word and LibreOffice make of themselves: nobody chose what they are called.
_OF_EVERY_FILE = re.compile(
    r"\[Content_Types\]\.xml|(?:word/|xl/|ppt/)?_rels/(?:document|workbook|presentation|"
    r"(?:header|footer)\d*)?(?:\.xml)?\.rels|docProps/(?:app|core|custom)\.xml|word/(?:document|"
    r"styles|settings|webSettings|fontTable|numbering|footnotes|endnotes|comments(?:Extended|Ids)?|"
    r"people|header\d*|footer\d*|theme/theme\d+)\.xml|mimetype|META-INF/manifest\.xml|"
    r"(?:content|styles|settings|meta)\.xml|manifest\.rdf|word/stylesWithEffects\.xml|"
    r"customXml/(?:item(?:Props)?\d+\.xml|_rels/item\d+\.xml\.rels)|docProps/thumbnail\.[a-z]{3,4}"
)
_BODY, _NUMBERING = "word/document.xml", "word/numbering.xml"
_STYLE_SHEET = "word/styles.xml"
_LONGEST_LIST = 1_000_000
_STYLES = frozenset({"word/styles.xml", "styles.xml", "content.xml"})
_DOCUMENT = re.compile(
    r"^(?:word/document|xl/(?:workbook|sharedStrings|worksheets/\w+)|ppt/slides/\w+|content"
    r"|Contents/section\d+)\.xml$"
)
"""What a file is read for: it is refused where this does not open."""
_XML_NAMES = (".xml", ".rdf", ".rels", ".vml", ".svg")
_TEXT_NAMES = (
    ".txt",
    ".htm",
    ".html",
    ".xhtml",
    ".mht",
    ".mhtml",
    ".eml",
    ".rtf",
    ".json",
    ".csv",
    ".md",
)

ReadInner = Callable[[str, bytes], list[Part]]


def read_package(data: bytes, name: str, read_inner: ReadInner) -> list[Part]:
    """Return the parts of a zipped Office file: text and attributes of each member apart.

    ``read_inner`` reads a file within the file. Raises Trouble for a file that is damaged, too
    large when unfolded, protected, or that declares entities.
    """
    archive = _opened(data, name)
    if _is_locked(archive):
        raise Trouble("file-protected", name=name)
    parts = [Part("names of members", "\n".join(_names(archive)))]
    if archive.comment:
        parts.append(Part("comment of the archive", decode(archive.comment)))
    parts += outside_members(data, archive)
    left, hidden = MOST_BYTES, _hiding(archive, name)
    for entry in archive.infolist():
        if entry.is_dir():
            continue
        content = _unfolded(archive, entry, left, name)
        left -= len(content)
        parts += _member(entry.filename, content, name, read_inner, hidden)
    return [*parts, *_labelled(archive, name), *_rows(data, name, archive)]


def _names(archive: zipfile.ZipFile) -> Iterator[str]:
    """Yield the names of the members; those that do not say their encoding in each likely one.

    Names that every such file has are left out: they would stand between the words of its author.
    """
    for entry in archive.infolist():
        if _OF_EVERY_FILE.fullmatch(entry.filename):
            continue
        yield entry.filename
        if not entry.filename.isascii() and not entry.flag_bits & _IN_UNICODE:
            named = entry.filename.encode("cp437", "ignore")
            yield from (named.decode(e) for e in ("utf-8", *GUESSED) if sound_in(named, e))


def _is_locked(archive: zipfile.ZipFile) -> bool:
    """Return whether the members of an OpenDocument file are encrypted."""
    if _MANIFEST not in archive.namelist():
        return False
    try:
        with archive.open(_MANIFEST) as listed:
            return b"encryption-data" in listed.read(_LONGEST_LIST)
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, zlib.error):
        return False  # said when it is read


def _labelled(archive: zipfile.ZipFile, name: str) -> Iterator[Part]:
    """Yield the paragraphs of a Word file that begin with letters which their list puts there."""
    if _NUMBERING not in archive.namelist():
        return
    try:
        numbers = Numbers(*(_defined(archive, part, name) for part in (_NUMBERING, _STYLE_SHEET)))
        if numbers.have_letters():
            body = _defined(archive, _BODY, name)
            text = "\n".join(numbers.labelled(body)) if body is not None else ""
            whole = "\n".join((text, *closed_up(text)))
            yield from [Part("labels of lists", whole, again=True)] if text else []
    except Trouble:
        return  # said when it was read


def _defined(archive: zipfile.ZipFile, member: str, name: str) -> ET.Element | None:
    if member not in archive.namelist():
        return None
    return _parsed(_unfolded(archive, archive.getinfo(member), MOST_BYTES, name), name)


def _rows(data: bytes, name: str, archive: zipfile.ZipFile) -> list[Part]:
    """Return the rows of a workbook, cell beside cell: a person may stand in two of them."""
    if "xl/workbook.xml" not in archive.namelist():
        return []
    from dialogueprep.exchange.people_xlsx import sheets_of_xlsx

    try:
        sheets = sheets_of_xlsx(data, name)
    except Trouble:  # the cells were read one by one all the same
        return [Part("rows of the workbook", "", unread=True)]
    rows = ["\n".join("\t".join(line.cells) for line in sheet.lines) for sheet in sheets]
    return [Part(f"{s.name}, rows", text, again=True) for s, text in zip(sheets, rows, strict=True)]


def member_text(data: bytes, member: str, name: str, most: int = MOST_BYTES) -> ET.Element:
    """Return the root of one member of a Word file, refused if it unfolds to more bytes."""
    archive = _opened(data, name)
    try:
        entry = archive.getinfo(member)
    except KeyError:
        raise damaged(name) from None
    return _parsed(_unfolded(archive, entry, most, name), name)


def member_bytes(data: bytes, member: str, name: str, most: int) -> bytes:
    """Return one member of a package, refused if it unfolds to more bytes."""
    archive = _opened(data, name)
    return _unfolded(archive, archive.getinfo(member), most, name)


def members(data: bytes, name: str) -> list[str]:
    """Return the names of a package's members in their order."""
    return _opened(data, name).namelist()


def _opened(data: bytes, name: str) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise damaged(name) from None
    if len(archive.infolist()) > _MOST_MEMBERS:
        raise Trouble("file-too-large", name=name)
    if any(entry.flag_bits & 1 for entry in archive.infolist()):
        raise Trouble("file-protected", name=name)
    return archive


def _unfolded(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int, name: str) -> bytes:
    try:
        with archive.open(entry) as member:
            content = member.read(most + 1)
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, RuntimeError, ValueError):
        raise damaged(name) from None
    if len(content) > most:
        raise Trouble("file-too-large", name=name)
    return content


def _hiding(archive: zipfile.ZipFile, name: str) -> frozenset[str]:
    """Return the styles whose words are not shown."""
    found: set[str] = set()
    for member in _STYLES.intersection(archive.namelist()):
        try:
            content = _unfolded(archive, archive.getinfo(member), MOST_BYTES, name)
            found |= hiding_styles(_parsed(content, name))
        except Trouble:  # said when it is read
            continue
    return frozenset(found)


def _member(
    member: str, data: bytes, name: str, read_inner: ReadInner, hidden: frozenset[str]
) -> list[Part]:
    lower = member.lower()
    if lower.endswith(_TEXT_NAMES):
        return _written(member, data, read_inner)
    if lower.endswith(_XML_NAMES) or data[:5] in (b"<?xml", b"\xef\xbb\xbf<?"):
        return _xml_or_text(member, data, name, hidden)
    if data[:4] == b"PK\x03\x04" or data[:5] == b"%PDF-":
        return [part.within(member) for part in read_inner(member, data)]
    if member == "mimetype":  # of an OpenDocument file
        return [Part(member, decode(data))]
    if data and is_plain_text(data):
        return _written(member, data, read_inner)
    return [Part(member, strings(data), unread=bool(data), digest=sha256(data).hexdigest())]


def _written(member: str, data: bytes, read_inner: ReadInner) -> list[Part]:
    """Return a text within the file, and what a letter or rich text holds beside it."""
    found = read_inner(member, data)
    if found[0].unread and found[0].name == "bytes":
        return [Part(member, decode(data), unread=True)]
    return [_of_text(part, member) for part in found]


def _of_text(part: Part, member: str) -> Part:
    if part.name == "text":
        return replace(part, name=member)
    if part.again and part.name.startswith("text, "):
        return replace(part, name=f"{member}, without tags")
    return part.within(member)


def _xml_or_text(member: str, data: bytes, name: str, hidden: frozenset[str]) -> list[Part]:
    """Return the parts of XML; one beside the document that is not well formed, or that declares
    entities, is read as a text and said to be unread: nothing of what it declares is done."""
    try:
        return _xml(member, data, name, hidden)
    except Trouble as trouble:
        if trouble.code == "file-too-large" or _DOCUMENT.search(member):
            raise
    text = decode(data)
    bare = Part(f"{member}, without tags", without_tags(text), again=True)
    return [Part(member, text, unread=True), bare]


def _xml(member: str, data: bytes, name: str, hidden: frozenset[str]) -> list[Part]:
    root = _parsed(data, f"{name}: {member}")
    mark_hidden(root, hidden)
    text = "\n".join(texts_of(root))
    values = list(attributes_of(root, known_values()))
    words = "\n".join((*values, *names_of(root)))
    coded, pictured = coded_words(f"{text}\n{words}")
    unread = pictured or is_drawn(root)
    parts = [Part(member, text, unread, digest=sha256(data).hexdigest() if unread else "")]
    others = (
        *other_readings(root),
        *(beside_each_other(root) if not _DOCUMENT.search(member) else ()),
        *without_hidden(root, hidden),
        *between_boxes(root),
        *between_changes(root),
        *spelled_again(text),
    )
    if again := other_lines(text, "\n".join(others)):
        parts.append(Part(f"{member}, joined", again, again=True))
    found = ((f"{member}, attributes", words), (f"{member}, in codes", coded))
    parts += [Part(title, one) for title, one in found if one]
    again = (*put_together(words), *pairs_of(values), without_tags(words))
    spelled = other_lines(words, "\n".join(again))
    return [
        *parts,
        *([Part(f"{member}, attributes spelled", spelled, again=True)] if spelled else []),
    ]


def _parsed(data: bytes, name: str) -> ET.Element:
    try:
        return parse_xml(data)
    except Unsafe:
        raise Trouble("file-unsafe", name=name) from None
    except TooMany:
        raise Trouble("file-too-large", name=name) from None
    except (ExpatError, ValueError, LookupError):
        raise damaged(name) from None


@cache
def known_values() -> frozenset[str]:
    """Return the attribute values that belong to the house's styles and to the format."""
    shipped = [p.read_bytes() for p in sorted((paths.resources() / "word").glob("*.xml"))]
    styles = [styles_xml(language).encode() for language in LANGUAGES]
    return _FORMAT.union(*(values_of(parse_xml(data)) for data in (*shipped, *styles)))


_FORMAT_WORDS = """preserve default eastAsia ascii hAnsi cs dxa pct nil fixed atLeast exact single
left right center both start end top bottom baseline begin separate first even odd continuous
nextPage page column line text margin character paragraph table numbering bullet decimal wps wp14
w14 w15 wpg wpc rect ellipse square tight bar dash dot solid clear restart continue portrait
landscape minor major minorHAnsi majorHAnsi minorEastAsia majorEastAsia minorBidi majorBidi autofit
singleLevel hybridMultilevel multilevel swiss roman modern variable r b t l External Internal"""
_FORMAT = frozenset(_FORMAT_WORDS.split()) | {" PAGE ", " NUMPAGES ", COUNTS_TABLES}


def body_lines(data: bytes, name: str) -> list[str]:
    """Return what a reader reads in the body of a Word file, a line for each paragraph.

    Hidden and deleted words are kept: whoever compares must see them.
    """
    body = member_text(data, "word/document.xml", name)
    parts = members(data, name)
    defined = (
        member_text(data, part, name) if part in parts else None
        for part in ("word/numbering.xml", "word/styles.xml")
    )
    numbers = Numbers(*defined)
    _drop_pages(body)
    lines = ((numbers.of(p), _whole(p)) for p in _paragraphs(body))
    return [" ".join(filter(None, line)) for line in lines if any(line)]


def _drop_pages(body: ET.Element) -> None:
    """Take the page numbers out of a table of contents, and the codes of its fields."""
    paging = False
    for element in body.iter():
        match local(element), element.text or "":
            case "instrText", code:
                paging = code.startswith(" PAGEREF ")
                if paging or code == CODE:
                    element.text = ""
            case "fldChar", _:
                ends = any(value == "end" for value in element.attrib.values())
                paging = paging and not ends
            case "t", words if paging and words.isdecimal():
                element.text = ""
            case _:
                pass


def member_lines(data: bytes, member: str, name: str) -> list[str]:
    """Return the lines of a header or a footer."""
    return [text for p in _paragraphs(member_text(data, member, name)) if (text := _whole(p))]


def lines_of_xml(xml: str) -> list[str]:
    """Return the lines of some paragraphs given as the XML of a part."""
    return [text for p in _paragraphs(parse_xml(xml.encode())) if (text := _whole(p))]


def _paragraphs(element: ET.Element) -> Iterator[ET.Element]:
    for child in element:
        name = local(child)
        if name == "p":
            yield child
        if name != "Fallback":  # the same words for an older program
            yield from _paragraphs(child)


def _whole(paragraph: ET.Element) -> str:
    found = readings(paragraph)
    return max(found, key=len) if found else ""
