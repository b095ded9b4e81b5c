"""What comes into a Word document from outside: logos of the hosts, the template of a house."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dialogueprep.domain.briefs.blocks import Brief, HostBlock, Paper, Template
from dialogueprep.exchange.docx_marks import relation_of
from dialogueprep.exchange.docx_package import Added
from dialogueprep.exchange.docx_styles import twips
from dialogueprep.exchange.house_style import house_style, left_of, paper_size
from dialogueprep.exchange.word_cleaning import DECLARED

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"


@dataclass(frozen=True, slots=True)
class Edge:
    """A head or foot of the pages: its part, the id by which the document refers to it, and what
    the template gives it."""

    part: str
    id: str
    kind: str  # "header" or "footer"
    which: str  # "default" or "first"
    inside: str

    @property
    def counts(self) -> bool:
        """Whether what the template gives counts the pages itself."""
        return 'w:instr=" PAGE "' in self.inside


def edges_of(template: Template | None) -> tuple[Edge, ...]:
    """Return the heads and feet of a document: two, or four where the first page has its own."""
    whiches = ("default", "first") if template and _page(template)["first"] else ("default",)
    made: list[Edge] = []
    for n, which in enumerate(whiches, start=1):
        for kind, usual in (("header", "rId5"), ("footer", "rId6")):
            inside = template.part(f"{kind}-{which}.xml").decode() if template else ""
            id_ = usual if n == 1 else f"rIdFirst{kind}"
            made.append(Edge(f"word/{kind}{n}.xml", id_, kind, which, inside))
    return tuple(made)


def edge_xml(edge: Edge, own: str) -> str:
    """Return the part of a head or foot: what the template gives, then our own line."""
    tag = "w:hdr" if edge.kind == "header" else "w:ftr"
    return f"{XML}<{tag} {DECLARED}>{edge.inside}{own}</{tag}>"


def added_parts(brief: Brief, edges: Mapping[str, str]) -> tuple[Added, ...]:
    """Return the parts beside the usual ones, given the heads and feet by their part."""
    template = brief.template
    made = [
        Added(f"word/media/logo{n + 1}.png", logo.png, relation_of(n), "image")
        for n, logo in _logos(brief)
    ]
    if template is None:
        return tuple(made)
    for edge in edges_of(template):
        if edge.which != "default":
            made.append(Added(edge.part, edges[edge.part], edge.id, edge.kind))
        made += _relations(edge)
    made += [
        Added(_picture_name(name.removesuffix(".png")), content)
        for name, content in template.parts
        if name.endswith(".png")
    ]
    return tuple(made)


def added_names(brief: Brief) -> list[str]:
    """Return the names of the parts beside the usual ones, in their order."""
    blank = {edge.part: "" for edge in edges_of(brief.template)}
    return [each.name for each in added_parts(brief, blank)]


def _logos(brief: Brief) -> Iterator[tuple[int, Any]]:
    for block in brief.blocks:
        if isinstance(block, HostBlock):
            yield from ((n, logo) for n, logo in enumerate(block.logos) if logo is not None)


def _relations(edge: Edge) -> list[Added]:
    used = sorted(set(re.findall(r'r:embed="(rIdHouse\d+)"', edge.inside)))
    if not used:
        return []
    lines = "".join(
        f'<Relationship Id="{id_}" Type="{_IMAGE}" '
        f'Target="{_picture_name(id_).removeprefix("word/")}"/>'
        for id_ in used
    )
    name = edge.part.replace("word/", "word/_rels/") + ".rels"
    return [Added(name, f'{XML}<Relationships xmlns="{_RELATIONS}">{lines}</Relationships>')]


def _picture_name(id_: str) -> str:
    return f"word/media/{id_.removeprefix('rId').lower()}.png"


def theme_xml(template: Template) -> str:
    """Return the theme of a template as a part, empty where it has none."""
    elements = template.part("theme.xml").decode()
    space = "http://schemas.openxmlformats.org/drawingml/2006/main"
    return f'{XML}<a:theme xmlns:a="{space}" name="House">{elements}</a:theme>' if elements else ""


def margins_of(brief: Brief) -> dict[str, int]:
    """Return the margins of the pages in twentieths of a point."""
    side = twips(left_of(brief.paper))
    usual = {"top": twips(62), "right": side, "bottom": twips(60), "left": side}
    usual |= {"header": twips(30), "footer": twips(28)}
    given: dict[str, int] = _page(brief.template)["margins"] if brief.template else {}
    return {**usual, **given}


def width_of(brief: Brief) -> float:
    """Return the length of the lines in points."""
    if brief.template is None:
        return house_style().text_width
    margins = margins_of(brief)
    return max(paper_size(brief.paper)[0] - (margins["left"] + margins["right"]) / 20, 200)


def has_first(template: Template | None) -> bool:
    """Return whether the first page has a head and foot of its own."""
    return template is not None and _page(template)["first"]


@cache
def _page(template: Template) -> dict[str, Any]:
    return json.loads(template.part("page.json") or b'{"margins": {}, "first": false}')


def page_size(paper: Paper) -> str:
    """Return the property that gives the paper."""
    width, height = (twips(side) for side in paper_size(paper))
    return f'<w:pgSz w:w="{width}" w:h="{height}"/>'
