"""Plain text files in the encodings that are met in East Asia."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

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
_SHIFTED_TO = frozenset(encoding for _, encoding in _SHIFTED)

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
_UNLIKELY = 0.3
"""How usual characters are on average, at most, in a text that was read in a wrong encoding."""
_IN_UTF8 = re.compile(rb"[\xe2-\xed][\x80-\xbf]{2}")
_STRAY_UTF8 = re.compile(rb"(?:[\xe3-\xed][\x80-\xbf]{2}){3}")
_SHIFTS = re.compile(rb"\x1b\$|\x1bN|[\x0e\x0f]")
"""What turns to another character set (ISO 2022, SCSU)."""
_LETTERS = re.compile(r"[^\W\d_]+")
_WITHIN_WORDS = re.compile(
    "[^\\W\\d_][\xa1-\xa9\xab-\xb6\xb8\xb9\xbb-\xbf\xd7\xf7\u2020\u2021\u2030]+[^\\W\\d_]"
)
"""Signs that no word of a western language has within."""
_PIECE = 1 << 16  # bytes
_SAMPLE = 1 << 16  # bytes by which encodings are told apart
_NO_TEXT = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa\u30fc]")
_ODD = re.compile("[\uff61-\uff9f\ue000-\uf8ff\u3400-\u4dbf\x80-\x9f\U00020000-\U0003ffff]")


def decode(data: bytes) -> str:
    """Return the text of a file: by its mark, else UTF-8, else the likeliest encoding."""
    encoding = encoding_of(data)
    if encoding not in ("utf-8", "utf-16", "utf-32", "utf-8-sig") and _IN_UTF8.search(data):
        return "".join(_line_by_line(data)) or data.decode(encoding, "replace")
    return data.decode(encoding, "replace")


def _line_by_line(data: bytes) -> Iterator[str]:
    """Yield the lines of a text that was put together from one in UTF-8 and one in an older
    encoding; nothing for any other text."""
    lines = data.splitlines(keepends=True)
    newer = {line for line in lines if _IN_UTF8.search(line) and sound_in(line, "utf-8")}
    if not newer or b"\0" in data:
        return
    encoding = _likeliest(b"".join(line for line in lines if line not in newer), GUESSED)
    for line in lines:
        yield line.decode("utf-8" if line in newer else encoding, "replace")


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
    return _likeliest(data, (*GUESSED, *_WIDE) if len(data) % 2 == 0 else GUESSED)


def _likeliest(data: bytes, guessed: tuple[str, ...]) -> str:
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
    odd = encoding in _WIDE and plausible(beginning(data, encoding), encoding) < _CHANCE
    return odd and not _is_put_together(data)


def is_doubtful(data: bytes) -> bool:
    """Return whether what ``decode`` gives may be other words than those of a file: it is sound in
    no known encoding, or holds hardly a usual letter in the likeliest one."""
    encoding = encoding_of(data)
    if encoding in _SHIFTED_TO:
        return False
    if encoding.startswith("utf") and encoding not in _WIDE:
        return _SHIFTS.search(data) is not None or not sound_in(data, encoding)
    text = decode(data)
    put_together = _is_put_together(data)
    if put_together or "\ufffd" in text or _STRAY_UTF8.search(data):
        return not put_together or "\ufffd" in text
    if encoding == "cp1252":
        return _is_hardly_western(beginning(data, encoding))
    zeros = encoding in _WIDE and b"\0" in data
    return not zeros and plausible(beginning(data, encoding), encoding) < _UNLIKELY


def _is_put_together(data: bytes) -> bool:
    return _IN_UTF8.search(data) is not None and next(_line_by_line(data), None) is not None


def _is_hardly_western(text: str) -> bool:
    """Return whether letters beyond ASCII stand beside each other, or are others than the usual:
    in words of western languages each stands among plain ones."""
    words = [word for word in _LETTERS.findall(text) if not word.isascii()]
    beyond = [c for word in words for c in word.lower() if c > "\x7f"]
    odd = sum(2 * sum(c > "\x7f" for c in word) > len(word) + 1 for word in words)
    odd += len(_WITHIN_WORDS.findall(text))
    return 3 * odd > len(words) or sum(c in _COMMON for c in beyond) < _UNLIKELY * len(beyond)


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
