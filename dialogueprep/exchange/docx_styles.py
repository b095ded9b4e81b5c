"""The styles of a Word document, from the same measures as the PDF."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dialogueprep.domain.briefs.blocks import Stress
from dialogueprep.domain.texts import Language
from dialogueprep.exchange.house_style import (
    LATIN,
    LOCALES,
    OFFICE_FONTS,
    Face,
    contents_hangs,
    house_style,
    inks,
)
from dialogueprep.exchange.shape import Shape

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def twips(points: float) -> int:
    """Return points in twentieths, the unit of most measures in Word."""
    return round(points * 20)


def half_points(points: float) -> int:
    """Return a size of type in half points, the finest that Word has."""
    return round(points * 2)


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style: id and name, face, space before and after, and further properties."""

    id: str
    name: str
    face: Face
    before: float = 0
    after: float = 0
    keep: bool = False
    whole: bool = False  # its lines stay on one page
    more: str = ""  # what follows in the order of the schema before w:spacing
    indent: str = ""
    outline: int | None = None
    next: str = ""
    align: str = ""  # "both" or "left"; as the style that it follows, otherwise


def paragraph_styles(
    language: Language = "en", text_width: float | None = None, shape: Shape | None = None
) -> tuple[Style, ...]:
    """Return every paragraph style of the house; lines are ``text_width`` points long, and the
    entries of contents have room for the numbers of a language."""
    shape, width = shape or Shape(), twips(text_width or house_style().text_width)
    made = _styles(language, width, shape)
    if not shape.filled:
        return made
    return tuple(replace(s, align="both" if s.id in FILLED else "left") for s in made)


FILLED = frozenset(
    {"Normal", "BriefLead", "BriefNotice", "BriefNotice2", "BriefFinding", "ListBullet"}
)
"""Styles of running text, whose lines fill the measure where the language has it so."""


def _styles(language: Language, width: int, shape: Shape) -> tuple[Style, ...]:
    h = house_style()
    return (
        Style("Normal", "Normal", h.body, after=7, more=_NO_GAPS),
        Style("Title", "Title", shape.title, after=6, keep=True, next="Subtitle"),
        Style("Subtitle", "Subtitle", shape.others, keep=True),
        Style("BriefKind", "Brief Kind", h.kind, keep=True),
        Style("BriefBeneath", "Brief Beneath", h.quiet, after=11, keep=True),
        Style("BriefOccasion", "Brief Occasion", h.occasion,
              before=shape.before_occasion, after=shape.after_occasion),
        _heading(1, h.heading1, 26, 7, shape.hangs[0]),
        _heading(2, h.heading2, 18, 4, shape.hangs[1]),
        Style("BriefLead", "Brief Lead", h.quiet, after=9),
        Style("BriefNotice", "Brief Notice", h.notice, 7, 7, whole=True, more=_bar(), indent=_BAR),
        Style("BriefNotice2", "Brief Notice 2", h.notice2, 0, 7, whole=True,
              more=_bar(), indent=_BAR),
        Style("BriefFinding", "Brief Finding", h.body, 0, 9, whole=True, more=_in_list(3),
              indent='<w:ind w:left="480" w:hanging="480"/>'),
        Style("ListBullet", "List Bullet", h.body, after=7, more=_in_list(1),
              indent="<w:contextualSpacing/>"),
        Style("BriefLogo", "Brief Logo", Face(h.body.size, 34)),
        Style("BriefHost", "Brief Host", h.host, before=7),
        Style("BriefNative", "Brief Native", h.native),
        Style("BriefNote", "Brief Note", h.small, before=9, after=shape.after_hosts),
        Style("BriefFactLabel", "Brief Fact Label", Face(h.label.size, 14, True, h.ink2)),
        Style("BriefFact", "Brief Fact", Face(9.5, 14, colour=h.ink)),
        Style("BriefTableHead", "Brief Table Head", h.label, keep=True),
        Style("BriefCell", "Brief Cell", h.cell),
        Style("BriefNumberCell", "Brief Number Cell",
              Face(h.number.size, h.cell.lead, True, h.accent)),
        Style("Caption", "caption", h.small, before=2, after=4),
        Style("BriefGap", "Brief Gap", Face(1, 1), after=13),
        Style("TOCHeading", "TOC Heading", h.heading1, 26, 9, keep=True),
        Style("TOC1", "toc 1", replace(h.body, strong=True), 7, 0,
              more=entry_tabs(language, 1, width), indent=entry_indent(language, 1)),
        Style("TOC2", "toc 2", h.body, 1, 0,
              more=entry_tabs(language, 2, width), indent=entry_indent(language, 2)),
        Style("Header", "header", h.small, more=_edge("bottom", 4) + _tabs(width)),
        Style("Footer", "footer", h.small, more=_edge("top", 4) + _tabs(width - 760, width)),
    )  # fmt: skip


def _heading(level: int, face: Face, before: float, after: float, hang: int) -> Style:
    return Style(
        f"Heading{level}",
        f"heading {level}",
        face,
        before,
        after,
        keep=True,
        whole=True,
        more=_in_list(2, level - 1),
        indent=f'<w:ind w:left="{hang}" w:hanging="{hang}"/>',
        outline=level - 1,
        next="Normal",
    )


# Word would part digits from wide characters by a gap that the text does not have.
_NO_GAPS = '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'


def _in_list(number: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def _bar() -> str:
    colour = house_style().accent[1:]
    return f'<w:pBdr><w:left w:val="single" w:sz="18" w:space="12" w:color="{colour}"/></w:pBdr>'


_BAR = '<w:ind w:left="280"/>'


def entry_tabs(language: Language, level: int, width: int) -> str:
    """Return the tabs of an entry of the contents: after its number, and before its page."""
    number = sum(twips(hang) for hang in contents_hangs(language)[:level])
    return (
        f'<w:tabs><w:tab w:val="left" w:pos="{number}"/>'
        f'<w:tab w:val="right" w:leader="dot" w:pos="{width}"/></w:tabs>'
    )


def entry_indent(language: Language, level: int) -> str:
    """Return the indent of an entry of the contents, whose number hangs."""
    hangs = [twips(hang) for hang in contents_hangs(language)[:level]]
    return f'<w:ind w:left="{sum(hangs)}" w:hanging="{hangs[-1]}"/>'


def _edge(side: str, space: int) -> str:
    colour = house_style().rule[1:]
    line = f'<w:{side} w:val="single" w:sz="4" w:space="{space}" w:color="{colour}"/>'
    return f"<w:pBdr>{line}</w:pBdr>"


def _tabs(*ends: int) -> str:
    return "<w:tabs>" + "".join(f'<w:tab w:val="right" w:pos="{e}"/>' for e in ends) + "</w:tabs>"


def styles_xml(language: Language, shape: Shape | None = None) -> str:
    """Return the part with all styles, for a document in this language and of this shape."""
    body = "".join(style_xml(style) for style in paragraph_styles(language, shape=shape))
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:styles xmlns:w="{WORD}">{_defaults(language)}{body}{"".join(characters().values())}'
        f"{''.join(tables().values())}</w:styles>"
    )


def _defaults(language: Language) -> str:
    wide = language if language != "en" else "zh"
    h = house_style()
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{LATIN}" '
        f'w:eastAsia="{OFFICE_FONTS[wide]}" w:hAnsi="{LATIN}" w:cs="{LATIN}"/>'
        f'<w:color w:val="{h.ink[1:]}"/><w:sz w:val="21"/><w:szCs w:val="21"/>'
        f'<w:lang w:val="{LOCALES["en"]}" w:eastAsia="{LOCALES[wide]}"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault>"
        "</w:docDefaults>"
    )


def style_xml(s: Style, looks: str | None = None) -> str:
    """Return a paragraph style; ``looks`` are the properties of its type, its face by default."""
    default = ' w:default="1"' if s.id == "Normal" else ' w:customStyle="1"'
    default = "" if s.id in _BUILT_IN else default
    based = "" if s.id == "Normal" else '<w:basedOn w:val="Normal"/>'
    following = f'<w:next w:val="{s.next}"/>' if s.next else ""
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{s.id}"><w:name w:val="{s.name}"/>'
        f"{based}{following}<w:qFormat/><w:pPr>{_paragraph(s)}</w:pPr>"
        f"<w:rPr>{type_of(s.face) if looks is None else looks}</w:rPr></w:style>"
    )


_BUILT_IN = {"Title", "Subtitle", "Heading1", "Heading2", "ListBullet", "Caption", "Header",
             "Footer", "TOCHeading", "TOC1", "TOC2"}  # fmt: skip


_EXACT = frozenset({"BriefGap", "TOC1", "TOC2"})
"""Styles whose lines are as high in every program: pages of contents are counted beforehand."""


def _paragraph(s: Style) -> str:
    keep = ("<w:keepNext/>" if s.keep else "") + ("<w:keepLines/>" if s.whole else "")
    rule = "exact" if s.id in _EXACT else "atLeast"
    spacing = (
        f'<w:spacing w:before="{twips(s.before)}" w:after="{twips(s.after)}" '
        f'w:line="{twips(s.face.lead)}" w:lineRule="{rule}"/>'
    )
    outline = "" if s.outline is None else f'<w:outlineLvl w:val="{s.outline}"/>'
    align = f'<w:jc w:val="{s.align}"/>' if s.align else ""
    return f"{keep}{s.more}{spacing}{s.indent}{align}{outline}"


def type_of(face: Face) -> str:
    """Return the run properties of a face: weight, colour, size."""
    size = half_points(face.size)
    weight = "<w:b/><w:bCs/>" if face.strong else '<w:b w:val="0"/><w:bCs w:val="0"/>'
    return (
        f'{weight}<w:color w:val="{face.colour[1:]}"/><w:sz w:val="{size}"/>'
        f'<w:szCs w:val="{size}"/>'
    )


def characters(accent: str = "") -> dict[str, str]:
    """Return the character styles by id."""
    h = house_style()
    number = f'<w:b/><w:bCs/><w:color w:val="{(accent or h.accent)[1:]}"/>'
    size = half_points(h.mark.size)
    mark = f'<w:color w:val="{h.ink3[1:]}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    usual = (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    )
    inked = {
        f"Brief{name.replace(' ', '')}": (f"Brief {name}", _inked(stress))
        for stress, name in _INKED.items()
    }
    own = {**inked, "BriefNumber": ("Brief Number", number), "BriefMark": ("Brief Mark", mark)}
    return {
        "DefaultParagraphFont": usual,
        "Strong": _character("Strong", "Strong", "<w:b/><w:bCs/>", built_in=True),
        **{id_: _character(id_, *named) for id_, named in own.items()},
    }


_INKED = {
    Stress.QUIET: "Quiet",
    Stress.ON_RECORD: "On Record",
    Stress.RULE: "Rule",
    Stress.NO_QUOTATION: "No Quotation",
}


def _inked(stress: Stress) -> str:
    return f'<w:color w:val="{inks()[stress][1:]}"/>'


def _character(id_: str, name: str, properties: str, built_in: bool = False) -> str:
    custom = "" if built_in else ' w:customStyle="1"'
    return (
        f'<w:style w:type="character"{custom} w:styleId="{id_}"><w:name w:val="{name}"/>'
        f"<w:qFormat/><w:rPr>{properties}</w:rPr></w:style>"
    )


def tables(side: int = 0) -> dict[str, str]:
    """Return the table styles by id; cells have ``side`` twentieths of a point at either side
    unless their style says otherwise."""
    h = house_style()
    hair = f'w:val="single" w:sz="4" w:space="0" w:color="{h.rule[1:]}"'
    facts = f"<w:top {hair}/><w:bottom {hair}/><w:insideH {hair}/>"
    rows = f"<w:bottom {hair}/><w:insideH {hair}/>"
    usual = (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
        f'<w:left w:w="{side}" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        f'<w:right w:w="{side}" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    )
    return {
        "TableNormal": usual,
        "BriefTable": _table("BriefTable", "Brief Table", rows, (100, 200, 100)),
        "BriefFacts": _table("BriefFacts", "Brief Facts", facts, (100, 200, 120)),
        "BriefHosts": _table("BriefHosts", "Brief Hosts", "", (0, 280, 0)),
    }


def _table(id_: str, name: str, borders: str, margins: tuple[int, int, int]) -> str:
    top, right, bottom = margins
    edges = f"<w:tblBorders>{borders}</w:tblBorders>" if borders else ""
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{id_}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr>{edges}<w:tblCellMar>'
        f'<w:top w:w="{top}" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
        f'<w:bottom w:w="{bottom}" w:type="dxa"/><w:right w:w="{right}" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style>"
    )
