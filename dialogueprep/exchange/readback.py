"""Reading files back: all text of all parts, and whether a file holds exactly a brief's words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from dialogueprep.domain.briefs.blocks import (
    Brief,
    Contents,
    Heading,
    Line,
    Numbered,
    headings_of,
    lines_of,
    plain,
)
from dialogueprep.domain.errors import Trouble
from dialogueprep.exchange.docx_house import Edge, added_names, edge_xml, edges_of
from dialogueprep.exchange.docx_package import PARTS
from dialogueprep.exchange.house_style import printed
from dialogueprep.exchange.pdf_lock import unlocked
from dialogueprep.exchange.pictures import digests
from dialogueprep.exchange.read_again import other_lines, rows_of, without_marks
from dialogueprep.exchange.read_codes import coded_words
from dialogueprep.exchange.read_docx import (
    body_lines,
    lines_of_xml,
    member_lines,
    members,
    read_package,
)
from dialogueprep.exchange.read_file import bytes_of
from dialogueprep.exchange.read_mail import is_mail, read_mail
from dialogueprep.exchange.read_part import DEEPEST, MOST_BYTES, Part, damaged, is_text, strings
from dialogueprep.exchange.read_pdf import opened, page_text, read_pdf
from dialogueprep.exchange.read_pdf_lines import MarkedText, marked_text
from dialogueprep.exchange.read_rtf import is_rtf, read_rtf
from dialogueprep.exchange.read_text import decode, is_by_chance, is_doubtful

__all__ = [
    "Difference",
    "Part",
    "beside_pictures",
    "body_text",
    "brief_text",
    "differences",
    "read_parts",
    "same_words",
]

_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_UNREADABLE = frozenset({"file-protected", "file-damaged", "file-kind-unknown"})
"""Why a file within a file is said to be unread; alone, it is refused."""
_DRAWN = re.compile(
    r"<(?:\w+:)?(?:path|polygon|polyline|canvas|trace)\b|<!ENTITY\s"
    r"|\bdata:(?:image|application|audio|video)/",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a file and a brief part: the place, what the brief has, what the file has."""

    place: str
    expected: str
    found: str


def read_parts(path: Path, password: str = "") -> tuple[Part, ...]:
    """Return all text of all parts of a file, and its name. With a password: of a PDF that it
    opens, else "file-protected"; "file-unlocked" when the file opens without it.

    Raises Trouble: "file-protected" (a password is needed), "file-damaged", "file-too-large"
    (it unfolds beyond reason), "file-unsafe" (it declares entities), "cannot-read". A file
    within the file that cannot be read is a part that says so.
    """
    parts = _parts(path.name, _bytes(path, password), 0)
    return (Part("file name", path.name), *parts)


def beside_pictures(parts: Iterable[Part], brief: Brief) -> tuple[Part, ...]:
    """Return the parts of a file without the pictures that the brief itself put there."""
    known = digests(brief)
    return tuple(part for part in parts if not part.digest or part.digest not in known)


def _bytes(path: Path, password: str = "") -> bytes:
    data = bytes_of(path, MOST_BYTES, "file-too-large")
    return unlocked(data, password, path.name) if password and b"%PDF-" in data[:1024] else data


def _parts(name: str, data: bytes, depth: int) -> list[Part]:
    def inner(member: str, content: bytes) -> list[Part]:
        if depth >= DEEPEST:
            raise Trouble("file-too-large", name=name)
        try:
            return _parts(member, content, depth + 1)
        except Trouble as trouble:
            if trouble.code not in _UNREADABLE:
                raise
            return [Part("bytes", strings(content), unread=True)]

    readers: dict[str, Callable[[], list[Part]]] = {
        "pdf": lambda: read_pdf(data, name, inner),
        "zip": lambda: read_package(data, name, inner),
        "rtf": lambda: read_rtf(data, inner),
        "mail": lambda: read_mail(data, inner),
        "text": lambda: _written(name, data),
    }
    return readers[_kind(name, data)]()


def _written(name: str, data: bytes) -> list[Part]:
    """Return a plain text, a page or a list, and its other readings."""
    text = re.sub("\r\n?", "\n", decode(data))
    if not is_text(text) or is_by_chance(data):
        raise Trouble("file-kind-unknown", name=name)
    again = other_lines(text, without_marks(text, name))
    coded, unread = coded_words(text)
    rows = other_lines(text, rows_of(text, name.lower().endswith((".csv", ".tsv"))))
    others = (("text, without marks", again), ("text, in codes", coded), ("text, rows", rows))
    unread = unread or is_doubtful(data) or _DRAWN.search(text) is not None
    return [
        Part("text", text, unread),
        *(Part(title, words, again=True) for title, words in others if words),
    ]


def _kind(name: str, data: bytes) -> str:
    """Return "pdf", "zip", "rtf", "mail" or "text" by content; an ending that promises more is
    held to it."""
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data[:2] == b"PK":
        return "zip"
    if data[:4] == _OLD_OFFICE:
        code = "file-protected" if _ENCRYPTED in data else "file-kind-unknown"
        raise Trouble(code, name=name)
    if name.lower().endswith((".docx", ".pdf", ".xlsx", ".pptx")):
        raise damaged(name)
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff"))
    if b"\0\0" in data[:4096] and not marked:
        raise Trouble("file-kind-unknown", name=name)
    if is_rtf(data):
        return "rtf"
    return "mail" if is_mail(name, data) else "text"


# What a reader reads


def body_text(path: Path, password: str = "") -> list[str]:
    """Return what a reader reads in the body, line by line: no running heads, no page numbers.

    For a PDF of another program: the lines of its pages.
    """
    data = _bytes(path, password)
    if _kind(path.name, data) == "zip":
        return _settled(body_lines(data, path.name))
    return _pdf_body(marked_text(data, path.name), data, path.name)


def _pdf_body(marked: MarkedText, data: bytes, name: str) -> list[str]:
    if marked.lines:
        return _settled([*_in_order(marked), marked.unmarked])
    with opened(data, name) as pages:
        return _settled(line for page in pages for line in page_text(page).split("\n"))


def _in_order(marked: MarkedText) -> list[str]:
    return [text for _, text in sorted(marked.lines.items())]


def _settled(lines: Iterable[str]) -> list[str]:
    """Return the lines that say something, with one space for every gap."""
    return [text for one in lines if (text := _one_line(one))]


def _one_line(text: str) -> str:
    return " ".join(printed(text).split())


def brief_text(brief: Brief) -> list[str]:
    """Return the lines of a brief as a reader reads them in either file."""
    lines: list[str] = []
    for block in brief.blocks:
        texts = [plain(one) for one in lines_of(block)]
        if isinstance(block, Heading):
            texts = [f"{block.number} {texts[0]}"]
        elif isinstance(block, Numbered):
            texts = [f"{block.label} {texts[0]}"]
        elif isinstance(block, Contents):
            texts += [f"{h.number} {plain(h.line)}" for _, h in headings_of(brief)]
        lines += texts
    return _settled(lines)


def same_words(path: Path, brief: Brief) -> bool:
    """Return whether a file holds exactly the words of a brief, in body, head and foot."""
    return not differences(path, brief)


def differences(path: Path, brief: Brief, password: str = "") -> tuple[Difference, ...]:
    """Return where a file of this program parts from its brief; nothing when it is the same."""
    data = _bytes(path, password)
    expected, name = brief_text(brief), path.name
    if _kind(name, data) == "zip":
        found = _compared(expected, _settled(body_lines(data, name)))
        return (*found, *_word_differences(data, name, brief))
    marked = marked_text(data, name)
    found = _compared(expected, _pdf_body(marked, data, name))
    return (*found, *_pdf_differences(marked, brief))


def _compared(expected: list[str], found: list[str]) -> tuple[Difference, ...]:
    most = max(len(expected), len(found))
    pairs = [
        (n, expected[n] if n < len(expected) else "", found[n] if n < len(found) else "")
        for n in range(most)
    ]
    return tuple(Difference(f"line {n + 1}", a, b) for n, a, b in pairs if a != b)


def _word_differences(data: bytes, name: str, brief: Brief) -> list[Difference]:
    found: list[Difference] = []
    for edge in edges_of(brief.template):
        expected = _one_line(" ".join((*lines_of_xml(edge_xml(edge, "")), _own(edge, brief))))
        text = _one_line(" ".join(member_lines(data, edge.part, name)))
        if text != expected:
            found.append(Difference(edge.part, expected, text))
    parts = [*PARTS, *added_names(brief)]
    if members(data, name) != parts:
        found.append(Difference("parts", " ".join(parts), " ".join(members(data, name))))
    return found


def _own(edge: Edge, brief: Brief) -> str:
    """Return the words of our own line in a head or foot of the pages."""
    if edge.kind == "header":
        return _furniture(brief.classification, brief.version)
    pages = "" if edge.counts else brief.page_of.format(page="1", pages="1")
    return " ".join((plain(brief.footer), brief.mark, pages))


def _pdf_differences(marked: MarkedText, brief: Brief) -> list[Difference]:
    found = [Difference("outside of lines", "", marked.unmarked)] if marked.unmarked.strip() else []
    heads = _repeated_heads(brief)
    for n, text in enumerate(marked.furniture, start=1):
        number = brief.page_of.format(page=n, pages=len(marked.furniture))
        expected = _furniture(brief.classification, brief.version, brief.footer)
        expected = _one_line(f"{expected} {brief.mark} {number}")
        if not _is_furniture(_one_line(text), expected, heads):
            found.append(Difference(f"page {n}", expected, text))
    return found


def _furniture(*lines: Line) -> str:
    return _one_line(" ".join(plain(one) for one in lines))


def _repeated_heads(brief: Brief) -> list[str]:
    """Return what may stand on a page beside its head and foot: heads of tables that are
    repeated, and in a document with contents the numbers of pages."""
    heads = [getattr(block, "head", ()) for block in brief.blocks]
    digits = "0123456789" if any(isinstance(b, Contents) for b in brief.blocks) else ""
    return [*(_furniture(*head) for head in heads if any(head)), *digits]


def _is_furniture(text: str, expected: str, heads: list[str]) -> bool:
    """Return whether a page holds its head and foot, and at most repeated heads of
    tables and numbers of pages.

    Spaces are left aside: furniture that wraps is not marked where it does.
    """
    bare = text.replace(" ", "")
    if not bare.startswith(expected.replace(" ", "")):
        return False
    rest = bare[len(expected.replace(" ", "")) :]
    longest_first = sorted((h.replace(" ", "") for h in heads), key=len, reverse=True)
    while rest:
        head = next((h for h in longest_first if rest.startswith(h)), "")
        if not head:
            return False
        rest = rest[len(head) :]
    return True
