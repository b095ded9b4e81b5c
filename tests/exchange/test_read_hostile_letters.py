"""Letters, rich text and pages made to stop a reader: they are read, or said to be unread."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path

import pytest

from dialogueprep.exchange.readback import read_parts

NAME = "Kiriyama"
HEAD = b"From: a@example.org\nMIME-Version: 1.0\n"
ENCODINGS = (
    "rot13", "base64", "hex", "zlib_codec", "idna", "punycode", "undefined", "utf-16",
    "raw-unicode-escape", "unicode_escape", "a\0b", "no-such", "",
)  # fmt: skip


def read(path: Path, content: bytes) -> tuple[str, bool]:
    """Return all words of a file, and whether a part is said to be unread."""
    path.write_bytes(content)
    parts = read_parts(path)[1:]
    words = "\n".join(part.text for part in parts)
    assert words.encode().decode() == words
    return words, any(part.unread for part in parts)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_text_is_read_whatever_encoding_a_letter_names_for_it(tmp_path, encoding):
    field = f'Content-Type: text/plain; charset="{encoding}"\n\n'.encode()
    words, unread = read(tmp_path / "a.eml", HEAD + field + rb"of Kiriyama \ud800")
    assert NAME in words
    assert not unread


@pytest.mark.parametrize("encoding", [e for e in ENCODINGS if e])
def test_a_subject_is_read_whatever_encoding_it_names(tmp_path, encoding):
    coded = b64encode(rb"of Kiriyama \ud800").decode()
    field = f"Subject: \\ud800 =?{encoding}?b?{coded}?=\n\nof ports".encode()
    words, unread = read(tmp_path / "a.eml", HEAD + field)
    assert NAME in words
    assert not unread


@pytest.mark.parametrize(
    "name",
    [
        "filename*=raw-unicode-escape''%5Cud800.txt",
        "filename*=utf-8%00''x",
        f"filename*{'9' * 5000}=x",
    ],
)
def test_a_letter_whose_head_cannot_be_taken_apart_is_said_to_be_unread(tmp_path, name):
    field = f"Content-Disposition: attachment; {name}\n\nof Kiriyama".encode()
    words, unread = read(tmp_path / "a.eml", HEAD + b"Content-Type: text/plain\n" + field)
    assert NAME in words
    assert unread


def test_letters_without_end_within_letters_are_said_to_be_unread(tmp_path):
    inner = (HEAD + b"Content-Type: message/rfc822\n\n") * 3000
    words, unread = read(tmp_path / "a.eml", inner + HEAD + b"\nof Kiriyama")
    assert NAME in words
    assert unread


def test_pieces_without_end_within_pieces_are_said_to_be_unread(tmp_path):
    piece = "Content-Type: multipart/mixed; boundary=b{0}\n\n--b{0}\n"
    pieces = "".join(piece.format(n) for n in range(2000)).encode()
    assert read(tmp_path / "a.eml", HEAD + pieces + b"\nof Kiriyama")[1]


def test_a_number_of_bytes_beyond_all_numbers_ends_rich_text(tmp_path):
    content = rb"{\rtf1 of Kiriyama \bin" + b"9" * 5000 + b" ports}"
    words, unread = read(tmp_path / "a.rtf", content)
    assert NAME in words
    assert unread


def test_no_letters_are_left_out_for_less_than_none(tmp_path):
    words, _ = read(tmp_path / "a.rtf", rb"{\rtf1 \uc-1\u65 of Kiriyama}")
    assert "Aof Kiriyama" in words


@pytest.mark.parametrize("attribute", ["class=b ", "left:-999 ", "hidden ", "><bdo rtl "])
def test_a_page_with_attributes_without_end_holds_up_nobody(tmp_path, attribute):
    page = f"<style>.a{{display:none}}</style>of Kiri<i class=a>zz</i>yama<p {attribute * 100_000}"
    words, _ = read(tmp_path / "a.html", page.encode())
    assert NAME in words
