"""How long documents of 50 and 200 pages take, beside plain code of the same libraries for the
same content in the same run; the gate and the reading back apart.

    python tests/benchmarks/document_speed.py

Method: the fonts are loaded and both sides have run once before the clock starts, because a
window stays open; then both sides take turns, seven times each, and the medians are compared.
The plain code sets the same words in the same sizes with the libraries' own paragraphs and
tables, without the line breaker, marks, bookmarks and styles of this program. The gate searches
the document for 40 people; reading back reads all parts of the file and compares its words.
"""

from __future__ import annotations

import platform
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import click
import docx
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import PageBreak as NewPage
from reportlab.platypus import Paragraph as PlainParagraph
from reportlab.platypus import SimpleDocTemplate
from reportlab.platypus import Table as PlainTable

sys.path.insert(0, str(Path(__file__).parents[1] / "exchange"))
sys.path.insert(0, str(Path(__file__).parents[2]))

from brief_samples import brief_of, checked
from gate_speed import invented, roster_of

from dialogueprep.domain.briefs.blocks import (
    Block,
    Brief,
    Contents,
    Heading,
    Numbered,
    PageBreak,
    Paragraph,
    Table,
    line,
    plain,
)
from dialogueprep.domain.gate import examine
from dialogueprep.domain.texts import LANGUAGES, Language
from dialogueprep.exchange.docx_writer import write_docx
from dialogueprep.exchange.pdf_writer import write_pdf
from dialogueprep.exchange.read_pdf_library import pdfium
from dialogueprep.exchange.readback import differences, read_parts
from dialogueprep.paths import resources

SIZES, RUNS = (50, 200), 7
FONTS = {
    "en": "SourceSans3-Regular",
    "zh": "NotoSansSC-Regular",
    "ja": "NotoSansJP-Regular",
    "ko": "NotoSansKR-Regular",
}
SENTENCES: dict[Language, str] = {
    "en": "It was widely held that port authorities should share closure notices before a "
    "disaster, not after it, and that one page with the same layout would do. ",
    "zh": "与会者普遍认为，港口当局应在灾害发生之前共享关闭通知，一页相同版式的通知即可。",
    "ja": "参加者の多くは、災害の前に港湾閉鎖の通知を共有し、同じ書式の一枚で足りるとみた。",
    "ko": "여러 참가자는 재해가 일어나기 전에 항만 폐쇄 통지를 공유해야 한다고 보았다. ",
}


def blocks(pages: int) -> list[Block]:
    """Return the blocks of a document: on each page headings, texts, findings and a table."""
    made: list[Block] = []
    for n in range(pages):
        language = LANGUAGES[n % 4]
        long = line(SENTENCES[language] * 4, language)
        short = line(SENTENCES[language], language)
        made += [Heading(str(n + 1), line(f"Page {n + 1}", "en"), 1), Paragraph(long)]
        made += [Numbered(str(k + 1), long) for k in range(3)]
        made.append(Table((short, short), ((short, short),) * 4, (1, 1)))
        made += [Paragraph(long), PageBreak()]
    return made[:-1]


def plain_pdf(brief: Brief, target: Path) -> None:
    """Write the same content with the PDF library's own paragraphs and tables."""
    styles = {
        (language, size): ParagraphStyle(
            f"{language}{size}",
            fontName=font,
            fontSize=size,
            leading=size * 1.45,
            spaceAfter=7,
            wordWrap="CJK" if language in ("zh", "ja") else None,
        )
        for language, font in FONTS.items()
        for size in (9.5, 10.5, 15)
    }

    def set_line(words, size: float, before: str = "") -> PlainParagraph:
        return PlainParagraph(before + plain(words), styles[words[0].language, size])

    story: list[object] = []
    for block in brief.blocks:
        match block:
            case Heading(number, words, _):
                story.append(set_line(words, 15, f"{number} "))
            case Numbered(label, words):
                story.append(set_line(words, 10.5, f"{label} "))
            case Paragraph(words, _):
                story.append(set_line(words, 10.5))
            case Table(head, rows, _, _, _):
                cells = [[set_line(cell, 9.5) for cell in row] for row in (head, *rows)]
                story.append(PlainTable(cells, colWidths=[235, 235], repeatRows=1))
            case _:
                story.append(NewPage())
    document = SimpleDocTemplate(str(target), title=brief.title, invariant=1)
    document.build(story, onFirstPage=_foot, onLaterPages=_foot)


def _foot(canvas, document) -> None:
    canvas.setFont(FONTS["en"], 8.5)
    canvas.drawString(62, 33, f"Resilience {document.page}")


def plain_docx(brief: Brief, target: Path) -> None:
    """Write the same content with python-docx as its own guide does."""
    document = docx.Document()
    for block in brief.blocks:
        match block:
            case Heading(number, words, level):
                document.add_heading(f"{number} {plain(words)}", level)
            case Numbered(label, words):
                document.add_paragraph(f"{label} {plain(words)}")
            case Paragraph(words, _):
                document.add_paragraph(plain(words))
            case Table(head, rows, _, _, _):
                table = document.add_table(rows=len(rows) + 1, cols=len(head))
                for n, row in enumerate((head, *rows)):
                    for cell, words in zip(table.rows[n].cells, row, strict=True):
                        cell.text = plain(words)
            case _:
                document.add_page_break()
    document.save(str(target))


def timed(ours: Callable[[], object], theirs: Callable[[], object]) -> tuple[float, float]:
    """Return the medians of both in seconds, taken in turns."""
    ours(), theirs()
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(RUNS):
        for work, kept in ((ours, times[0]), (theirs, times[1])):
            start = time.perf_counter()
            work()
            kept.append(time.perf_counter() - start)
    return median(times[0]), median(times[1])


def seconds(work: Callable[[], object]) -> float:
    """Return the median of how long some work takes."""
    times: list[float] = []
    for _ in range(3):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return median(times)


@click.command()
@click.option("--pages", type=int, multiple=True, default=SIZES)
def main(pages: tuple[int, ...]) -> None:
    """Print machine, medians and ratios."""
    for font in FONTS.values():
        pdfmetrics.registerFont(TTFont(font, str(resources() / "fonts" / f"{font}.ttf")))
    click.echo(f"{platform.platform()}, {platform.processor() or 'unknown processor'}")
    click.echo(f"Python {platform.python_version()}, {RUNS} runs each, medians")
    for size in pages:
        with TemporaryDirectory() as folder:
            _measure(size, Path(folder))


def _measure(size: int, folder: Path) -> None:
    brief = brief_of(*blocks(size))
    passed = checked(brief)
    pairs = {
        "PDF": (write_pdf, plain_pdf, "brief.pdf"),
        "Word": (write_docx, plain_docx, "brief.docx"),
    }
    for name, (ours, theirs, file) in pairs.items():
        target, beside = folder / file, folder / f"plain-{file}"
        own, bare = timed(partial(ours, passed, target), partial(theirs, brief, beside))
        click.echo(f"{name}: {own:.3f} s, plain code {bare:.3f} s, ratio {own / bare:.2f}")
        back = seconds(lambda path=target: (read_parts(path), differences(path, brief)))
        click.echo(f"{name}, read back: {back:.3f} s")
    listed = with_contents(brief)
    for name, (ours, _, file) in pairs.items():
        took = seconds(partial(ours, checked(listed), folder / file))
        click.echo(f"{name} with contents: {took:.3f} s")
    click.echo(f"gate: {seconds(partial(examine, brief, roster_of(invented(40)))):.3f} s")
    click.echo(f"pages: {_pages(folder / 'brief.pdf')}")


def with_contents(brief: Brief) -> Brief:
    """Return the document with a table of its contents."""
    return replace(brief, blocks=(Contents(line("Contents", "en")), PageBreak(), *brief.blocks))


def _pages(path: Path) -> int:
    document = pdfium().PdfDocument(BytesIO(path.read_bytes()))
    try:
        return len(document)
    finally:
        document.close()


if __name__ == "__main__":
    main()
