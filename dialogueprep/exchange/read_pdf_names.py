"""Names that an author chooses in a PDF: states of buttons, roles, colours, marks, resources.

Most names in a PDF are words of the format, so these are told by the place where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from dialogueprep.exchange.read_pdf_library import objects

_TABLES = frozenset(
    {"/RoleMap", "/ClassMap", "/PieceInfo", "/Private", "/Font", "/XObject", "/Properties"}
    | {"/ColorSpace", "/Pattern", "/ExtGState", "/Shading", "/CharProcs"}
)
"""Their keys are the author's (ISO 32000-2, 7.8.3, 14.5, 14.7)."""
_STATES = frozenset({"/N", "/R", "/D"})
"""Of an appearance: each holds drawings by the state of a button (12.5.5)."""
_VALUES = frozenset({"/AS", "/V", "/DV", "/C", "/Name"})
_COLOURS = frozenset({"/Separation", "/DeviceN"})
_MARKED = frozenset({"BMC", "BDC", "MP", "DP"})
_DEEPEST = 12
_MOST = 20_000
_OWN = re.compile("[a-z]")
_USUAL_WORDS = (
    "Document DocumentFragment Part Sect Div Aside BlockQuote Caption Table Figure Formula Form "
    "Title Note FENote Quote Reference BibEntry Code Link Annot Ruby Warichu Span Artifact Index "
    "NonStruct Private LBody TBody THead TFoot Strong Sub Normal Standard Layout List Cyan Magenta "
    "Yellow Black White Background Header Footer Pagination Watermark Page Default None "
    "GrayScale Image Shape Group Text Word Line Lines Choice State Button Helvetica Times Courier "
    "Symbol Off Yes On ZapfDingbats DefaultGray DefaultRGB DefaultCMYK MediaBox CropBox Illustrator"
)
_USUAL = frozenset(_USUAL_WORDS.split())
"""What programs usually call such things; not the author's."""


def names_chosen(pdf: Any) -> list[str]:
    """Return the names that stand where an author may choose one, each once."""
    found: dict[str, None] = {}
    for obj in (*islice(pdf.objects, _MOST), pdf.Root):
        found |= dict.fromkeys(_in_object(obj, 0))
    for page in islice(pdf.pages, _MOST):
        found |= dict.fromkeys(_in_marks(page.obj))
    return [name for name in found if name not in _USUAL and _OWN.search(name)]


def _in_object(obj: Any, depth: int) -> Iterator[str]:
    pikepdf = objects()
    if depth > _DEEPEST or not isinstance(obj, pikepdf.Object):
        return
    if isinstance(obj, pikepdf.Array):
        if len(obj) > 1 and isinstance(obj[0], pikepdf.Name) and str(obj[0]) in _COLOURS:
            yield from _names_of(obj[1])
        for inner in obj:
            yield from _within(inner, depth)
    elif isinstance(obj, (pikepdf.Dictionary, pikepdf.Stream)):
        for key, value in sorted(obj.items(), key=lambda item: item[0]):
            yield from _chosen(obj, key, value)
            yield from _within(value, depth)


def _within(obj: Any, depth: int) -> Iterator[str]:
    """Yield those of an object that stands within another; others are read by themselves."""
    if isinstance(obj, objects().Object) and obj.objgen == (0, 0):
        yield from _in_object(obj, depth + 1)


def _chosen(obj: Any, key: str, value: Any) -> Iterator[str]:
    pikepdf = objects()
    if key in _TABLES and isinstance(value, pikepdf.Dictionary):
        yield from (name[1:] for name in sorted(value.keys()))
    elif key == "/AP" and isinstance(value, pikepdf.Dictionary):
        for state in _STATES:
            if isinstance(states := value.get(state), pikepdf.Dictionary):
                yield from (name[1:] for name in sorted(states.keys()))
    elif key in _VALUES or (key == "/S" and ("/P" in obj or "/K" in obj)):
        yield from _names_of(value)


def _names_of(value: Any) -> Iterator[str]:
    pikepdf = objects()
    for one in value if isinstance(value, pikepdf.Array) else (value,):
        if isinstance(one, pikepdf.Name):
            yield str(one)[1:]


def _in_marks(page: Any) -> Iterator[str]:
    pikepdf = objects()
    try:
        instructions = pikepdf.parse_content_stream(page, "BMC BDC MP DP")
    except pikepdf.PdfError:
        return
    for operands, operator in instructions:
        if str(operator) in _MARKED and len(operands):
            yield from _names_of(operands[0])
