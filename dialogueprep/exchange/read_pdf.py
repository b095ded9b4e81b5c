"""Everything that a PDF holds: pages, properties, outline, annotations, attachments, forms."""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from io import BytesIO
from itertools import pairwise
from typing import Any

from dialogueprep.domain.errors import Trouble
from dialogueprep.exchange.read_again import (
    across,
    closed_up,
    other_lines,
    spelled_again,
    without_tags,
)
from dialogueprep.exchange.read_codes import coded_words
from dialogueprep.exchange.read_pairs import pairs_of
from dialogueprep.exchange.read_part import Part, damaged, far_words, is_text, strings
from dialogueprep.exchange.read_pdf_forms import drawn_forms, names_of_fields, pages_of, values_in
from dialogueprep.exchange.read_pdf_left import left_objects, outside
from dialogueprep.exchange.read_pdf_library import PDFIUM, objects, pdfium, pdfium_raw
from dialogueprep.exchange.read_pdf_machinery import words_in_machinery
from dialogueprep.exchange.read_pdf_names import names_chosen
from dialogueprep.exchange.read_pdf_objects import (
    comments_in,
    draws,
    strings_shown,
    words_in,
    words_in_content,
)
from dialogueprep.exchange.read_pdf_unread import (
    attachments,
    fonts_of_signs,
    of_machinery,
    page_contents,
    unread_pages,
)
from dialogueprep.exchange.read_text import decode

_FOLDED = "\x02"
_CONTROL = re.compile("[\0-\x08\x0e-\x1f\ufffd]")
_DRAWS_WORDS = re.compile(rb"\bBT\s.*?\b(?:Tj|TJ)\s.*?\bET\b", re.DOTALL)
_HELD = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_SHORT = 200
_PAGE = re.compile(r"page \d+")
_USUAL_INFO = frozenset(
    {"Title", "Author", "Subject", "Keywords", "Creator", "Producer", "Trapped"}
    | {"CreationDate", "ModDate"}
)
_NAMED = frozenset({"info", "destinations"})
"""Tables whose keys are words of the author."""
_ODD = (AttributeError, TypeError, ValueError, LookupError)
"""What the library raises where an object is of another kind than its place asks for."""
ReadInner = Callable[[str, bytes], list[Part]]


def read_pdf(data: bytes, name: str, read_inner: ReadInner) -> list[Part]:
    """Return the parts of a PDF. Raises Trouble when it is damaged or needs a password."""
    parts = _pages(data, name)
    parts += _objects(data, name, read_inner, _empty(parts))
    parts += outside(data)
    for n, earlier in enumerate(_earlier(data), start=1):
        parts += _earlier_parts(earlier, n, name, read_inner)
    return list(dict.fromkeys(parts))


def open_pages(data: bytes, name: str) -> Any:
    """Return the PDF opened for the text of its pages; to be called while PDFIUM is held."""
    library = pdfium()
    try:
        return library.PdfDocument(data)
    except library.PdfiumError as error:
        raise _trouble(str(error), name) from None


@contextmanager
def opened(data: bytes, name: str) -> Generator[Any]:
    """Yield the PDF opened for the text of its pages; no other thread reads one meanwhile."""
    with PDFIUM:
        pages = open_pages(data, name)
        try:
            yield pages
        finally:
            pages.close()


def _trouble(reason: str, name: str) -> Trouble:
    return Trouble("file-protected", name=name) if "assword" in reason else damaged(name)


def _pages(data: bytes, name: str) -> list[Part]:
    with opened(data, name) as pages:
        return [part for n in range(len(pages)) for part in _page(pages[n], n + 1)]


def _empty(parts: Iterable[Part]) -> frozenset[int]:
    """Return the numbers of the pages without any text."""
    blank = (part.name for part in parts if _PAGE.fullmatch(part.name) and not part.text.strip())
    return frozenset(int(name.split()[1]) for name in blank)


def overleaf(parts: Iterable[Part]) -> Iterator[Part]:
    """Yield the words that begin on one page and end on the next. Not for a file of this program,
    whose words are compared with those that were checked."""
    texts = [part.text for part in parts if _PAGE.fullmatch(part.name)]
    for n, (before, after) in enumerate(pairwise(texts), start=1):
        if words := "\n".join(across(before, after)):
            yield Part(f"from page {n} to {n + 1}", words, again=True)


def _page(page: Any, n: int) -> Iterator[Part]:
    """Yield the text of a page, and what its annotations draw on it."""
    letters = _letters(page)
    text = letters.replace(_FOLDED, "-")
    yield Part(f"page {n}", text)
    if _CONTROL.search(text):  # codes of a font that does not say which letters they are
        yield Part(f"page {n}, letters or pictures", "", unread=True)
    whole = (one.replace(_FOLDED, "") for one in letters.splitlines() if _FOLDED in one)
    if apart := "\n".join((*closed_up(text), *whole)):
        yield Part(f"page {n}, closed up", apart, again=True)
    if _drawn_in(page):
        with_annotations = page_text(page)
        if with_annotations != text:
            yield Part(f"page {n} with annotations", with_annotations)


def _drawn_in(page: Any) -> bool:
    """Draw the annotations into the page in memory; return whether it has any."""
    library = pdfium_raw()
    if not library.FPDFPage_GetAnnotCount(page):
        return False
    library.FPDFPage_Flatten(page, library.FLAT_NORMALDISPLAY)
    return True


def page_text(page: Any) -> str:
    """Return the text of a page; a hyphen that the reader folded away stands again."""
    return _letters(page).replace(_FOLDED, "-")


def _letters(page: Any) -> str:
    """Return the text of a page with a sign for each hyphen at the end of a line."""
    text_page = page.get_textpage()
    try:
        text = text_page.get_text_range()
    finally:
        text_page.close()
    return text.replace("\r\n", "\n").replace("\ufffe", _FOLDED)


def _objects(data: bytes, name: str, read_inner: ReadInner, empty: frozenset[int]) -> list[Part]:
    pikepdf = objects()
    parts: list[Part] = []
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            try:
                parts.extend(_parts_of(pdf, read_inner, empty))
                parts.extend(_left(data, pdf, read_inner))
            except _ODD:
                parts.append(Part("other objects", strings(data), unread=True))
            return parts
    except pikepdf.PasswordError:
        raise Trouble("file-protected", name=name) from None
    except (pikepdf.PdfError, RuntimeError):
        raise damaged(name) from None


def _parts_of(pdf: Any, read_inner: ReadInner, empty: frozenset[int]) -> Iterator[Part]:
    seen: set[tuple[int, int]] = set()
    root = pdf.Root
    for title, found in (
        ("info", pdf.trailer.get("/Info")),
        ("outline", root.get("/Outlines")),
        ("form", root.get("/AcroForm")),
        ("names", root.get("/Names")),
        ("destinations", root.get("/Dests")),
        *((f"page {n}, annotations", page.obj.get("/Annots")) for n, page in _numbered(pdf)),
    ):
        if found is not None and (words := list(words_in(found, seen, named=title in _NAMED))):
            words = [word for word in words if word not in _USUAL_INFO]
            yield Part(title, "\n".join(words))
            yield from _in_two(title, words)
    read = unread_pages(pdf, empty)
    yield from (Part(f"page {n}, letters or pictures", "", unread=True) for n in read)
    yield from _content(pdf)
    held = (*pdf.objects, pdf.trailer)
    if rest := [word for obj in held for word in words_in(obj, seen)]:
        yield Part("other objects", "\n".join(dict.fromkeys(rest)))
        yield from _in_two("other objects", rest)
        if apart := "\n".join(closed_up("\n".join(rest))):
            yield Part("other objects, closed up", apart, again=True)
    if values := list(values_in(root.get("/AcroForm"))):
        whole = (*values, *closed_up("\n".join(values)), *pairs_of(values))
        yield Part("form, values", "\n".join(whole), again=True)
    if names := "\n".join(dict.fromkeys(names_of_fields(root.get("/AcroForm")))):
        yield Part("form, names of fields", names, again=True)
    if chosen := names_chosen(pdf):
        yield Part("names of objects", "\n".join(chosen), again=True)
    yield from _form_in_pieces(root.get("/AcroForm"))
    yield from _streams(pdf, read_inner)


def _in_two(title: str, words: Iterable[str]) -> Iterator[Part]:
    """Yield words that two strings hold one behind the other as one."""
    if whole := "\n".join(dict.fromkeys(pairs_of(words))):
        yield Part(f"{title}, joined", whole, again=True)


def _form_in_pieces(form: Any) -> Iterator[Part]:
    """Yield the words of a form of XML that stands in several streams, whole (12.7.9)."""
    pikepdf = objects()
    pieces: Any = form.get("/XFA") if isinstance(form, pikepdf.Dictionary) else None
    if isinstance(pieces, pikepdf.Array):
        held = b"".join(_stream_bytes(one) for one in pieces if isinstance(one, pikepdf.Stream))
        yield Part("form, whole", without_tags(decode(held)), again=True)


def _left(data: bytes, pdf: Any, read_inner: ReadInner) -> Iterator[Part]:
    """Yield what objects hold that were left in the file and that nothing leads to."""
    pikepdf = objects()
    versions = max(1, data.count(b"%%EOF"))
    for number, obj in left_objects(data, pdf, versions):
        name = f"left object {number}"
        if obj is None or pdf.is_encrypted:
            yield Part(name, "", unread=True)
            continue
        if words := list(words_in(obj, set())):
            yield Part(name, "\n".join(words))
        if isinstance(obj, pikepdf.Stream):
            yield from (part.within(name) for part in _stream(obj, read_inner))


def _numbered(pdf: Any) -> list[tuple[int, Any]]:
    return [(n + 1, pdf.pages[n]) for n in range(len(pdf.pages))]


def _content(pdf: Any) -> Iterator[Part]:
    """Yield the words in the marks of each page's content, such as replacement texts, and in its
    comments; pieces of a word joined too."""
    for n, page in _numbered(pdf):
        words = [*words_in_content(page.obj), *comments_in(page.obj)]
        if words:
            yield Part(f"page {n}, marks", "\n".join(words))
        if len(words) > 1:
            yield Part(f"page {n}, marks joined", "".join(words), again=True)
        if signs := "\n".join(strings_shown(page.obj, fonts_of_signs(page.obj))):
            yield Part(f"page {n}, signs as letters", signs, again=True)


def _streams(pdf: Any, read_inner: ReadInner) -> Iterator[Part]:
    pikepdf = objects()
    pages, attached, machinery = page_contents(pdf), attachments(pdf), of_machinery(pdf)
    drawn = drawn_forms(pdf)
    hidden: list[Any] = []
    for obj in pdf.objects:
        if not isinstance(obj, pikepdf.Stream) or obj.objgen in pages:
            continue
        if obj.objgen in machinery:
            yield from _machinery(obj)
            continue
        parts = _stream(obj, read_inner, attached.get(obj.objgen))
        if parts and obj.get("/Subtype") == "/Form" and obj.objgen not in drawn:
            hidden += [] if _are_plain(parts[0].text) else [obj]
        yield from parts
    yield from _of_hidden(hidden)


def _of_hidden(forms: list[Any]) -> Iterator[Part]:
    """Yield what is read when drawings that no page shows are drawn."""
    if not forms:
        return
    try:
        with opened(pages_of(forms), "") as pages:
            texts = [page_text(pages[n]) for n in range(len(pages))]
    except (Trouble, objects().PdfError):
        texts = [""] * len(forms)
    for form, text in zip(forms, texts, strict=True):
        shown = any(c.isalpha() for c in text) and not _CONTROL.search(text)
        yield Part(f"drawing {form.objgen[0]}, drawn", text, unread=not shown, again=shown)


def _stream(obj: Any, read_inner: ReadInner, attached: str | None = None) -> list[Part]:
    """Return the words of a stream; ``attached`` is what an attached file is called."""
    number = obj.objgen[0]
    kind, subtype = str(obj.get("/Type", "")), str(obj.get("/Subtype", ""))
    if subtype == "/XML":
        return _xmp(decode(_stream_bytes(obj)))
    if attached is not None or kind == "/EmbeddedFile" or "/Params" in obj:
        name = f"attachment {attached or number}"
        return [part.within(name) for part in read_inner(name, _stream_bytes(obj))]
    if subtype == "/Image" or ("/Width" in obj and "/Height" in obj):
        known = sha256(_stream_bytes(obj)).hexdigest()
        words = strings(obj.read_raw_bytes()[:200_000])
        return [Part(f"picture {number}", words, unread=True, digest=known)]
    if subtype == "/Form" or kind == "/Pattern" or _is_content(obj):
        return _drawing(obj, number, shown=subtype == "/Form")
    if _is_machinery(obj):
        return list(_machinery(obj))
    return _data(_stream_bytes(obj), f"stream {number}")


def _machinery(obj: Any) -> Iterator[Part]:
    if words := words_in_machinery(_stream_bytes(obj)):
        yield Part(f"font or table {obj.objgen[0]}", words)


def _data(data: bytes, name: str) -> list[Part]:
    """Return the words of a stream of unknown use: a script, a form's data, another program's."""
    text = decode(data)
    shows = is_text(text) and (b"\0" not in data or data[:2] in (b"\xff\xfe", b"\xfe\xff"))
    words = text if shows else strings(data)
    if not data.isascii() and len(data) < _SHORT:  # too short to tell its encoding for sure
        words = "\n".join(dict.fromkeys((words, *far_words(data))))
    coded, unread = coded_words(text) if shows else ("", bool(data.strip(b"\0 \r\n")))
    found = (f"{name}, in codes", "\n".join(filter(None, (coded, *spelled_again(words)))))
    parts = [Part(name, words, unread)] if words or unread else []
    return [*parts, Part(*found, again=True)] if found[1] else parts


def _xmp(text: str) -> list[Part]:
    plain = _HELD.sub(r"\1", text)
    again = other_lines(text, f"{without_tags(text)}\n{without_tags(plain)}")
    coded, unread = coded_words(text)
    others = (("xmp, without tags", again), ("xmp, in codes", coded))
    return [Part("xmp", text, unread), *(Part(t, w, again=True) for t, w in others if w)]


def _drawing(obj: Any, number: int, *, shown: bool) -> list[Part]:
    """Return the words of a drawing. ``shown``: the pages it stands on tell whether its letters
    were read; otherwise letters that are codes of a font are said to be unread."""
    words = "\n".join((*words_in_content(obj), *comments_in(obj)))
    drawn = draws(obj)
    unread = "curves" in drawn or (not shown and "words" in drawn and not _are_plain(words))
    parts = [Part(f"drawing {number}", words, unread)] if words or unread else []
    joined = "".join(words.split("\n"))
    again = [joined] if joined != words and not _CONTROL.search(joined) else []
    return [*parts, *(Part(f"drawing {number}, joined", one, again=True) for one in again)]


def _are_plain(words: str) -> bool:
    return any(c.isalpha() for c in words) and not _CONTROL.search(words)


def _is_content(obj: Any) -> bool:
    """Return whether a stream that no page has draws words, as content left over does."""
    return not _is_machinery(obj) and _DRAWS_WORDS.search(_stream_bytes(obj)) is not None


def _is_machinery(obj: Any) -> bool:
    """Return whether a stream holds a font, its tables, colours or the file's own objects."""
    if any(key in obj for key in ("/Length1", "/FunctionType", "/ShadingType", "/HalftoneType")):
        return True
    if str(obj.get("/Type", "")) in ("/ObjStm", "/XRef"):
        return True
    if str(obj.get("/Subtype", "")) in ("/Type1C", "/CIDFontType0C", "/OpenType"):
        return True
    data = _stream_bytes(obj)
    return b"begincmap" in data[:4000] or data[36:40] == b"acsp"


def _stream_bytes(obj: Any) -> bytes:
    pikepdf = objects()
    try:
        return obj.read_bytes()
    except pikepdf.PdfError:
        return obj.read_raw_bytes()


def _earlier(data: bytes) -> list[bytes]:
    """Return the file as it was before each later saving that was appended to it."""
    ends: list[int] = []
    at = data.find(b"%%EOF")
    while at >= 0:
        ends.append(at + 5)
        at = data.find(b"%%EOF", at + 5)
    if b"/Linearized" in data[:2048]:
        ends = ends[1:]  # the first end belongs to the arrangement for the web
    return [data[:end] for end in ends[:-1]]


def _earlier_parts(data: bytes, n: int, name: str, read_inner: ReadInner) -> list[Part]:
    try:
        pages = _pages(data, name)
        parts = [*pages, *_objects(data, name, read_inner, _empty(pages))]
    except Trouble:
        return [Part(f"earlier version {n}", strings(data), unread=True)]
    return [part.within(f"earlier version {n}") for part in parts]
