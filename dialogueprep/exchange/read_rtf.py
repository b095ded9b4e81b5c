"""Everything that a rich text file holds (RTF 1.9.1): its text, and each group beside it."""

from __future__ import annotations

import re
from binascii import unhexlify
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from dialogueprep.exchange.read_again import other_lines, spelled_again
from dialogueprep.exchange.read_codes import coded_words
from dialogueprep.exchange.read_fields import drawn_by
from dialogueprep.exchange.read_pairs import pairs_of
from dialogueprep.exchange.read_part import Part, strings
from dialogueprep.exchange.read_text import (
    decode,
    encoding_of,
    is_doubtful,
    is_plain_text,
    sound_in,
)

_TOKEN = re.compile(
    rb"\\bin(\d{1,10}) ?|\\([A-Za-z]{1,32})(-?\d{1,10})?[ ]?|\\'([0-9A-Fa-f]{2})|\\([^A-Za-z])"
    rb"|([{}])|[\r\n]+|([^\\{}\r\n]+)",
    re.DOTALL,
)
_TEXT = "text"
_WORDS = """info author title subject operator keywords comment doccomm company manager category
hlinkbase header headerl headerr headerf footer footerl footerr footerf footnote annotation
stylesheet fonttbl colortbl pict xe tc txe rxe template private nextfile ftnsep upr ud sn sv
shptxt pntxta pntxtb do object"""
_APART = frozenset(_WORDS.split())
"""Groups that are no part of the running text; so is each group that begins with a star."""
_RUNNING = re.compile("shptxt|footnote|annotation|header.?|footer.?")
"""Those that hold running text: a group within them is a format and no word of its own."""
_SEEN_THROUGH = frozenset({"shpinst", "shppict"})
"""Groups that hold others and no words."""
_SIGNS = {
    "par": "\n", "line": "\x0b", "sect": "\n", "page": "\n", "row": "\n", "column": "\n",
    "cell": "\t", "nestcell": "\t", "nestrow": "\n", "tab": "\t", "emdash": "—", "endash": "–",
    "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
    "emspace": " ", "enspace": " ", "qmspace": " ", "zwj": "", "zwnj": "", "zwbo": "", "zwnbo": "",
}  # fmt: skip
_MARKS = {"~": "\u00a0", "_": "-", "-": "", "\n": "\n", "\r": "\n", "\\": "\\", "{": "{", "}": "}"}
_CHARSETS = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030", 136: "big5",
    161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257",
    204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
"""What the numbers of a font's letters stand for."""
_OF_EAST_ASIA = frozenset({"cp932", "cp949", "johab", "gb18030", "big5"})
_ENDS_LETTERS = frozenset({*_SIGNS, "u", "f", "af", "fcharset", "ansicpg", "mac", "plain"})
"""Behind any other word half of a letter goes on."""
_VALUES = frozenset(
    {"title", "author", "subject", "operator", "keywords", "comment", "doccomm", "company"}
    | {"manager", "category", "sn", "sv", "fldinst", "fldinst in another", "atnauthor", "atnid"}
)
"""Groups of one value: a group within them is a format."""
_CODE, _INNER_CODE = "fldinst", "fldinst in another"
_HIDDEN, _DRAWN = "hidden", "drawn"
_LOOKS = frozenset({"cf", "fs", "red", "green", "blue"})
_MOST_COLOURS = 10_000
_COLOURS, _BRIGHT, _TINY = 3, 0xE0, 3
"""Parts of a colour; from which on all of them look white; half points that nobody reads."""
_HEX = re.compile(r"[0-9A-Fa-f][0-9A-Fa-f ]{14,}[0-9A-Fa-f]")
_OVER_LINE = re.compile(r"(?<![^\W\d_])([^\W\d_]{2,40})\x0b(?=([^\W\d_]{2,40}))")
_LEAST_BROKEN = 6
_KEYS = 64
"""Bytes; fewer are the state or the number of something."""
_MACHINERY = frozenset({"colortbl", "generator"})
ReadInner = Callable[[str, bytes], list[Part]]


def is_rtf(data: bytes) -> bool:
    """Return whether a file is rich text."""
    return data.lstrip()[:5] == b"{\\rtf"


def read_rtf(data: bytes, read_inner: ReadInner) -> list[Part]:
    """Return the parts of a rich text file: the text, once more without what is hidden or deleted
    in it, and the words of each kind of group. Pictures and objects are read as files within it,
    or said to be unread."""
    reader = _Reader(data)
    texts = reader.texts()
    whole, shown = texts.pop(_TEXT, ("", ""))
    again = other_lines(
        whole, "\n".join((shown, *spelled_again(whole), *spelled_again(shown), *_over_lines(whole)))
    )
    whole = whole.replace("\x0b", "\n")
    parts = [Part(_TEXT, whole)]
    parts += [Part("text, without marks", again, again=True)] if again else []
    rows = "\n".join(line for line in whole.splitlines() if "\t" in line)
    parts += [Part("text, rows", rows, again=True)] if rows else []
    for group, (words, without) in texts.items():
        if group in _MACHINERY:
            continue
        name = group if _is_running(group) else f"group {group}"
        left = _HEX.sub("\n", words)
        if any(c.isalpha() for c in left):
            coded, unread = coded_words(left)
            pairs = pairs_of(line.strip() for line in left.splitlines() if line.strip())
            others = other_lines(left, "\n".join((_HEX.sub("\n", without), coded, *pairs)))
            parts.append(Part(name, left, unread))
            parts += [Part(f"{name}, in codes", others, again=True)] if others else []
        parts += _held(name, words, read_inner)
    parts += _in_unnamed_encoding(bytes(reader.western))
    return [*parts, *([Part("data", "", unread=True)] if reader.binary else [])]


def _over_lines(text: str) -> Iterator[str]:
    """Yield words that a break of the line parts without a hyphen."""
    words = (m[1] + m[2] for m in _OVER_LINE.finditer(text))
    return (word for word in words if len(word) >= _LEAST_BROKEN)


def _in_unnamed_encoding(held: bytes) -> list[Part]:
    """Return letters that no font and no page of codes names, where they are hardly western."""
    doubtful = not held.isascii() and is_doubtful(held)
    if held.isascii() or (encoding_of(held) == "cp1252" and not doubtful):
        return []
    return [Part("text, in codes", decode(held), doubtful, again=True)]


def _held(group: str, words: str, read_inner: ReadInner) -> Iterator[Part]:
    """Yield what stands in a group as the numbers of its bytes; a picture is unread."""
    if group == "group pict":
        yield Part(group, "", unread=True)
        return
    for match in _HEX.finditer(words):
        numbers = match[0].replace(" ", "")
        content = unhexlify(numbers[: len(numbers) // 2 * 2])
        start = content.find(b"PK\x03\x04")
        if start >= 0:
            found = read_inner(group, content[start:])
            yield from (part.within(group) for part in found)
        elif is_plain_text(content):
            yield Part(f"{group}, data", decode(content))
        elif len(content) > _KEYS:
            yield Part(f"{group}, data", strings(content), unread=True)
        elif words := strings(content):
            yield Part(f"{group}, data", words)


@dataclass(frozen=True, slots=True)
class _State:
    """What holds within a group: where its words go, how they are coded, whether they show."""

    group: str = _TEXT
    encoding: str = "cp1252"
    skips: int = 1
    hidden: bool = False
    white: bool = False
    tiny: bool = False

    @property
    def shows(self) -> str:
        """How words of this state are seen: "" for those that a reader sees."""
        return _HIDDEN if self.hidden or self.white or self.tiny else ""


class _Reader:
    """Reads the tokens of a file into the words of its groups."""

    def __init__(self, data: bytes) -> None:
        self.binary = False
        self._page = "cp1252"
        self._fonts: dict[int, str] = {}
        self._font = self._default = 0
        self.western = bytearray()
        self._state = _State()
        self._outer: list[_State] = []
        self._begins = self._star = False
        self._skip = 0
        self._bytes = bytearray()
        self._found: dict[str, list[tuple[str, str]]] = {_TEXT: []}
        self._colour: dict[str, int] = {}
        self._white: list[bool] = []
        self._code = 0
        self._read(data)

    def texts(self) -> dict[str, tuple[str, str]]:
        """Return the words of each kind of group: all, and those that are shown, with what fields
        draw."""
        return {
            group: (
                _whole(t for kind, t in found if kind != _DRAWN),
                _whole(t for kind, t in found if kind != _HIDDEN),
            )
            for group, found in self._found.items()
        }

    def _read(self, data: bytes) -> None:
        at = 0
        while match := _TOKEN.search(data, at):
            at = match.end()
            size, word, number, code, sign, brace, plain = match.groups()
            if size is not None:
                at += int(size)
                self.binary = True
            elif brace:
                self._flush(ends=brace == b"}" and self._changes())
                self._open() if brace == b"{" else self._close()
            elif word:
                self._word(word.decode(), None if number is None else int(number))
            elif code:
                self._letters(bytes.fromhex(code.decode()))
            elif sign:
                self._sign(sign.decode("latin-1"))
            elif plain:
                self._letters(plain)
        self._flush()

    def _open(self) -> None:
        self._outer.append(self._state)
        self._begins, self._star, self._skip = True, False, 0

    def _close(self) -> None:
        was = self._state
        self._state = self._outer.pop() if self._outer else _State(encoding=self._page)
        self._begins, self._skip = False, 0
        whole = was.group in _VALUES or _is_running(was.group)
        if was.group != _TEXT and (was.group != self._state.group or not whole):
            self._say("\n", was)
        if was.group == _CODE != self._state.group:
            code = _whole(t for _, t in self._found.get(_CODE, [])[self._code :])
            self._found.setdefault(self._state.group, []).append((_DRAWN, drawn_by(code.strip())))
        if was.group == "fonttbl" != self._state.group:
            self._state = replace(self._state, encoding=self._usual())

    def _letters(self, held: bytes) -> None:
        kept = held[self._skip :] if self._skip else held
        self._skip = max(0, self._skip - len(held))
        self._begins = False
        if self._state.group == "colortbl":
            self._white += [self._is_white()] * min(kept.count(b";"), _MOST_COLOURS)
            del self._white[_MOST_COLOURS:]
            self._colour = {}
        self._bytes += kept

    def _is_white(self) -> bool:
        return len(self._colour) == _COLOURS and min(self._colour.values()) >= _BRIGHT

    def _sign(self, sign: str) -> None:
        self._flush(ends=sign != "*")
        if sign == "*":
            self._star = self._begins
        else:
            self._begins = False
            self._say(_MARKS.get(sign, ""))

    def _word(self, word: str, number: int | None) -> None:
        self._flush(ends=self._begins or word in _ENDS_LETTERS)
        if self._begins and (self._star or word in _APART) and word not in _SEEN_THROUGH:
            self._begin(word)
        self._begins = self._star = False
        if word in _SIGNS:
            self._say(_SIGNS[word])
            self.western += b"\n" if _SIGNS[word] == "\n" else b" "
        elif word == "u" and number is not None:
            self._say_number(number & 0xFFFF)
        elif word in ("v", "deleted"):
            self._state = replace(self._state, hidden=number != 0)
        elif word == "uc":
            self._state = replace(self._state, skips=max(0, number or 0))
        elif word in _LOOKS and number is not None:
            self._look(word, number)
        else:
            self._encode(word, number)

    def _begin(self, word: str) -> None:
        """Begin a group of its own; the code of a field in another's is no word of that one."""
        inner = word == _CODE and self._state.group in (_CODE, _INNER_CODE)
        if word == _CODE and not inner:
            self._code = len(self._found.get(_CODE, []))
        self._state = replace(self._state, group=_INNER_CODE if inner else word, hidden=False)

    def _look(self, word: str, number: int) -> None:
        """Note the colour or the size of letters, or a part of a colour."""
        if word == "cf":
            white = 0 <= number < len(self._white) and self._white[number]
            self._state = replace(self._state, white=white)
        elif word == "fs":
            self._state = replace(self._state, tiny=0 < number <= _TINY)
        else:
            self._colour[word] = number

    def _encode(self, word: str, number: int | None) -> None:
        if word == "plain":
            plain = replace(self._state, hidden=False, white=False, tiny=False)
            self._state = replace(plain, encoding=self._usual())
        elif word == "ansicpg" and number:
            self._page = _known(f"cp{number}") or "cp1252"
            self._state = replace(self._state, encoding=self._page)
        elif word == "mac":
            self._page = "mac_roman"
            self._state = replace(self._state, encoding=self._page)
        elif word == "deff" and number is not None:
            self._default = number
        elif word == "af" and self._fonts.get(number or 0) in _OF_EAST_ASIA:
            self._state = replace(self._state, encoding=self._fonts[number or 0])
        elif word == "f" and number is not None:
            self._font = number
            self._state = replace(self._state, encoding=self._fonts.get(number, self._page))
        elif word == "fcharset" and number is not None:
            self._fonts[self._font] = _CHARSETS.get(number, self._page)
            self._state = replace(self._state, encoding=self._fonts[self._font])

    def _usual(self) -> str:
        """Return how letters are coded where no font is named."""
        return self._fonts.get(self._default, self._page)

    def _say_number(self, number: int) -> None:
        """Add a letter by its number; what stands for it in older programs is skipped."""
        self._say(chr(number))
        self._skip = self._state.skips

    def _flush(self, *, ends: bool = True) -> None:
        """Add the letters that were read; half of one waits for its rest, behind what only
        changes how letters look."""
        if not self._bytes:
            return
        if self._state.encoding == "cp1252" and self._state.group not in _MACHINERY:
            self.western += self._bytes
        reader = getincrementaldecoder(self._state.encoding)("replace")
        words = reader.decode(self._bytes, ends)
        self._bytes = bytearray(b"" if ends else reader.getstate()[0])
        self._say(words)

    def _changes(self) -> bool:
        """Return whether what stands behind the end of a group has another place or coding."""
        outer = self._outer[-1] if self._outer else _State()
        return (outer.group, outer.encoding) != (self._state.group, self._state.encoding)

    def _say(self, words: str, state: _State | None = None) -> None:
        state = state or self._state
        if words:
            self._found.setdefault(state.group, []).append((state.shows, words))


def _is_running(group: str) -> bool:
    return _RUNNING.fullmatch(group) is not None


def _whole(pieces: Iterable[str]) -> str:
    """Return words put together, and letters that were given by two numbers."""
    text = "".join(pieces)
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _known(encoding: str) -> str:
    try:
        sound_in(b"", encoding)
    except LookupError:
        return ""
    return encoding
