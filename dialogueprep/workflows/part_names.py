"""What the parts of a file are called in plain words: where a passage stands, and what was not
read."""

from __future__ import annotations

import re

from dialogueprep.words import clauses, later, tr

_CALLED = (
    (r"^file name\b", later("file name")),
    (r"thumbnail", later("picture")),
    (
        r"^text\b|word/document\.xml|content\.xml|^Contents/section|^xl/sharedStrings|^message\b",
        later("text"),
    ),
    (r"^head of the message", later("head of the message")),
    (r"word/header|^header", later("header")),
    (r"word/footer|^footer", later("footer")),
    (r"word/footnotes|^footnote", later("footnotes")),
    (r"word/endnotes", later("endnotes")),
    (
        r"comments|people\.xml|annotations?\b|notesSlide|persons?/|authors?\.xml|commentAuthors"
        r"|^group (?:atn|revtbl)",
        later("comments"),
    ),
    (
        r"docProps/|meta\.xml|^info\b|\bxmp\b|^group (?:info|author|title|subject|operator|keywords"
        r"|doccomm|comment|company|manager|category|userprops)",
        later("properties"),
    ),
    (r"\.rels\b|^group (?:fldinst|hlinkbase)", later("targets of links")),
    (r"^_xmlsignatures/", later("digital signature")),
    (r"^page \d+, marks", later("descriptions of what is shown")),
    (r"/charts?/|/diagrams?/|/drawings?/|^Object|shptxt|^group s[nv]\b", later("chart or drawing")),
    (
        r"/media/|^Pictures/|Thumbnails/|PrvImage|picture|\.(?:png|jpe?g|gif|svg|emf|wmf)$",
        later("picture"),
    ),
    (r"/embeddings/|attachment|altChunk|afchunk|chunk\d*\.", later("file within the file")),
    (r"outline", later("outline")),
    (
        r"^form\b|names$|destinations|^group (?:bkmk|formfield)",
        later("form fields and named places"),
    ),
    (
        r"settings|styles|numbering|theme|font(?:Table|tbl)|glossary|^ppt/\w+(?:Master|Layout)s/"
        r"|^group (?:listtable|template)",
        later("settings, styles and templates"),
    ),
    (
        r"Content_Types|customXml|activeX|vba|printer|^item\d|^stream|^drawing|^font|object"
        r"|outside of|members|archive|, extra|^group |^beside the|^head of a piece|^(?:xl|ppt)/",
        later("data behind the text"),
    ),
)
"""What parts are called, by what their names hold; the first that fits counts."""
_PATTERNS = tuple((re.compile(sign, re.IGNORECASE), words) for sign, words in _CALLED)
_SEEN = re.compile(
    r"(?:message(?: \d+)?: )*(?:text|head of the message)|header.?|footer.?|footnote|annotation"
    r"|page \d+(?:, annotations)?|info|meta\.xml|content\.xml|docProps/core\.xml"
    r"|word/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml"
    r"|ppt/(?:slides/slide|notesSlides/notesSlide|comments/\w*)\d+\.xml"
    r"|xl/(?:sharedStrings|comments\d*|worksheets/sheet\d+)\.xml|Contents/section\d+\.xml",
    re.IGNORECASE,
)
"""The parts that whoever opens a file can read in it, its properties among them."""
_PAGE = re.compile(r"^(?:from )?page (\d+)\b")
_SLIDE = re.compile(r"^ppt/slides/slide(\d+)\.xml")
_SHEET = re.compile(r"^xl/worksheets/sheet(\d+)\.xml")
_WITHIN = re.compile(r"^(?!message|left object|stream|drawing)(?:attachment |.*/)?([^/]*?): (.+)$")
"""A part of a file within the file: what that is called, and its part."""
_MESSAGE = re.compile(r"^message(?: \d+)?: ")
_EARLIER = re.compile(r"^earlier version \d+: ")
_BEHIND = re.compile(r", (?:attributes(?: spelled)?|in codes)$")


def part_called(name: str) -> str:
    """Return what a part is called: in plain words, and the file within the file that it is of."""
    if earlier := _EARLIER.match(name):
        return clauses((tr("an earlier version in the file"), part_called(name[earlier.end() :])))
    if message := _MESSAGE.match(name):
        return part_called(name[message.end() :])
    if within := _WITHIN.match(name):
        return _of_inner(*within.groups())
    words = kind_called(name)
    if _BEHIND.search(name) and words == tr("text"):
        return clauses((words, tr("behind what is shown")))
    return words


def _of_inner(file: str, part: str) -> str:
    """Return what a part of a file within the file is called; its plain text is that file."""
    own = "" if file.isdigit() or file.startswith("group ") else file
    inner = "" if part == "bytes" else part_called(part)
    said = (tr("file within the file"), own, "" if inner == tr("text") else inner)
    return clauses(tuple(filter(None, said)))


def seen(name: str) -> bool:
    """Say whether whoever opens the file can read this part in it; the others serve the program
    that wrote it, or are the same words read in another way."""
    return _SEEN.fullmatch(name) is not None


def kind_called(name: str) -> str:
    """Return what the kind of a part is called, wherever in the file it lies."""
    if _WITHIN.match(name) and not _EARLIER.match(name):
        return tr("file within the file")
    if slide := _SLIDE.match(name):
        return tr("slide {n}", n=slide[1])
    if sheet := _SHEET.match(name):
        return tr("sheet {n}", n=sheet[1])
    for sign, words in _PATTERNS:
        if sign.search(name):
            return tr(words)
    if page := _PAGE.match(name):
        return tr("page {n}", n=page[1])
    return name
