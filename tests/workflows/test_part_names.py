"""What parts of files are called where a passage is shown."""

from __future__ import annotations

import pytest

from dialogueprep.workflows.part_names import part_called, seen


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("text", "text"),
        ("text, without marks", "text"),
        ("word/document.xml", "text"),
        ("word/document.xml, attributes", "text, behind what is shown"),
        ("word/header1.xml", "header"),
        ("word/footnotes.xml", "footnotes"),
        ("word/comments.xml, attributes", "comments"),
        ("docProps/core.xml", "properties"),
        ("docProps/thumbnail.jpeg", "picture"),
        ("word/_rels/document.xml.rels, attributes", "targets of links"),
        ("word/charts/chart1.xml", "chart or drawing"),
        ("word/media/image1.png", "picture"),
        ("word/embeddings/a.xlsx: xl/sharedStrings.xml", "file within the file, a.xlsx"),
        ("word/embeddings/a.docx: word/comments.xml", "file within the file, a.docx, comments"),
        ("attachment minutes.docx: word/document.xml", "file within the file, minutes.docx"),
        ("attachment 6: page 2", "file within the file, page 2"),
        ("group objdata: word/document.xml", "file within the file"),
        ("message: text", "text"),
        ("message 2: head of the message", "head of the message"),
        ("ppt/slides/slide12.xml, joined", "slide 12"),
        ("xl/worksheets/sheet3.xml", "sheet 3"),
        ("xl/sharedStrings.xml", "text"),
        ("xl/pivotCache/pivotCacheRecords1.xml, attributes", "data behind the text"),
        ("ppt/slideMasters/slideMaster1.xml", "settings, styles and templates"),
        ("_xmlsignatures/sig1.xml, in codes", "digital signature"),
        ("footnote", "footnotes"),
        ("annotation", "comments"),
        ("group author", "properties"),
        ("group fldinst", "targets of links"),
        ("group docvar", "data behind the text"),
        ("word/settings.xml, attributes", "settings, styles and templates"),
        ("customXml/item1.xml", "data behind the text"),
        ("between the members", "data behind the text"),
        ("file name", "file name"),
        ("page 3", "page 3"),
        ("page 3, marks", "descriptions of what is shown"),
        ("page 3, annotations", "comments"),
        ("page 12, closed up", "page 12"),
        ("from page 1 to 2", "page 1"),
        ("info", "properties"),
        ("outline", "outline"),
        ("form, whole", "form fields and named places"),
        ("attachment 9: text", "file within the file"),
        ("left object 12", "data behind the text"),
        ("earlier version 1: page 2", "an earlier version in the file, page 2"),
        ("rows of something new", "rows of something new"),
    ],
)
def test_a_part_is_called_in_plain_words(name: str, called: str) -> None:
    assert part_called(name) == called


@pytest.mark.parametrize(
    "name",
    [
        "text", "head of the message", "message 2: message: text",
        "page 12", "page 3, annotations", "word/document.xml", "word/header2.xml",
        "word/comments.xml", "word/footnotes.xml", "docProps/core.xml", "info", "content.xml",
        "ppt/slides/slide3.xml", "ppt/notesSlides/notesSlide3.xml", "xl/worksheets/sheet1.xml",
    ],
)  # fmt: skip
def test_what_people_read_in_a_file_is_told_from_what_programs_keep_in_it(name: str) -> None:
    assert seen(name)
    assert not seen(f"{name}, joined")


@pytest.mark.parametrize(
    "name",
    ["word/styles.xml", "word/_rels/document.xml.rels", "docProps/app.xml", "[Content_Types].xml",
     "names of members", "font or table 12", "other objects", "xmp", "file name"],
)  # fmt: skip
def test_what_serves_the_program_that_wrote_a_file_is_not_read_by_people(name: str) -> None:
    assert not seen(name)
