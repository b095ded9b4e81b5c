"""The bundled fonts inside a PDF: loaded when used, measured, embedded with a true ToUnicode."""

# A class of the library is extended here, and the library has no complete types.
# pyright: reportUnknownMemberType=false, reportUnknownArgumentType=false
# pyright: reportUnknownVariableType=false

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from dialogueprep.exchange.house_style import FILES, Family, font_face
from dialogueprep.exchange.pdf_library import metrics, true_type


class Font(NamedTuple):
    """A font as the page needs it: its name on the canvas and the width of each code point
    in thousandths of the size."""

    name: str
    widths: dict[int, float]


@cache
def font(family: Family, strong: bool) -> Font:
    """Return a bundled font, registered for drawing."""
    file = FILES[family, strong]
    metrics().registerFont(_true_font(file))
    return Font(file, font_face(file).charWidths)


def drawing_font(name: str) -> Any:
    """Return the registered font of this name: it turns text into the codes of its subsets."""
    return metrics().getFont(name)


def _true_font(file: str) -> Any:
    """Return the font whose embedded subsets are read back as the characters that were written.

    The library writes characters above U+FFFF with five digits, which every reader takes for
    another character, and more than the hundred entries that one block may hold. It also keeps
    the space in the first subset only: a space between two letters of a later one then stands
    alone, and some readers drop it.
    """
    ttfonts = true_type()

    class TrueFont(ttfonts.TTFont):
        def __init__(self) -> None:
            self.fontName = file
            self.face = font_face(file)
            self.encoding = ttfonts.TTEncoding()
            self.state = WeakKeyDictionary()
            self._asciiReadable = False
            self._shapable = False

        def splitString(self, text: str, doc: Any, encoding: str = "") -> list[tuple[int, bytes]]:
            state = self._assignState(doc)
            numbers = _numbers(state, text, self.face.charToGlyph)
            if max(numbers, default=256) < 256:
                return [(0, bytes(numbers))]
            current = next((n >> 8 for n in numbers if n != _SPACE), 0)
            found: list[tuple[int, bytearray]] = [(current, bytearray())]
            for n in numbers:
                if n != _SPACE and n >> 8 != found[-1][0]:
                    found.append((n >> 8, bytearray()))
                found[-1][1].append(n & 0xFF)
            return [(subset, bytes(codes)) for subset, codes in found if codes]

        def addObjects(self, doc: Any) -> None:
            subsets = list(self.state[doc].subsets)
            super().addObjects(doc)
            for n, subset in enumerate(subsets):
                prefix = ttfonts.SUBSETN(n) + b"+" + _bytes(self.face.name)
                name = (prefix + self.face.subfontNameX).decode("pdfdoc")
                doc.idToObject[f"toUnicodeCMap:{name}"].content = to_unicode(subset)

    return TrueFont()


_SPACE = 32  # the code of the space in every subset


def _numbers(state: Any, text: str, glyphs: dict[int, int]) -> list[int]:
    """Return the number of each character; most texts hold none that is new to the document."""
    known: list[Any] = list(map(state.assignments.get, map(ord, text)))
    return [_number(state, ord(c), glyphs) for c in text] if None in known else known


def _number(state: Any, point: int, glyphs: dict[int, int]) -> int:
    """Return the number of a code point in a document: its subset, and its code there below 256.

    Each subset starts with spaces in its first 33 codes, which are then filled; code 32 stays.
    """
    if point in (0x20, 0xA0):
        state.assignments[point] = _SPACE
        return _SPACE
    known = state.assignments.get(point)
    if known is not None:
        return known
    if point not in glyphs:
        return 0
    number = state.nextCode + (1 if state.nextCode & 0xFF == _SPACE else 0)
    if number & 0xFF == 0:
        state.subsets.append([0] + [32] * 32)
        number += 1
    subset = state.subsets[number >> 8]
    if number & 0xFF < len(subset):
        subset[number & 0xFF] = point
    else:
        subset.append(point)
    state.assignments[point] = number
    state.nextCode = number + 1
    return number


def _bytes(name: str | bytes) -> bytes:
    return name if isinstance(name, bytes) else name.encode("latin-1")


def to_unicode(subset: list[int]) -> str:
    """Return the CMap that maps the codes of a subset to UTF-16, in blocks of a hundred."""
    entries = [f"<{code:02X}> <{_utf16(point)}>" for code, point in enumerate(subset)]
    blocks = [entries[i : i + 100] for i in range(0, len(entries), 100)]
    body = [f"{len(b)} beginbfchar\n" + "\n".join(b) + "\nendbfchar" for b in blocks]
    return "\n".join((_HEAD, f"<00> <{len(subset) - 1:02X}>", "endcodespacerange", *body, _TAIL))


def _utf16(point: int) -> str:
    return chr(point or 0xFFFD).encode("utf-16-be").hex().upper()


_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange"""
_TAIL = """endcmap
CMapName currentdict /CMap defineresource pop
end
end"""
