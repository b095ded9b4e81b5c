"""Everything that a rich text file holds (RTF 1.9.1): its text, and each group beside it."""

from __future__ import annotations

import re
from binascii import unhexlify
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from dialogueprep.exchange.read_again import other_lines, spelled_again
from dialogueprep.exchange.read_codes import coded_words
from dialogueprep.exchange.read_part import Part, strings
from dialogueprep.exchange.read_text import decode, is_plain_text, sound_in

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
    "par": "\n", "line": "\n", "sect": "\n", "page": "\n", "row": "\n", "column": "\n",
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
_HEX = re.compile(r"[0-9A-Fa-f][0-9A-Fa-f ]{14,}[0-9A-Fa-f]")
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
    again = other_lines(whole, "\n".join((shown, *spelled_again(whole), *spelled_again(shown))))
    parts = [Part(_TEXT, whole)]
    parts += [Part("text, without marks", again, again=True)] if again else []
    for group, (words, without) in texts.items():
        if group in _MACHINERY:
            continue
        name = group if _is_running(group) else f"group {group}"
        left = _HEX.sub("\n", words)
        if any(c.isalpha() for c in left):
            coded, unread = coded_words(left)
            others = other_lines(left, "\n".join((_HEX.sub("\n", without), coded)))
            parts.append(Part(name, left, unread))
            parts += [Part(f"{name}, in codes", others, again=True)] if others else []
        parts += _held(name, words, read_inner)
    return [*parts, *([Part("data", "", unread=True)] if reader.binary else [])]


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


class _Reader:
    """Reads the tokens of a file into the words of its groups."""

    def __init__(self, data: bytes) -> None:
        self.binary = False
        self._page = "cp1252"
        self._fonts: dict[int, str] = {}
        self._font = 0
        self._state = _State()
        self._outer: list[_State] = []
        self._begins = self._star = False
        self._skip = 0
        self._bytes = bytearray()
        self._found: dict[str, list[tuple[bool, str]]] = {_TEXT: []}
        self._read(data)

    def texts(self) -> dict[str, tuple[str, str]]:
        """Return the words of each kind of group: all, and those that are shown."""
        return {
            group: (_whole(t for _, t in found), _whole(t for hidden, t in found if not hidden))
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
                self._flush()
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
        if was.group != _TEXT and (was.group != self._state.group or not _is_running(was.group)):
            self._say("\n", was)

    def _letters(self, held: bytes) -> None:
        kept = held[self._skip :] if self._skip else held
        self._skip = max(0, self._skip - len(held))
        self._begins = False
        self._bytes += kept

    def _sign(self, sign: str) -> None:
        self._flush()
        if sign == "*":
            self._star = self._begins
        else:
            self._begins = False
            self._say(_MARKS.get(sign, ""))

    def _word(self, word: str, number: int | None) -> None:
        self._flush()
        if self._begins and (self._star or word in _APART) and word not in _SEEN_THROUGH:
            self._state = replace(self._state, group=word, hidden=False)
        self._begins = self._star = False
        if word in _SIGNS:
            self._say(_SIGNS[word])
        elif word == "u" and number is not None:
            self._say_number(number & 0xFFFF)
        elif word in ("v", "deleted"):
            self._state = replace(self._state, hidden=number != 0)
        elif word == "plain":
            self._state = replace(self._state, hidden=False)
        elif word == "uc":
            self._state = replace(self._state, skips=max(0, number or 0))
        else:
            self._encode(word, number)

    def _encode(self, word: str, number: int | None) -> None:
        if word == "ansicpg" and number:
            self._page = _known(f"cp{number}") or "cp1252"
            self._state = replace(self._state, encoding=self._page)
        elif word == "mac":
            self._page = "mac_roman"
            self._state = replace(self._state, encoding=self._page)
        elif word == "f" and number is not None:
            self._font = number
            self._state = replace(self._state, encoding=self._fonts.get(number, self._page))
        elif word == "fcharset" and number is not None:
            self._fonts[self._font] = _CHARSETS.get(number, self._page)
            self._state = replace(self._state, encoding=self._fonts[self._font])

    def _say_number(self, number: int) -> None:
        """Add a letter by its number; what stands for it in older programs is skipped."""
        self._say(chr(number))
        self._skip = self._state.skips

    def _flush(self) -> None:
        held, self._bytes = self._bytes, bytearray()
        if held:
            self._say(held.decode(self._state.encoding, "replace"))

    def _say(self, words: str, state: _State | None = None) -> None:
        state = state or self._state
        if words:
            self._found.setdefault(state.group, []).append((state.hidden, words))


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
