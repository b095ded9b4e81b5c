"""The words of drawings in a PDF that no page shows: hidden notes, states of buttons, leftovers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any

from dialogueprep.exchange.read_pdf_library import objects

_DEEPEST = 12
_MOST_FIELDS = 5000
_Numbers = set[tuple[int, int]]


def drawn_forms(pdf: Any) -> _Numbers:
    """Return the numbers of the drawings that some page draws, at once or within another."""
    found: _Numbers = set()
    for page in pdf.pages:
        _draw(page.obj, _resources(page.obj), found, 0)
    return found


def _draw(obj: Any, resources: Any, found: _Numbers, depth: int) -> None:
    held = resources.get("/XObject") if resources is not None else None
    if held is None or depth > _DEEPEST:
        return
    for name in _names_drawn(obj):
        drawing = held.get(name)
        if drawing is None or drawing.objgen in found or drawing.get("/Subtype") != "/Form":
            continue
        found.add(drawing.objgen)
        _draw(drawing, drawing.get("/Resources", resources), found, depth + 1)


def _names_drawn(obj: Any) -> Iterator[str]:
    pikepdf = objects()
    try:
        instructions = pikepdf.parse_content_stream(obj, "Do")
    except pikepdf.PdfError:
        return
    for operands, operator in instructions:
        if str(operator) == "Do" and len(operands):
            yield str(operands[0])


def _resources(page: Any) -> Any:
    for _ in range(_DEEPEST):
        if page is None or "/Resources" in page:
            break
        page = page.get("/Parent")
    return None if page is None else page.get("/Resources")


def pages_of(forms: Iterable[Any]) -> bytes:
    """Return a PDF with a page for each drawing, for the reader of pages to read."""
    pikepdf = objects()
    with pikepdf.new() as made:
        for form in forms:
            page = made.add_blank_page(page_size=(2000, 2000))
            page.Resources = pikepdf.Dictionary(
                XObject=pikepdf.Dictionary(F=made.copy_foreign(form))
            )
            page.Contents = made.make_stream(b"q 1 0 0 1 500 500 cm /F Do Q")
        held = BytesIO()
        made.save(held)
    return held.getvalue()


def values_in(form: Any) -> Iterator[str]:
    """Yield what was filled into the fields of a form, without their names: a family name in one
    field, a given name in the next (12.7.4)."""
    pikepdf = objects()
    left = [form.get("/Fields")] if isinstance(form, pikepdf.Dictionary) else []
    for _ in range(_MOST_FIELDS):
        if not left:
            return
        it = left.pop()
        if isinstance(it, pikepdf.Array):
            left += reversed(list(it))
        elif isinstance(it, pikepdf.Dictionary):
            if isinstance(value := it.get("/V"), pikepdf.String):
                yield str(value)
            left.append(it.get("/Kids"))


def names_of_fields(form: Any) -> Iterator[str]:
    """Yield the names of the fields of a form behind those of the fields that hold them, as one
    word: the whole name of a field is made of them (12.7.4.2)."""
    pikepdf = objects()
    fields = form.get("/Fields") if isinstance(form, pikepdf.Dictionary) else None
    left: list[tuple[Any, tuple[str, ...]]] = [(fields, ())]
    for _ in range(_MOST_FIELDS):
        if not left:
            return
        it, above = left.pop()
        if isinstance(it, pikepdf.Array):
            left += [(one, above) for one in reversed(list(it))]
        elif isinstance(it, pikepdf.Dictionary) and len(above) < _DEEPEST:
            own = it.get("/T")
            names = (*above, str(own)) if isinstance(own, pikepdf.String) else above
            if len(names) > 1 and names != above:
                yield "".join(names)
                yield " ".join(names)
            left.append((it.get("/Kids"), names))
