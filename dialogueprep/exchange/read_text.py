"""Plain text files in the encodings that are met in East Asia."""

from __future__ import annotations

import codecs
import re

_MARKED = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_GUESSED = ("gb18030", "cp932", "cp949", "big5", "euc_jp")
_USUAL = re.compile("[\u3040-\u30ff\uac00-\ud7a3\u4e00-\u9fff、。，：（）]")
_ODD = re.compile("[\uff61-\uff9f\ue000-\uf8ff\u3400-\u4dbf\x80-\x9f\U00020000-\U0003ffff]")


def decode(data: bytes) -> str:
    """Return the text of a file: by its mark, else UTF-8, else the likeliest encoding."""
    for mark, encoding in _MARKED:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _likeliest(data)


def _likeliest(data: bytes) -> str:
    if data.count(0) > len(data) // 8:
        return data.decode("utf-16-le" if data[1:2] == b"\0" else "utf-16-be", "replace")
    readings = [text for encoding in _GUESSED if (text := _try(data, encoding)) is not None]
    if not readings:
        return data.decode("cp1252", "replace")
    return max(readings, key=_plausible)


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _plausible(text: str) -> float:
    """Return how much a reading looks like a text: usual characters, few odd ones.

    Kana and Hangul are few: a wrong reading gives them only by chance and mixed with the rest.
    """
    kana = len(re.findall("[\u3041-\u3096\u30a1-\u30fa]", text))
    hangul = len(re.findall("[\uac00-\ud7a3]", text))
    usual = len(_USUAL.findall(text))
    mixed = min(kana, hangul)
    return (usual + max(kana, hangul) - 3 * mixed - 4 * len(_ODD.findall(text))) / (len(text) or 1)
