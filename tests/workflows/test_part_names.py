"""What parts of files are called where a passage is shown."""

from __future__ import annotations

import pytest

from dialogueprep.workflows.part_names import part_called


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
        ("word/_rels/document.xml.rels, attributes", "targets of links"),
        ("word/charts/chart1.xml", "chart or drawing"),
        ("word/media/image1.png", "picture"),
        ("word/embeddings/a.xlsx: xl/sharedStrings.xml", "file within the file"),
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
