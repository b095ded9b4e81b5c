"""The plain marks of the hosts as drawings in Word."""

from __future__ import annotations

from collections.abc import Callable
from xml.sax.saxutils import quoteattr

from dialogueprep.domain.briefs.blocks import Picture
from dialogueprep.exchange.house_style import LOGO_HEIGHT, MARKS, fitted, house_style

_SIDE = int(LOGO_HEIGHT)
_EMU = 12700  # a point in the unit of drawings
_FINE = 100  # coordinates of a path are whole numbers

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
"""The namespaces that a document with drawings declares."""


def mark(n: int) -> str:
    """Return the run with the mark of the host number ``n``, counted from 0."""
    size = _SIDE * _EMU
    path = "".join(_DRAWN[kind](numbers) for kind, numbers in MARKS[n % len(MARKS)])
    side = _SIDE * _FINE
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        '<wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{size}" cy="{size}"/><wp:docPr id="{n + 1}" name="Mark {n + 1}" descr=""/>'
        "<wp:cNvGraphicFramePr/><a:graphic><a:graphicData "
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        f'<wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{size}" cy="{size}"/>'
        "</a:xfrm><a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        '<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{side}" h="{side}" fill="none">{path}</a:path></a:pathLst></a:custGeom>'
        '<a:noFill/><a:ln w="13970"><a:solidFill>'
        f'<a:srgbClr val="{house_style().ink2[1:]}"/></a:solidFill></a:ln></wps:spPr>'
        "<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
        "</mc:Choice></mc:AlternateContent></w:r>"
    )


def logo(picture: Picture, n: int, width: float) -> str:
    """Return the run with the logo of the host number ``n`` in a column ``width`` points wide."""
    cx, cy = (round(side * _EMU) for side in fitted(picture.width, picture.height, width))
    name = f'id="{n + 1}" name="Logo {n + 1}"'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{cx}" '
        f'cy="{cy}"/><wp:docPr {name} descr={quoteattr(picture.words)}/><wp:cNvGraphicFramePr>'
        '<a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        f"<pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>"
        f'<a:blip r:embed="{relation_of(n)}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )


def relation_of(n: int) -> str:
    """Return the id by which a document names the logo of the host number ``n``."""
    return f"rIdLogo{n + 1}"


def _point(x: float, y: float) -> str:
    """Return a point; marks are drawn upwards, Word's paths downwards."""
    return f'<a:pt x="{round(x * _FINE)}" y="{round((_SIDE - y) * _FINE)}"/>'


def _line(numbers: tuple[float, ...]) -> str:
    x1, y1, x2, y2 = numbers
    return f"<a:moveTo>{_point(x1, y1)}</a:moveTo><a:lnTo>{_point(x2, y2)}</a:lnTo>"


def _rect(numbers: tuple[float, ...]) -> str:
    x, y, w, h = numbers
    corners = ((x + w, y), (x + w, y + h), (x, y + h))
    sides = "".join(f"<a:lnTo>{_point(*corner)}</a:lnTo>" for corner in corners)
    return f"<a:moveTo>{_point(x, y)}</a:moveTo>{sides}<a:close/>"


def _circle(numbers: tuple[float, ...]) -> str:
    x, y, r = numbers
    radius = round(r * _FINE)
    arc = f'<a:arcTo wR="{radius}" hR="{radius}" stAng="0" swAng="21600000"/>'
    return f"<a:moveTo>{_point(x + r, y)}</a:moveTo>{arc}<a:close/>"


def _bezier(numbers: tuple[float, ...]) -> str:
    x1, y1, x2, y2, x3, y3, x4, y4 = numbers
    points = _point(x2, y2) + _point(x3, y3) + _point(x4, y4)
    start = f"<a:moveTo>{_point(x1, y1)}</a:moveTo>"
    return f"{start}<a:cubicBezTo>{points}</a:cubicBezTo>"


_DRAWN: dict[str, Callable[[tuple[float, ...]], str]] = {
    "line": _line,
    "rect": _rect,
    "circle": _circle,
    "bezier": _bezier,
}
