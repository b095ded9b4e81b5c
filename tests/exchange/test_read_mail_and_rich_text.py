"""Letters and rich text from elsewhere: each of their corners is read, or said to be unread."""

from __future__ import annotations

import zipfile
from base64 import encodebytes
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

import pytest

from dialogueprep.domain.errors import Trouble
from dialogueprep.exchange.readback import read_parts

NAME, NATIVE = "Kiriyama", "桐山陽斗"


def parts_with(path: Path, name: str) -> list[str]:
    return [part.name for part in read_parts(path)[1:] if name in part.text]


def unread(path: Path) -> list[str]:
    return [part.name for part in read_parts(path) if part.unread]


def zipped(name: str, content: str) -> bytes:
    into = BytesIO()
    with zipfile.ZipFile(into, "w") as archive:
        archive.writestr(name, content)
    return into.getvalue()


def letter() -> EmailMessage:
    made = EmailMessage()
    made["From"], made["Subject"] = "a@example.org", "Tides"
    made.set_content("The meeting discussed ports.")
    return made


def in_the_subject(made):
    del made["Subject"]
    made["Subject"] = NATIVE


def in_the_body(made):
    made.set_content(f"{NATIVE}氏", cte="base64")


def in_words_over_a_soft_end(made):
    made.set_content("Kiri=\nyama", cte="8bit")
    made.replace_header("Content-Transfer-Encoding", "quoted-printable")


def in_a_page(made):
    made.add_alternative("<p><b>桐山</b>陽斗</p>", subtype="html")


def in_an_attachment(made):
    inside = zipped("word/document.xml", f"<w><p>{NATIVE}</p></w>")
    made.add_attachment(inside, maintype="application", subtype="zip", filename="a.docx")


def in_the_name_of_an_attachment(made):
    made.add_attachment("x", filename=f"{NATIVE}.txt")


def in_a_letter_within(made):
    inner = letter()
    in_the_subject(inner)
    made.add_attachment(inner)


@pytest.mark.parametrize(
    "plant",
    [
        in_the_subject,
        in_the_body,
        in_a_page,
        in_an_attachment,
        in_the_name_of_an_attachment,
        in_a_letter_within,
    ],
    ids=lambda plant: plant.__name__,
)
def test_a_name_in_a_letter_is_read(tmp_path, plant):
    made = letter()
    plant(made)
    (tmp_path / "a.eml").write_bytes(made.as_bytes())
    assert parts_with(tmp_path / "a.eml", NATIVE)
    assert not unread(tmp_path / "a.eml")


def test_the_head_and_each_piece_of_a_letter_are_parts(tmp_path):
    made = letter()
    made.add_attachment(b"\x89PNG\r\n", maintype="image", subtype="png", filename="a.png")
    (tmp_path / "a.eml").write_bytes(made.as_bytes() + b"\nwords behind it\n")
    names = [part.name for part in read_parts(tmp_path / "a.eml")]
    assert names == [
        "file name",
        "head of the message",
        "beside the message",
        "head of a piece",
        "message: text",
        "head of a piece",
        "attachment a.png: picture",
    ]
    assert unread(tmp_path / "a.eml") == ["attachment a.png: picture"]


@pytest.mark.parametrize("charset", ["us-ascii", "utf-8", "no-such"])
def test_a_letter_that_names_a_wrong_encoding_is_read_in_its_own(tmp_path, charset):
    body = encodebytes(f"{NATIVE}氏は述べた。会議は続いた。".encode("cp932"))
    head = f"Content-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: base64\n\n"
    (tmp_path / "a.eml").write_bytes(b"From: a@example.org\n" + head.encode() + body)
    assert parts_with(tmp_path / "a.eml", NATIVE) == ["message: text"]


def test_a_letter_that_is_sealed_is_said_to_be_unread(tmp_path):
    text = "-----BEGIN PGP MESSAGE-----\n\nhQEMA1\n-----END PGP MESSAGE-----\n"
    (tmp_path / "a.eml").write_text(f"From: a@example.org\nSubject: x\n\n{text}", "utf-8")
    assert unread(tmp_path / "a.eml") == ["message: text"]


def test_each_letter_of_a_box_is_read(tmp_path):
    one = "From a@x Mon Jan  1 00:00:00 2026\nSubject: a\n\nhello\n\n"
    other = "From b@x Mon Jan  1 00:00:00 2026\nSubject: =?utf-8?B?5qGQ5bGx6Zm95paX?=\n\nhello\n"
    (tmp_path / "a.mbox").write_text(one + other, "utf-8")
    assert parts_with(tmp_path / "a.mbox", NATIVE) == ["message 2: head of the message"]


def test_letters_within_letters_end(tmp_path):
    made = letter()
    for _ in range(40):
        outer = letter()
        outer.add_attachment(made)
        made = outer
    (tmp_path / "a.eml").write_bytes(made.as_bytes())
    assert unread(tmp_path / "a.eml") == ["message"]


def test_a_page_saved_with_its_pictures_is_read(tmp_path):
    head = "MIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n"
    (tmp_path / "a.mht").write_bytes(head.encode() + encodebytes(f"<p>{NATIVE}".encode()))
    assert parts_with(tmp_path / "a.mht", NATIVE)


def test_a_text_that_quotes_the_head_of_a_letter_is_a_text(tmp_path):
    (tmp_path / "a.md").write_text("Notes\n\nMIME-Version: 1.0\nKiriyama", "utf-8")
    assert parts_with(tmp_path / "a.md", NAME) == ["text"]


# rich text


def rich(path: Path, body: str) -> Path:
    fonts = r"{\fonttbl{\f0 Arial;}{\f1\fcharset128 MS Mincho;}}"
    path.write_bytes(rf"{{\rtf1\ansi\ansicpg1252{fonts} Ports. {body}}}".encode("latin-1"))
    return path


BYTES = "".join(f"\\'{byte:02x}" for byte in NATIVE.encode("cp932"))
NUMBERS = "".join(f"\\u{ord(sign)}?" for sign in NATIVE)


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (r"Kiri{\b ya}\f0 ma", NAME),
        (rf"{{\f1 {BYTES}}}", NATIVE),
        (NUMBERS, NATIVE),
        (r"Kiri\-yama", NAME),
        (r"{\v Kiri}{\v yama}", NAME),
        (r"Kiri{\v zz}yama", NAME),
        (r"Kiri{\deleted zz}yama", NAME),
        (r"{\header\pard Kiri{\b yama}}", NAME),
        (r"{\footnote\pard Kiriyama}", NAME),
        (r"{\*\atnauthor Kiriyama}", NAME),
        (r"{\*\annotation\pard Kiri{\i yama}}", NAME),
        (r"{\info{\author Kiriyama}}", NAME),
        (r"{\*\revtbl{Unknown;}{Kiriyama;}}", NAME),
        (r"{\*\docvar{a}{Kiriyama}}", NAME),
        (r'{\field{\*\fldinst HYPERLINK "http://x.org/Kiriyama"}{\fldrslt x}}', NAME),
        (r"{\*\anything Kiriyama}", NAME),
        (r"{\shp{\*\shpinst{\shptxt Kiri\b yama}}}", NAME),
        (r"x} Kiriyama {", NAME),
        (rf"{{\*\colorschememapping {b'<?xml?><a>of Kiriyama</a>'.hex()}}}", NAME),
        (rf"{{\*\objdata {zipped('word/document.xml', '<w>Kiriyama</w>').hex()}}}", NAME),
    ],
)
def test_a_name_in_rich_text_is_read(tmp_path, body, name):
    path = rich(tmp_path / "a.rtf", body)
    assert parts_with(path, name)
    assert not unread(path)


def test_what_gives_no_words_in_rich_text_is_said(tmp_path):
    path = rich(tmp_path / "a.rtf", r"{\pict\pngblip 8950}{\*\objdata " + "d0cf11e0" * 30 + "}")
    assert unread(path) == ["group pict", "group objdata, data"]


def test_rich_text_is_known_by_what_it_holds_and_within_a_word_file(tmp_path):
    rich(tmp_path / "a.txt", "Kiri{\\b yama}")
    assert parts_with(tmp_path / "a.txt", NAME) == ["text"]
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
        archive.writestr("word/chunk.rtf", r"{\rtf1 Kiri{\b yama}}")
        archive.writestr("word/chunk.mht", "MIME-Version: 1.0\nSubject: x\n\nof Kiriyama")
    found = parts_with(tmp_path / "a.docx", NAME)
    assert found == ["word/chunk.rtf", "word/chunk.mht: message: text"]


def test_bytes_that_are_packed_are_no_text_by_chance(tmp_path):
    packed = bytes.fromhex("30f8a1004ed29c17be07d83361ff02e9") * 12
    (tmp_path / "a.p7m").write_bytes(packed)
    with pytest.raises(Trouble, match="file-kind-unknown"):
        read_parts(tmp_path / "a.p7m")
