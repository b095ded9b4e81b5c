"""The look of documents in numbers, and which bundled font sets which character.

Measures are points. They come from the table ``[document]`` of the tokens, so that window and
documents are one family; what the table leaves out (the cover, captions, furniture) is here.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from dialogueprep import paths
from dialogueprep.domain.briefs.blocks import Missing, Named, Paper, Stress
from dialogueprep.domain.errors import Trouble
from dialogueprep.domain.texts import Language

PAGE = (595.28, 841.89)
"""A4."""
_PAPERS = {Paper.A4: PAGE, Paper.LETTER: (612.0, 792.0)}
RULE_EVERY = 26.0
"""How far the lines of a page for notes stand apart."""
CJK_SCALE = 0.93
"""Size of Chinese, Japanese and Korean within a Latin line, so that both look equally large."""

Family = Literal["Source Sans 3", "Noto Sans SC", "Noto Sans JP", "Noto Sans KR"]
LATIN: Family = "Source Sans 3"

FILES: dict[tuple[str, bool], str] = {
    ("Source Sans 3", False): "SourceSans3-Regular",
    ("Source Sans 3", True): "SourceSans3-SemiBold",
    ("Noto Sans SC", False): "NotoSansSC-Regular",
    ("Noto Sans SC", True): "NotoSansSC-Bold",
    ("Noto Sans JP", False): "NotoSansJP-Regular",
    ("Noto Sans JP", True): "NotoSansJP-Bold",
    ("Noto Sans KR", False): "NotoSansKR-Regular",
    ("Noto Sans KR", True): "NotoSansKR-Bold",
}
"""(family, strong) -> file among the bundled fonts."""

OFFICE_FONTS: dict[Language, str] = {
    "en": "Microsoft YaHei",
    "zh": "Microsoft YaHei",
    "ja": "Yu Gothic",
    "ko": "Malgun Gothic",
}
"""The font that a recipient's Word has for the wide characters of a language."""

LOCALES: dict[Language, str] = {"en": "en-GB", "zh": "zh-CN", "ja": "ja-JP", "ko": "ko-KR"}


@dataclass(frozen=True, slots=True)
class Face:
    """How a line is set: size, lead, weight and colour (sRGB hex); lines of Chinese and Japanese
    that are ``filled`` end on one edge."""

    size: float
    lead: float
    strong: bool = False
    colour: str = "#1E2226"
    filled: bool = False


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """Sides of the page, colours and the faces of each kind of line."""

    top: float
    right: float
    bottom: float
    left: float
    ink: str
    ink2: str
    ink3: str
    rule: str
    accent: str
    body: Face
    quiet: Face
    small: Face
    label: Face
    title: Face
    heading1: Face
    heading2: Face
    kind: Face
    others: Face
    occasion: Face
    host: Face
    native: Face
    notice: Face
    notice2: Face
    number: Face
    cell: Face
    mark: Face

    @property
    def text_width(self) -> float:
        """The width between the margins, in points."""
        return PAGE[0] - self.left - self.right


@cache
def inks() -> Mapping[Stress, str]:
    """Return the ink of each stress that has one of its own (sRGB hex), read from the tokens."""
    tokens = tomllib.loads((paths.resources() / "themes" / "tokens.toml").read_text("utf-8"))
    terms = tokens["terms"]["light"]
    return {
        Stress.QUIET: tokens["document"]["ink2"],
        Stress.ON_RECORD: terms["on_record"]["fg"],
        Stress.RULE: terms["rule"]["fg"],
        Stress.NO_QUOTATION: terms["no_quotation"]["bg"],
    }


@cache
def house_style() -> HouseStyle:
    """Return the house style, read from the tokens."""
    tokens = tomllib.loads((paths.resources() / "themes" / "tokens.toml").read_text("utf-8"))
    d = tokens["document"]
    ink, ink2, accent = d["ink"], d["ink2"], d["accent"]

    def face(name: str, colour: str = ink) -> Face:
        t = d[name]
        return Face(t["pt"], t["lead"], t.get("weight", 400) >= 600, colour, name == "body")

    top, right, bottom, left = d["margin"]
    return HouseStyle(
        *(top, right, bottom, left),
        *(ink, ink2, "#686E76", d["rule"], accent),
        body=face("body"),
        quiet=face("body", ink2),
        small=face("small", ink2),
        label=Face(d["small"]["pt"], d["small"]["lead"], True, ink2),
        title=face("title"),
        heading1=face("h1"),
        heading2=face("h2"),
        kind=Face(12, 16, True, accent),
        others=Face(14, 23, colour=ink2),
        occasion=Face(13, 20, colour=ink2),
        host=Face(10, 13, True, ink),
        native=Face(9.5, 14, colour=ink2),
        notice=Face(10, 15, colour=ink, filled=True),
        notice2=Face(10, 15, colour=ink2, filled=True),
        number=Face(d["body"]["pt"], d["body"]["lead"], True, accent),
        cell=Face(9.5, 13.5, colour=ink),
        mark=Face(7, 9, colour="#686E76"),
    )


def paper_size(paper: Paper) -> tuple[float, float]:
    """Return width and height of a paper in points."""
    return _PAPERS[paper]


def left_of(paper: Paper) -> float:
    """Return where the lines begin, in points from the left edge; they are as long on any paper."""
    h = house_style()
    return h.left + (paper_size(paper)[0] - PAGE[0]) / 2


def contents_hangs(language: Language) -> tuple[float, float]:
    """Return how far the numbers of both levels hang in a table of contents, in points."""
    return (35.0, 42.0) if language == "zh" else (24.0, 30.0)


LOGO_HEIGHT = 34.0
"""Marks and logos of hosts stand in boxes of this height, in points."""


def fitted(width: int, height: int, room: float) -> tuple[float, float]:
    """Return the size of a logo in points: as high as the box, lower only if too wide for it."""
    scale = min(LOGO_HEIGHT / height, room / width)
    return width * scale, height * scale


MARKS: tuple[tuple[tuple[str, tuple[float, ...]], ...], ...] = (
    (("rect", (4, 4, 26, 26)), ("line", (4, 17, 30, 17)), ("line", (17, 4, 17, 30))),
    (
        ("circle", (17, 21, 10)),
        ("line", (17, 1, 17, 24)),
        ("line", (17, 12, 23, 18)),
        ("line", (17, 9, 11, 15)),
    ),
    tuple(("bezier", (2, 8 + i, 10, 14 + i, 20, 2 + i, 32, 8 + i)) for i in (0, 9, 18)),
    (("circle", (17, 17, 13)), ("circle", (17, 17, 6))),
    (("line", (3, 6, 17, 28)), ("line", (17, 28, 31, 6)), ("line", (3, 6, 31, 6))),
    (("rect", (4, 9, 26, 16)), ("line", (4, 17, 30, 17)), ("line", (17, 9, 17, 25))),
)
"""Plain marks of equal height and weight, each a few strokes in a square of 34 points, y up."""


# Scripts and fonts

_WIDE = (
    r"\u1100-\u11ff\u2e80-\u303e\u3040-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff"
    r"\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
)
_WIDE_PIECES = re.compile(f"[{_WIDE}]+(?: +[{_WIDE}]+)*|[^{_WIDE}]+")
# Punctuation that Chinese and Japanese set on the full square, Latin and Korean not.
_SHARED = "“”‘’…—‥·※℃①②③④⑤⑥⑦⑧⑨⑩"
_WIDE_OR_SHARED = f"[{_WIDE}{_SHARED}]"
_WIDE_PIECES_SHARED = re.compile(
    f"{_WIDE_OR_SHARED}+(?: +{_WIDE_OR_SHARED}+)*|[^{_WIDE}{_SHARED}]+"
)
_IS_WIDE, _IS_WIDE_OR_SHARED = re.compile(f"[{_WIDE}]"), re.compile(_WIDE_OR_SHARED)
_HANGUL = re.compile(r"[\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff]")
_KANA = re.compile(r"[\u3040-\u30ff\uff66-\uff9f]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff\ud800-\udfff]"
)
_SPACES = re.compile("[\t\u00a0\u2000-\u200a\u202f\u205f\u1680]")

ORDERS: dict[Language, tuple[Family, ...]] = {
    "en": (LATIN, "Noto Sans SC", "Noto Sans JP", "Noto Sans KR"),
    "zh": ("Noto Sans SC", "Noto Sans JP", "Noto Sans KR", LATIN),
    "ja": ("Noto Sans JP", "Noto Sans SC", "Noto Sans KR", LATIN),
    "ko": ("Noto Sans KR", "Noto Sans SC", "Noto Sans JP", LATIN),
}
"""In which order the families are asked for a wide character: the form of a Han character
depends on the language that it is written in."""


def printed(text: str) -> str:
    """Return text as a document holds it: form C, no invisible characters, plain spaces.

    Decomposed Hangul would be drawn as scattered letters, and a name could hide in an
    invisible character. A line feed stays.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    text = _INVISIBLE.sub("", _SPACES.sub(" ", text.replace("\u2029", "\n")))
    return unicodedata.normalize("NFC", text)


def by_script(text: str, language: Language) -> list[tuple[bool, str]]:
    """Return the text in pieces that are wide (True) or Latin (False), in order."""
    if text.isascii():
        return [(False, text)] if text else []
    shared = language in ("zh", "ja")
    pieces = _WIDE_PIECES_SHARED if shared else _WIDE_PIECES
    wide = _IS_WIDE_OR_SHARED if shared else _IS_WIDE
    return [(wide.match(piece) is not None, piece) for piece in pieces.findall(text)]


def wide_language(text: str, language: Language) -> Language:
    """Return the language whose fonts set a wide piece of text in a run of this language.

    Hangul is Korean and kana Japanese wherever they stand; Han alone follows the run, and in
    an English run it is taken for Chinese.
    """
    if _HANGUL.search(text):
        return "ko"
    if _KANA.search(text):
        return "ja"
    return language if language != "en" else "zh"


def runs_by_font(text: str, language: Language, place: str = "") -> list[tuple[Family, str]]:
    """Return the text in pieces, each with the family of bundled fonts that sets it.

    Raises Trouble("missing-glyph", characters=..., place=...) when no bundled font has one of
    its characters; ``place`` says where the text stands.
    """
    pieces: list[tuple[Family | None, str]] = []
    for wide, piece in by_script(text, language):
        order = ORDERS[wide_language(piece, language) if wide else "en"]
        pieces += _set_in(piece, order)
    if any(family is None for family, _ in pieces):
        raise missing_glyph("".join(t for f, t in pieces if f is None), place or text)
    return cast("list[tuple[Family, str]]", pieces)


def missing_in(text: str, language: Language) -> list[int]:
    """Return the places of the characters in a text that no bundled family has."""
    left = set(map(ord, text)) - {10}
    for family in ORDERS[language]:
        if not left:
            break
        left -= coverage(family)
    return [n for n, c in enumerate(text) if ord(c) in left] if left else []


def signs_for(character: str, missing: Missing) -> str:
    """Return what stands for a character that no family has."""
    return "〓" if missing is Missing.SIGN else f"[U+{ord(character):04X}]"


def _set_in(piece: str, order: tuple[Family, ...]) -> list[tuple[Family | None, str]]:
    """Return the piece whole in the first family that has all of it, else character by character.

    A family is loaded only when those before it do not suffice.
    """
    codes = set(map(ord, piece)) - {10}
    for family in order:
        if codes <= coverage(family):
            return [(family, piece)]
    families: list[Family | None] = [_first(order, c) for c in piece]
    starts = [i for i, f in enumerate(families) if i == 0 or f != families[i - 1]]
    ends = [*starts[1:], len(piece)]
    return [(families[a], piece[a:b]) for a, b in zip(starts, ends, strict=True)]


def _first(order: tuple[Family, ...], character: str) -> Family | None:
    return next((f for f in order if _has(f, character)), None)


def _has(family: Family, character: str) -> bool:
    return ord(character) in coverage(family) or character == "\n"


def missing_glyph(characters: Iterable[str], place: str) -> Trouble:
    """Return the trouble that names characters which no bundled font has, and their place."""
    named = ", ".join(f"{c} (U+{ord(c):04X})" for c in dict.fromkeys(characters))
    shown = place if len(place) <= 80 else place[:79].rstrip() + "…"
    return Trouble("missing-glyph", characters=named, place=shown)


@cache
def coverage(family: Family) -> frozenset[int]:
    """Return the code points that a bundled family has; its two weights have the same."""
    known = cast("dict[int, int]", font_face(FILES[family, False]).charToGlyph)
    return frozenset(known)


@cache
def font_face(file: str):
    """Return the parsed font of a bundled file, parsed once."""
    from reportlab.pdfbase.ttfonts import TTFontFace

    return TTFontFace(str(paths.resources() / "fonts" / f"{file}.ttf"))


def strong_of(run: object) -> bool:
    """Return whether a run stands out from its line."""
    return not isinstance(run, Named) and getattr(run, "stress", Stress.PLAIN) is Stress.STRONG
