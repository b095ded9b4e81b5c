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
    """Return the font whose embedded subsets say which characters their codes stand for.

    The library writes characters above U+FFFF with five digits, which every reader takes for
    another character, and more than the hundred entries that one block may hold.
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

        def addObjects(self, doc: Any) -> None:
            subsets = list(self.state[doc].subsets)
            super().addObjects(doc)
            for n, subset in enumerate(subsets):
                prefix = ttfonts.SUBSETN(n) + b"+" + _bytes(self.face.name)
                name = (prefix + self.face.subfontNameX).decode("pdfdoc")
                doc.idToObject[f"toUnicodeCMap:{name}"].content = to_unicode(subset)

    return TrueFont()


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
