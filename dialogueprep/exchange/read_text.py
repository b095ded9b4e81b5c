"""Plain text files in the encodings that are met in East Asia."""

from __future__ import annotations

import codecs
import re

MARKED = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""The marks at the beginning of a file, and the encodings that they tell."""
GUESSED = ("gb18030", "cp932", "cp949", "big5", "euc_jp", "cp1252")
"""Encodings without a mark, besides UTF-8."""
_WIDE = ("utf-16-le", "utf-16-be")
"""Those of texts whose bytes are two and two; without a gap or a sign of ASCII no zero tells it."""

_SHIFTED = ((b"\x1b$)C", "iso2022_kr"), (b"\x1b$", "iso2022_jp_ext"), (b"~{", "hz"))
"""The marks by which seven-bit encodings turn to another character set."""

# The most frequent characters of running text; a wrong reading meets them only by chance.
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过"
    "子说产种面而方后多定行学法所民得经十三之进着等部度家力里如水化高自二理起小物现实加量都两体制机"
    "当使点从业本去把性好应开它合还因由其些然前外天政四日那社事平形相全表间与关各重新内数正心明看原"
    "利比或但第向此变条只没结解问意建月公无系情者最立代已通并提直题程展果位入常文总次品式设及管特"
    "這為個國時來們對會發動過說產種後學經進還實兩體機當從業應開間與關內數問無題議區際報參"
    "的言見参加者共有通知協議国際地域会発表対応関係業務経済社会実施検討"
    "이다는을의에가고하지로한사도를기은서리어과자대나인시아정해수보부일장전있것들제라여그만성상동주원"
    "、。，：；！？（）「」『』《》“”‘’–—äöüÄÖÜßéèêëáàâçñóòôíìúùåøæ"
)
_CHANCE = -0.1
"""How usual characters are on average, at most, in bytes that are no text."""
_PIECE = 1 << 16  # bytes
_SAMPLE = 1 << 16  # bytes by which encodings are told apart
_NO_TEXT = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa\u30fc]")
_ODD = re.compile("[\uff61-\uff9f\ue000-\uf8ff\u3400-\u4dbf\x80-\x9f\U00020000-\U0003ffff]")


def decode(data: bytes) -> str:
    """Return the text of a file: by its mark, else UTF-8, else the likeliest encoding."""
    return data.decode(encoding_of(data), "replace")


def encoding_of(data: bytes) -> str:
    """Return the name of the encoding of a file: by its mark, else UTF-8, else the likeliest."""
    for mark, encoding in MARKED:
        if data.startswith(mark):
            return encoding
    zeros = data.count(0)
    if zeros > len(data) // 8 or (zeros and not sound_in(data, "utf-8")):
        return "utf-16-le" if data[1::2].count(0) > data[::2].count(0) else "utf-16-be"
    for mark, encoding in _SHIFTED:
        if mark in data and sound_in(data, encoding):
            return encoding
    if sound_in(data, "utf-8"):
        return "utf-8"
    guessed = (*GUESSED, *_WIDE) if len(data) % 2 == 0 else GUESSED
    readings = {e: text for e in guessed if sound_in(data, e) and (text := beginning(data, e))}
    if not readings:
        return "cp1252"
    return max(readings, key=lambda e: plausible(readings[e], e))


def is_plain_text(data: bytes) -> bool:
    """Return whether bytes of unknown use are a text in UTF-8, without a sign that no text has."""
    return sound_in(data, "utf-8") and not _NO_TEXT.search(data)


def is_by_chance(data: bytes) -> bool:
    """Return whether bytes are in no encoding but one that takes almost any, and look like no
    text in it: what is packed or encrypted does not always hold a sign that no text has."""
    encoding = encoding_of(data)
    return encoding in _WIDE and plausible(beginning(data, encoding), encoding) < _CHANCE


def sound_in(data: bytes, encoding: str) -> bool:
    """Return whether all of a file is sound in an encoding; little of it is held at a time."""
    reader = codecs.getincrementaldecoder(encoding)()
    try:
        for start in range(0, len(data), _PIECE):
            reader.decode(data[start : start + _PIECE])
        reader.decode(b"", True)
    except UnicodeDecodeError:
        return False
    return True


def beginning(data: bytes, encoding: str) -> str:
    """Return what shows how likely an encoding is: the beginning, where it is more than ASCII."""
    first = next((n for n in range(0, len(data), _PIECE) if not data[n : n + _PIECE].isascii()), 0)
    return data[first : first + _SAMPLE].decode(encoding, "ignore")


def plausible(text: str, encoding: str) -> float:
    """Return how much a reading looks like a text: how usual its characters are on average."""
    beyond = [c for c in text if c > "\x7f"]
    odd = 2 * len(_ODD.findall(text))
    return (sum(_usual(c, encoding) for c in beyond) - odd) / (len(beyond) or 1)


def _usual(char: str, encoding: str) -> float:
    """Return 1 for a frequent character, less for one that its encoding counts as usual.

    Each East Asian standard puts its usual characters first, so the lead byte tells them. In
    Korean, Hangul beside Han shows a Chinese text read wrongly: one takes away from the other.
    """
    if char in _COMMON or _KANA.match(char):
        return 1
    if encoding == "cp949":
        lead = char.encode("cp949", "ignore")[:1]
        return 0.8 if lead and 0xB0 <= lead[0] <= 0xC8 else -0.5
    first, last = _USUAL_LEADS.get(encoding, (1, 0))
    lead = char.encode(encoding, "ignore")[:1]
    return 0.5 if lead and first <= lead[0] <= last else 0


# Lead bytes of the usual characters: GB 2312 and JIS X 0208 level 1, Big5 level 1.
_USUAL_LEADS = {
    "gb18030": (0xB0, 0xD7),
    "cp932": (0x88, 0x97),
    "euc_jp": (0xB0, 0xCF),
    "big5": (0xA4, 0xC6),
}
