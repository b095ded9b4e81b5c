"""The styles of a Word document that follows the template of a house."""

from __future__ import annotations

import re
from dataclasses import replace

from dialogueprep.domain.briefs.blocks import Template
from dialogueprep.domain.texts import Language
from dialogueprep.exchange.docx_styles import (
    WORD,
    Style,
    characters,
    half_points,
    paragraph_styles,
    style_xml,
    tables,
)
from dialogueprep.exchange.house_style import LOCALES, OFFICE_FONTS, house_style
from dialogueprep.exchange.shape import Shape

_SIDES = 108  # of table cells, in twentieths of a point, as Word has it
_WIDE, _GAPS = 20, 0.35  # wide gaps are set closer: a template's head and title take more room
_AIR = 9  # points between our line in the head of a page and the text
_COLOURED = frozenset({"BriefKind", "BriefNumberCell"})


def accent_of(template: Template) -> str:
    """Return the colour in which numbers and bars stand: that of the template's headings, else
    the first accent of its theme, else our own (sRGB hex)."""
    styles, theme = template.part("styles.xml").decode(), template.part("theme.xml").decode()
    heading = re.search(r'w:styleId="Heading1">(.*?)</w:style>', styles)
    found = re.search(r'<w:color w:val="([0-9A-Fa-f]{6})"', heading[1]) if heading else None
    found = found or re.search(r'<a:accent1><a:srgbClr val="([0-9A-Fa-f]{6})"', theme)
    return f"#{found[1].upper()}" if found else house_style().accent


def template_styles_xml(
    template: Template, language: Language, text_width: float, hangs: tuple[int, int]
) -> str:
    """Return the part with the template's styles and those of ours that it lacks, which follow
    the template's font, size and colours; numbers of headings hang as far as ``hangs`` says."""
    given = _in_language(template.part("styles.xml").decode(), language)
    held = set(re.findall(r'w:styleId="([^"]+)"', given))
    accent, scale = accent_of(template), _size_of(given) / house_style().body.size
    ours = [
        _following(style, accent, scale)
        for style in _furniture(paragraph_styles(language, text_width, Shape(hangs=hangs)))
        if style.id not in held
    ]
    others = {**characters(accent), **tables(_SIDES)}
    ours += [xml for id_, xml in others.items() if id_ not in held]
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:styles xmlns:w="{WORD}">{given}{"".join(ours)}</w:styles>'
    )


def _furniture(styles: tuple[Style, ...]) -> list[Style]:
    """Return the styles, those of our own head and foot apart from the template's; beneath a
    template's tall head there is air."""
    apart = {"Header": ("BriefHead", "Brief Head", _AIR), "Footer": ("BriefFoot", "Brief Foot", 0)}
    made: list[Style] = []
    for style in styles:
        id_, name, after = apart.get(style.id, (style.id, style.name, style.after))
        made.append(replace(style, id=id_, name=name, after=after))
    return made


def _following(style: Style, accent: str, scale: float) -> str:
    """Return a style of ours in the template's font and ink, its size in proportion."""
    bar = style.more.replace(house_style().accent[1:], accent[1:])
    face = replace(style.face, size=style.face.size * scale, lead=style.face.lead * scale)
    if style.id == "BriefGap":
        face = style.face
    before, after = (gap * _GAPS if gap > _WIDE else gap for gap in (style.before, style.after))
    size = half_points(face.size)
    looks = "<w:b/><w:bCs/>" if face.strong else ""
    looks += f'<w:color w:val="{accent[1:]}"/>' if style.id in _COLOURED else ""
    if style.face.size != house_style().body.size:
        looks += f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    return style_xml(replace(style, face=face, before=before, after=after, more=bar), looks)


def _size_of(styles: str) -> float:
    """Return the size of the running text in points."""
    normal = re.search(r'w:styleId="Normal">(.*?)</w:style>', styles)
    for part in (normal[1] if normal else "", styles.partition("</w:docDefaults>")[0]):
        if found := re.search(r'<w:sz w:val="(\d{1,3})"', part):
            return min(max(int(found[1]) / 2, 7), 16)
    return 10


def _in_language(styles: str, language: Language) -> str:
    """Return the styles with the document's language; fonts for wide characters stay where the
    template is made for the same language."""
    wide = language if language != "en" else "zh"
    made_for = re.search(r'<w:lang\b[^>]*w:eastAsia="(\w\w)', styles)
    same = made_for is not None and made_for[1] == wide
    styles = re.sub(r"<w:lang\b[^>]*/>", "", styles)
    if not same:
        styles = re.sub(r' w:eastAsia(?:Theme)?="[^"]*"', "", styles)
    lang = f'<w:lang w:val="{LOCALES["en"]}" w:eastAsia="{LOCALES[wide]}"/>'
    fonts = "" if same else f'<w:rFonts w:eastAsia="{OFFICE_FONTS[wide]}"/>'
    head, found, rest = styles.partition("</w:docDefaults>")
    if not found:
        made = f"<w:rPrDefault><w:rPr>{fonts}{lang}</w:rPr></w:rPrDefault>"
        return f"<w:docDefaults>{made}</w:docDefaults>{styles}"
    return _with_language(head, fonts, lang) + found + rest


def _with_language(head: str, fonts: str, lang: str) -> str:
    """Return the defaults with these properties of type in the places that the schema wants."""
    type_ = re.search(r"<w:rPrDefault>\s*<w:rPr>(.*?)</w:rPr>", head)
    if type_ is None:
        bare = re.sub(r"<w:rPrDefault\s*/>|<w:rPrDefault>.*?</w:rPrDefault>", "", head)
        made = f"<w:rPrDefault><w:rPr>{fonts}{lang}</w:rPr></w:rPrDefault>"
        return bare.replace("<w:docDefaults>", f"<w:docDefaults>{made}", 1)
    inside = type_[1]
    if fonts and "<w:rFonts" in inside:
        wanted = fonts.removeprefix("<w:rFonts").removesuffix("/>")
        inside = re.sub(r"<w:rFonts\b", f"<w:rFonts{wanted}", inside, count=1)
    else:
        inside = fonts + inside
    return head[: type_.start(1)] + inside + lang + head[type_.end(1) :]
