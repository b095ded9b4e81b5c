"""Names that an author chooses in a PDF: states of buttons, roles, colours, marks, resources.

Most names in a PDF are words of the format, so these are told by the place where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from dialogueprep.domain.identity.spellings.nobodys_words import is_english
from dialogueprep.exchange.read_pdf_library import objects

_TABLES = frozenset(
    {"/RoleMap", "/ClassMap", "/PieceInfo", "/Private", "/Font", "/XObject", "/Properties"}
    | {"/ColorSpace", "/Pattern", "/ExtGState", "/Shading", "/CharProcs", "/Schema", "/CI"}
)
"""Their keys are the author's (ISO 32000-2, 7.8.3, 14.5, 14.7)."""
_STATES = frozenset({"/N", "/R", "/D"})
"""Of an appearance: each holds drawings by the state of a button (12.5.5)."""
_VALUES = frozenset({"/AS", "/V", "/DV", "/C", "/Name"})
_COLOURS = frozenset({"/Separation", "/DeviceN"})
_MARKED = frozenset({"BMC", "BDC", "MP", "DP"})
_DEEPEST = 12
_MOST = 20_000
_OWN = re.compile("[a-z]|[A-Z]{5}")
_WORD_KEY = re.compile("/[A-Z](?:[a-z]{4,}|[A-Z]{4,})")
_USUAL_WORDS = (
    "Document DocumentFragment Part Sect Div Aside BlockQuote Caption Table Figure Formula Form "
    "Title Note FENote Quote Reference BibEntry Code Link Annot Ruby Warichu Span Artifact Index "
    "NonStruct Private LBody TBody THead TFoot Strong Sub Normal Standard Layout List Cyan Magenta "
    "Yellow Black White Background Header Footer Pagination Watermark Page Default None "
    "GrayScale Image Shape Group Text Word Line Lines Choice State Button Helvetica Times Courier "
    "Symbol Off Yes On Subtype Linearized Ascent Descent Trapped Decode Producer Metadata "
    "Pages Trans Encoding Annots Fields Flags First Names Params Ordering Certs Subject Keywords "
    "ZapfDingbats DefaultGray DefaultRGB DefaultCMYK MediaBox CropBox Illustrator"
)
_USUAL = frozenset(_USUAL_WORDS.split())
"""What programs usually call such things; not the author's."""


_FORMAT_WORDS = (
    "Type Subtype Filter DecodeParms F FFilter BaseFont Encoding FontName BaseEncoding Differences "
    "ProcSet PageMode PageLayout Trapped FT AFRelationship ColorSpace CS N StmF StrF EFF CFM "
    "AuthEvent S H Intent RI BM LS Tabs O P D Dest Direction Duplex PrintScaling "
    "NonFullScreenPageMode ViewArea ViewClip PrintArea PrintClip IT LE IC RT Sy Alternate Base "
    "TransferFunction TR TR2 HT BG UCR Group Style FontStretch Ordering SubFilter V DV AS C Name "
    "OC "
    "OCGs Event Category Layout Placement WritingMode TextAlign BlockAlign InlineAlign "
    "ListNumbering BorderStyle TextDecorationType Scope Role checked Desc Matte SMask JBIG2Globals "
    "Version TransformMethod DigestMethod Action Fields MCID A K Border ID Mask Order ListMode "
    "RBGroups AP MK Nums Names Kids Limits Usage ViewState PrintState ExportState XStep Encrypt "
    "Reference "
)
_FORMAT_KEYS = frozenset(f"/{word}" for word in _FORMAT_WORDS.split())
"""Those behind which the format's own names stand."""
_MOST_LETTERS = 40


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
    elif key not in _FORMAT_KEYS and not _holds_format(obj):
        yield from (name for name in _names_of(value) if len(name) <= _MOST_LETTERS)
    if _WORD_KEY.fullmatch(key) and not is_english(key[1:].lower()):
        yield key[1:]


def _holds_format(obj: Any) -> bool:
    """Return whether a dictionary is a font or a picture, whose names are the format's."""
    return "/BaseFont" in obj or "/FontName" in obj or "/BitsPerComponent" in obj


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
