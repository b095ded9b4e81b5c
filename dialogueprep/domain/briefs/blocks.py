"""The tree of blocks that every document is made of: one tree, two writers.

A block holds runs. A run is plain text in one language, or a ``Named`` run: the full name of
a participant, which only a product whose audience and consents allow it may contain.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from dialogueprep.domain.briefs.kinds import Audience, Product
from dialogueprep.domain.people import PersonId
from dialogueprep.domain.texts import Language


class Annex(StrEnum):
    """What a meeting brief may end with, by choice and consent."""

    PROGRAMME = "programme"
    PARTICIPANTS = "participants"


class Why(StrEnum):
    """What allows a full name to stand in a document."""

    LISTED = "listed"  # consent to be listed for this audience
    ROLE = "role"  # a role that the organiser chose to announce
    STATEMENT = "statement"  # on the record, or quoted with consent
    CONTACT = "contact"  # not a name: the e-mail address of somebody, for organisers


class Paper(StrEnum):
    """The paper of a document; the lines are as long on either."""

    A4 = "a4"
    LETTER = "letter"


class Missing(StrEnum):
    """What stands for a character that no font of the documents has."""

    REFUSE = "refuse"  # the document is not made
    SIGN = "sign"  # 〓, the printer's sign for a type that is out
    CODE = "code"  # [U+1F44D]


class Stress(StrEnum):
    """How a run stands out from its line, in weight or in ink."""

    PLAIN = "plain"
    STRONG = "strong"  # semibold: the title of an item in a programme
    QUIET = "quiet"  # second ink: a title in another language, a break
    ON_RECORD = "on record"  # the terms of an item, each in an ink of its own
    RULE = "rule"
    NO_QUOTATION = "no quotation"


@dataclass(frozen=True, slots=True)
class Run:
    """Plain text in one language; a line feed in it breaks the line within its block or cell.

    ``origin`` is the id of the value that it was made from, so that a passage can be traced
    back to its finding; it never reaches a file. ``composed`` marks the program's own words
    from the data (a headcount that holds k, a host, the position of a listed person): they
    hold no view, so the gate searches them for names of persons only. A ``seam`` stands between
    the two languages of a bilingual line; what is ``printed`` stands as its source has it.
    """

    text: str
    language: Language
    origin: str | None = None
    stress: Stress = Stress.PLAIN
    composed: bool = False
    seam: bool = False
    printed: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """A full name, as it shall stand, with what allows it."""

    text: str
    language: Language
    person: PersonId
    why: Why


Line = tuple[Run | Named, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture without anything but its points: a PNG, its size in points of the picture, and
    the words that stand for it."""

    png: bytes
    width: int
    height: int
    words: str


@dataclass(frozen=True, slots=True)
class Template:
    """What a house's own Word file gives: cleaned parts by name, in their order."""

    name: str
    parts: tuple[tuple[str, bytes], ...]

    def part(self, name: str) -> bytes:
        """Return one part, empty where the template has none of this name."""
        return next((content for known, content in self.parts if known == name), b"")


@dataclass(frozen=True, slots=True)
class HostBlock:
    """The hosts in equal columns: each with its name and, below, its native name; then a note.

    ``logos`` has one place for each host; None where it has none. ``marked`` says whether plain
    marks stand where logos are missing: an invented host has one, an institution only its name.
    """

    hosts: tuple[tuple[Line, Line], ...]
    note: Line
    logos: tuple[Picture | None, ...] = ()
    marked: bool = True


@dataclass(frozen=True, slots=True)
class Title:
    """The head of a document: kind, what stands beneath the kind, title, title in other
    languages, and the line of round, place and date."""

    kind: Line
    beneath: Line
    title: Line
    others: tuple[Line, ...]
    occasion: Line


@dataclass(frozen=True, slots=True)
class Notice:
    """The notice of the Rule, with the accent bar; the first line stands out."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Label and value between hairlines."""

    rows: tuple[tuple[Line, Line], ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 or 2; ``number`` is "2" or "2.1", or empty."""

    number: str
    line: Line
    level: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text; a quiet one stands back in grey, one that ``leads`` stays with
    what follows."""

    line: Line
    quiet: bool = False
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A bulleted list, one line per item."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Numbered:
    """A numbered statement: its number hangs in the accent. ``label`` is "4" or "R2"; one that
    ``leads`` stays with what follows."""

    label: str
    line: Line
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Widths are shares of the text width. The caption stands above, the head repeats on each
    page."""

    head: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]
    widths: tuple[float, ...]
    caption: Line = ()
    summary: str = ""  # read out by screen readers


@dataclass(frozen=True, slots=True)
class Contents:
    """The headings of the document with their pages, which the writers make out."""

    line: Line  # its own title


@dataclass(frozen=True, slots=True)
class NotePage:
    """Ruled lines to write on by hand, beneath what they are for; it fills a page by itself."""

    line: Line
    rules: int = 23


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


Block = (
    HostBlock
    | Title
    | Notice
    | Facts
    | Heading
    | Paragraph
    | Bullets
    | Numbered
    | Table
    | Contents
    | NotePage
    | PageBreak
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """A composed document that nobody has checked yet."""

    product: Product
    audience: Audience
    language: Language
    title: str  # also the title in the file's properties
    classification: Line  # at the top left of every page
    version: Line  # at the top right of every page
    footer: Line  # at the foot of every page, left
    mark: str  # "INVENTED SAMPLE" on every page, or empty
    page_of: str  # "{page} / {pages}"
    blocks: tuple[Block, ...]
    paper: Paper = Paper.A4
    template: Template | None = None  # of the Word file
    second: Language | None = None  # the other language of a bilingual document
    annexes: tuple[Annex, ...] = ()  # what it ends with by choice, with the names of consent
    sections: tuple[tuple[str, str], ...] = ()  # digests of headings and of what stands below
    changed: frozenset[int] = frozenset()  # blocks that bear a bar: other words than before

    @property
    def languages(self) -> str:
        """Its language, or both: "en", "en-zh"."""
        return languages_of(self.language, self.second)


def languages_of(first: Language, second: Language | None) -> str:
    """Return the languages of a document as its file name has them: "en", "en-zh"."""
    return f"{first}-{second}" if second and second != first else first


def headings_of(brief: Brief) -> tuple[tuple[int, Heading], ...]:
    """Return the headings that a table of contents lists, each with the index of its block."""
    return tuple((n, b) for n, b in enumerate(brief.blocks) if isinstance(b, Heading))


def pictures_of(brief: Brief) -> tuple[Picture, ...]:
    """Return the pictures in a document, in reading order."""
    blocks = (b for b in brief.blocks if isinstance(b, HostBlock))
    return tuple(logo for block in blocks for logo in block.logos if logo is not None)


def lines_of(block: Block) -> Iterator[Line]:  # noqa: C901 - one case a block
    """Yield every line of a block in reading order (a table: caption first)."""
    match block:
        case HostBlock(hosts, note):
            for name, native in hosts:
                yield from (name, native)
            yield note
        case Title(kind, beneath, title, others, occasion):
            yield from (kind, beneath, title, *others, occasion)
        case Notice(lines) | Bullets(lines):
            yield from lines
        case Facts(rows):
            for label, value in rows:
                yield from (label, value)
        case Table(head, rows, _, caption, _):
            yield from (caption, *head)
            for row in rows:
                yield from row
        case Heading(_, line, _) | Paragraph(line, _) | Numbered(_, line, _) | Contents(line):
            yield line
        case NotePage(line, _):
            yield line
        case PageBreak():
            return


def plain(line: Line) -> str:
    """Return the text of a line."""
    return "".join(run.text for run in line)


def line(text: str, language: Language, origin: str | None = None) -> Line:
    """Return a line of one plain run, or an empty line for an empty text."""
    return (Run(text, language, origin),) if text else ()


def halves(line_: Line) -> Iterator[tuple[int, Line]]:
    """Yield the halves of a bilingual line, each with where it starts; any other line whole."""
    start = position = 0
    half: list[Run | Named] = []
    for run in line_:
        position += len(run.text)
        if isinstance(run, Run) and run.seam:
            yield start, tuple(half)
            start, half = position, []
        else:
            half.append(run)
    yield start, tuple(half)


def composed(line_: Line) -> Line:
    """Return the line with its plain runs marked as the program's own words."""
    return tuple(replace(r, composed=True) if isinstance(r, Run) else r for r in line_)


def composed_between(line_: Line, start: int, end: int) -> bool:
    """Return whether these characters of the line are all the program's own words."""
    position = 0
    for run in line_:
        inside = position < end and position + len(run.text) > start
        if inside and not (isinstance(run, Run) and run.composed):
            return False
        position += len(run.text)
    return True


def stressed(line_: Line, stress: Stress) -> Line:
    """Return the line with this stress on all its plain runs."""
    return tuple(replace(r, stress=stress) if isinstance(r, Run) else r for r in line_)
