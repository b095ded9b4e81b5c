"""Files that are broken, locked, huge or hostile are refused in words, soon and unread."""

from __future__ import annotations

import time
import zipfile
import zlib
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from dialogueprep.domain.errors import Trouble
from dialogueprep.exchange.source_reader import read_pasted, read_source
from dialogueprep.sentences import explain

DOCUMENT = '<w:document xmlns:w="w"><w:body>{}</w:body></w:document>'
POINT = "<w:p><w:t>a</w:t></w:p>"
ENTITY = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def code_of(path: Path) -> str:
    """Return the code of the refusal, which has a sentence and comes within five seconds."""
    began = time.monotonic()
    with pytest.raises(Trouble) as refused:
        read_source(path)
    assert time.monotonic() - began < 5
    assert "{" not in explain(refused.value)
    return refused.value.code


def zipped(path: Path, parts: dict[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def pdf_with(content: bytes, filters: bytes = b"/FlateDecode") -> bytes:
    """Return a PDF of one page with this compressed content."""
    head = b"<</Length %d/Filter %s>>stream\n" % (len(content), filters)
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R>>",
        head + content + b"\nendstream",
    )
    body = b"".join(b"%d 0 obj%sendobj\n" % (n, o) for n, o in enumerate(objects, start=1))
    return b"%PDF-1.4\n" + body + b"trailer<</Size 5/Root 1 0 R>>\n%%EOF"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("picture.csv", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "source-kind-unknown"),
        ("program.txt", b"\x7fELF" + bytes(500), "source-kind-unknown"),
        ("zeros.txt", bytes(100_000), "source-kind-unknown"),
        ("old.doc", OLD, "source-is-doc"),
        ("old.hwp", OLD, "source-is-hwp"),
        ("locked.docx", OLD + "EncryptedPackage".encode("utf-16-le"), "file-protected"),
        ("not.docx", b"no zip at all", "file-damaged"),
        ("cut.docx", b"PK\x03\x04 cut short", "file-damaged"),
        ("cut.pdf", b"%PDF-1.7\ngarbage", "file-damaged"),
        ("empty.txt", b"", "source-without-text"),
        ("dots.md", b"... --- ...", "source-without-text"),
        ("bomb.pdf", pdf_with(zlib.compress(b"q Q " * 10_000_000)), "file-too-large"),
        (
            "twice.pdf",
            pdf_with(zlib.compress(zlib.compress(b"q")), b"[/FlateDecode /FlateDecode]"),
            "file-too-large",
        ),
        ("long.txt", b"A word. " * 300_000, "source-too-large"),
    ],
)
def test_it_is_refused(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert code_of(path) == code


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"word/document.xml": b" " * 60_000_000}, "file-too-large"),
        ({"word/document.xml": ENTITY + DOCUMENT.format("&a;")}, "file-unsafe"),
        ({"word/document.xml": DOCUMENT.format(""), "custom.xml": ENTITY + "<x/>"}, "file-unsafe"),
        ({"word/document.xml": DOCUMENT, "../../evil": "x"}, "source-leads-outside"),
        ({"word/document.xml": DOCUMENT, "/etc/evil": "x"}, "source-leads-outside"),
        ({"word/document.xml": DOCUMENT.format("<w:p>" * 400)}, "file-unsafe"),
        ({"word/document.xml": DOCUMENT.format("<w:p>")}, "file-damaged"),
        ({"word/document.xml": DOCUMENT.format(POINT * 30_000)}, "source-too-large"),
        ({"word/document.xml": DOCUMENT.format("")}, "source-without-text"),
        ({"xl/workbook.xml": "<x/>"}, "source-kind-unknown"),
    ],
)
def test_a_zipped_file_is_refused(tmp_path: Path, parts: dict[str, str | bytes], code: str) -> None:
    assert code_of(zipped(tmp_path / "report.docx", parts)) == code


def test_a_scan_and_a_locked_pdf_say_what_to_do(tmp_path: Path) -> None:
    scan = Canvas(str(tmp_path / "scan.pdf"))
    scan.rect(50, 50, 300, 300, fill=1)
    scan.save()
    assert code_of(tmp_path / "scan.pdf") == "source-is-scan"
    locked = Canvas(str(tmp_path / "locked.pdf"), encrypt=StandardEncryption("secret"))
    locked.drawString(50, 50, "Ports")
    locked.save()
    assert code_of(tmp_path / "locked.pdf") == "file-protected"


def test_a_huge_file_is_not_even_opened(tmp_path: Path) -> None:
    path = tmp_path / "huge.docx"
    with path.open("wb") as file:
        file.truncate(2_000_000_000)
    assert code_of(path) == "source-too-large"


def test_a_file_that_is_gone_is_trouble(tmp_path: Path) -> None:
    assert code_of(tmp_path / "gone.txt") == "cannot-read"


def test_nothing_pasted_is_refused() -> None:
    with pytest.raises(Trouble) as refused:
        read_pasted(" \n ")
    assert refused.value.code == "source-without-text"


@pytest.mark.parametrize(
    "text",
    [
        "x\n" * 9_000,
        "建议设立港口、" * 8_000,
        "「" * 50_000,
        "should establish " + ", a fund" * 9_000,
    ],
    ids=["lines", "list", "brackets", "commas"],
)
def test_odd_texts_take_no_longer(text: str) -> None:
    began = time.monotonic()
    read_pasted(f"Words. {text}")
    assert time.monotonic() - began < 5
