"""What the parts of a file are called in plain words: where a passage stands, and what was not
read."""

from __future__ import annotations

import re

from dialogueprep.words import clauses, later, tr

_CALLED = (
    (r"^file name\b", later("file name")),
    (r"thumbnail", later("picture")),
    (r"^text\b|word/document\.xml|content\.xml", later("text")),
    (r"word/header", later("header")),
    (r"word/footer", later("footer")),
    (r"word/footnotes", later("footnotes")),
    (r"word/endnotes", later("endnotes")),
    (r"comments|people\.xml|annotations?\b|notesSlide", later("comments")),
    (r"docProps/|meta\.xml|^info\b|\bxmp\b", later("properties")),
    (r"\.rels\b", later("targets of links")),
    (r"^page \d+, marks", later("descriptions of what is shown")),
    (r"/charts?/|/diagrams?/|/drawings?/|^Object", later("chart or drawing")),
    (r"/media/|^Pictures/|thumbnail|picture|\.(?:png|jpe?g|gif|svg|emf|wmf)$", later("picture")),
    (r"/embeddings/|attachment|altChunk|afchunk|chunk\d*\.", later("file within the file")),
    (r"outline", later("outline")),
    (r"^form\b|names$|destinations", later("form fields and named places")),
    (
        r"settings|styles|numbering|theme|fontTable|glossary",
        later("settings, styles and templates"),
    ),
    (
        r"Content_Types|customXml|activeX|vba|printer|^item\d|^stream|^drawing|^font|object"
        r"|outside of|members|archive|, extra",
        later("data behind the text"),
    ),
)
"""What parts are called, by what their names hold; the first that fits counts."""
_PATTERNS = tuple((re.compile(sign, re.IGNORECASE), words) for sign, words in _CALLED)
_SEEN = re.compile(
    r"text|page \d+(?:, annotations)?|info|meta\.xml|content\.xml|docProps/core\.xml"
    r"|word/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml"
    r"|ppt/(?:slides/slide|notesSlides/notesSlide|comments/\w*)\d+\.xml"
    r"|xl/(?:sharedStrings|comments\d*|worksheets/sheet\d+)\.xml",
    re.IGNORECASE,
)
"""The parts that whoever opens a file can read in it, its properties among them."""
_PAGE = re.compile(r"^(?:from )?page (\d+)\b")
_EARLIER = re.compile(r"^earlier version \d+: ")
_BEHIND = re.compile(r", (?:attributes(?: spelled)?|in codes)$")


def part_called(name: str) -> str:
    """Return what a part is called: in plain words, and its name in the file where it has one of
    its own."""
    if earlier := _EARLIER.match(name):
        return clauses((tr("an earlier version in the file"), part_called(name[earlier.end() :])))
    words = kind_called(name)
    if _BEHIND.search(name) and words == tr("text"):
        return clauses((words, tr("behind what is shown")))
    return words


def seen(name: str) -> bool:
    """Say whether whoever opens the file can read this part in it; the others serve the program
    that wrote it, or are the same words read in another way."""
    return _SEEN.fullmatch(name) is not None


def kind_called(name: str) -> str:
    """Return what the kind of a part is called, wherever in the file it lies."""
    for sign, words in _PATTERNS:
        if sign.search(name):
            return tr(words)
    if page := _PAGE.match(name):
        return tr("page {n}", n=page[1])
    return name
