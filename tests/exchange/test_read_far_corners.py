"""Words in codes, beside the members of a package, in names and in hidden layers of a file."""

from __future__ import annotations

import zipfile
from base64 import b64encode
from io import BytesIO

import docx
import pytest
import test_readback as usual
from test_read_corners import runs, unread
from test_readback import NAME, added, parts_with, refused

word = usual.word

ESCAPED = "".join(f"\\u{ord(c):04x}" for c in NAME)
ACCENTED = "Nguyễn Thị Hải Yến"
SIGNED = b"\x30\x82\x01\x10\x06\x03U\x04\x03\x0c" + bytes([len(NAME)]) + NAME.encode() + b"0\x82"
PICTURE = b64encode(b"\x89PNG\r\n\x1a\n" + bytes(60)).decode()


def coded(words: bytes) -> str:
    return b64encode(words).decode()


@pytest.mark.parametrize(
    "content",
    [
        f"<!-- {NAME} --><a/>",
        f"<a/><!-- {NAME} -->",
        f"<?note {NAME}?><a/>",
        "<Kim-Planted/>",
        "<a Kim-Planted='1'/>",
        "<a xmlns='urn:Kim-Planted'/>",
        f"<a>{ESCAPED}</a>",
        f"<a who='{coded(f'Notes are by {NAME}, who sits here'.encode())}'/>",
        f"<a>{coded(f'Notes are by {NAME}'.encode('utf-16'))}</a>",
        f"<a>{coded(SIGNED + bytes(range(128, 256)))}</a>",
        "<a>&lt;b&gt;Kim Pl&lt;/b&gt;anted</a>",
        "<svg>" + "".join(f"<text x='{n}'>{c}</text>" for n, c in enumerate(NAME)) + "</svg>",
    ],
)
def test_a_name_anywhere_in_xml_is_found(word, content):
    with zipfile.ZipFile(word, "a") as archive:
        archive.writestr("customXml/item1.xml", content)
    assert parts_with(word) or parts_with(word, "Kim-Planted") or parts_with(word, "urn:" + NAME)


def test_a_name_that_fields_draw_letter_by_letter_is_found(word):
    code = r" EQ \* jc2 \* &quot;Font:MS Mincho&quot; \o\ad(\s\up 9(x),{})"
    letters = "".join(
        f"<w:r><w:instrText>{code.format(c)}</w:instrText></w:r><w:r><w:t>.</w:t></w:r>"
        for c in "星野"
    )
    document = docx.Document(word)
    added(document, f"<w:p>{letters.replace('<w:t>.</w:t>', '')}</w:p>")
    document.save(word)
    assert parts_with(word, "星野") != []


def test_a_name_with_hidden_letters_between_is_found(word):
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>zz</w:t></w:r>"
    document = docx.Document(word)
    added(document, f"<w:p>{runs(NAME[:6])}{hidden}{runs(NAME[6:])}</w:p>")
    document.save(word)
    assert parts_with(word) != []


def test_an_author_is_read_who_is_called_like_a_style(word):
    document = docx.Document(word)
    added(document, "<w:p><w:ins w:id='2' w:author='Strong'><w:r><w:t>x</w:t></w:r></w:ins></w:p>")
    document.save(word)
    assert "word/document.xml, attributes" in parts_with(word, "Strong")


@pytest.mark.parametrize(
    ("member", "content"),
    [
        ("word/media/a.svg", "<svg><path d='M0 0 C1 1 2 2 3 3'/></svg>"),
        ("word/ink/ink1.xml", "<ink><trace>1 2, 3 4</trace></ink>"),
        ("customXml/item1.xml", f"<a>{PICTURE}</a>"),
        ("word/chunk.htm", f"<img src='data:image/png;base64,{PICTURE}'>"),
    ],
)
def test_what_is_drawn_or_pictured_in_a_text_is_said(word, member, content):
    with zipfile.ZipFile(word, "a") as archive:
        archive.writestr(member, content)
    assert unread(word) == [member]


def test_what_stands_after_an_archive_is_read(word):
    word.write_bytes(word.read_bytes() + f"\n{ACCENTED}\n".encode())
    assert parts_with(word, ACCENTED) == ["after the archive"]


def test_a_member_that_was_only_taken_off_the_list_is_said(word):
    held = BytesIO()
    with zipfile.ZipFile(word) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry in old.infolist():
            archive.writestr(entry.filename, old.read(entry))
        archive.writestr("word/old.xml", f"<a>{NAME} and {NAME} and more words</a>")
        archive.filelist.pop()
    word.write_bytes(held.getvalue())
    assert unread(word) == ["between the members"]


def test_a_web_page_is_read_without_how_its_words_are_read(tmp_path):
    page = "<p><ruby>星<rt>ほし</rt></ruby><ruby>野<rt>の</rt></ruby></p>"
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    assert parts_with(tmp_path / "a.html", "星野") == ["text, without marks"]


def test_bytes_that_are_no_text_are_refused(tmp_path):
    (tmp_path / "a.bin").write_bytes(bytes(range(1, 256)) * 9)
    assert refused(tmp_path / "a.bin") == "file-kind-unknown"
