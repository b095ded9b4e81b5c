"""Reports of every kind are read into paragraphs; furniture is marked and not lost."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from dialogueprep.domain.errors import Cancelled, Trouble
from dialogueprep.domain.splitting.report import Kind, Report
from dialogueprep.exchange.source_reader import read_pasted, read_source

LEFT = (
    "Sea lanes are growing more crowded every year.",
    "Harbour masters should adopt one form and pub-",
    "lish near misses within a month of each. They",
    "met in autumn.",
)
RIGHT = (
    "Insurers have kept silent so far, and crews",
    "need warnings in their own tongues. A cross-",
    "border drill would help. So would a map of the",
    "shoals between the two ports.",
)


def of_kind(report: Report, kind: Kind) -> list[str]:
    return [report.of(p) for p in report.paragraphs if p.kind is kind]


def written(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def two_columns(path: Path, pages: int = 3) -> Path:
    """Write pages whose lines are drawn across both columns, with a running head and numbers."""
    canvas = Canvas(str(path), pagesize=A4)
    for number in range(1, pages + 1):
        canvas.setFont("Helvetica", 8)
        canvas.drawString(60, 800, f"Quiet Seas Papers, volume {number}")
        canvas.drawString(290, 30, str(number))
        canvas.setFont("Helvetica-Bold", 16)
        canvas.drawString(60, 740, f"Safer straits, part {'ABC'[number - 1]}")
        canvas.setFont("Helvetica", 10)
        for row, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):
            canvas.drawString(60, 700 - 13 * row, left)
            canvas.drawString(310, 700 - 13 * row, right)
        canvas.showPage()
    canvas.save()
    return path


def test_columns_are_read_one_after_the_other_and_broken_words_are_whole(tmp_path: Path) -> None:
    report = read_source(two_columns(tmp_path / "two.pdf", pages=1))
    first = report.text.index("Sea lanes")
    assert "publish near misses within a month of each. They met in autumn." in report.text
    assert "cross-border drill" in report.text
    assert first < report.text.index("met in autumn") < report.text.index("Insurers")


def test_running_heads_and_page_numbers_are_furniture(tmp_path: Path) -> None:
    report = read_source(two_columns(tmp_path / "two.pdf"))
    furniture = of_kind(report, Kind.FURNITURE)
    assert sum("Quiet Seas Papers" in line for line in furniture) == 3
    assert {"1", "2", "3"} <= set(furniture)
    assert [h[:13] for h in of_kind(report, Kind.HEADING)] == ["Safer straits"] * 3


def test_reading_a_pdf_tells_its_pages_and_can_be_stopped(tmp_path: Path) -> None:
    path = two_columns(tmp_path / "two.pdf")
    told: list[tuple[int, int]] = []
    read_source(path, lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]

    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        read_source(path, stop)


def test_a_word_file_keeps_its_headings_lists_and_tables(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Ports", 1)
    document.add_paragraph("Ports should publish waiting times.")
    document.add_paragraph("Open a pilot school", style="List Bullet")
    document.add_paragraph("Name a focal point", style="List Number")
    table = document.add_table(2, 2)
    for cell, text in zip(
        (c for row in table.rows for c in row.cells),
        ("Proposed action", "Who", "Buy two tugboats", "Harbour boards"),
        strict=True,
    ):
        cell.text = text
    document.sections[0].footer.paragraphs[0].text = "Register here"
    document.save(str(tmp_path / "a.docx"))
    report = read_source(tmp_path / "a.docx")
    assert of_kind(report, Kind.HEADING) == ["Ports"]
    assert of_kind(report, Kind.BULLET) == ["Open a pilot school"]
    assert of_kind(report, Kind.NUMBERED) == ["Name a focal point"]
    assert of_kind(report, Kind.ACTION) == ["Buy two tugboats"]
    assert "Register" not in report.text


def test_a_page_of_the_web_is_read_without_navigation_and_scripts(tmp_path: Path) -> None:
    page = """<!doctype html><html><head><title>x</title><script>let a = "hidden";</script></head>
    <body><nav><ul><li>Home<li>Log in</ul></nav><header><h1>Ferries</h1></header><main>
    <p class="byline">By Ann Other</p><h2>Fares</h2><p>Lines should offer a student fare.</p>
    <ul><li>Open a lounge<li>Print fares</ul></main><footer>&copy; 2026</footer></body></html>"""
    report = read_source(written(tmp_path, "page.html", page))
    assert of_kind(report, Kind.FURNITURE) == [
        "Home",
        "Log in",
        "Ferries",
        "By Ann Other",
        "© 2026",
    ]
    assert of_kind(report, Kind.BULLET) == ["Open a lounge", "Print fares"]
    assert "hidden" not in report.text


def test_a_hangul_file_of_the_open_format_is_read(tmp_path: Path) -> None:
    section = (
        '<hs:sec xmlns:hs="a" xmlns:hp="b"><hp:p><hp:run><hp:t>2. 정책 제언</hp:t></hp:run></hp:p>'
        "<hp:p><hp:run><hp:t>항만 기준을 통일해야 한다.</hp:t></hp:run></hp:p></hs:sec>"
    )
    path = zipped(tmp_path / "k.hwpx", {"Contents/section0.xml": section})
    report = read_source(path)
    assert (report.language, of_kind(report, Kind.HEADING)) == ("ko", ["2. 정책 제언"])


def test_lines_wrapped_by_hand_are_joined(tmp_path: Path) -> None:
    text = (
        "The meeting took place under the usual rule and went on for two full\n"
        "days. Cities ought to open cooling cen-\ntres in every district and to map the streets\n"
        "that grow hottest in the long summer months of the inland basin there.\n"
    )
    report = read_source(written(tmp_path, "w.txt", text))
    assert len(report.paragraphs) == 1
    assert "cooling centres in every" in report.text


def test_a_sentence_that_a_page_break_cuts_goes_on(tmp_path: Path) -> None:
    text = (
        "Ports should pool their dredgers and accumulate experience in cross-border\n\n\n\nworks."
    )
    assert "cross-border works." in read_source(written(tmp_path, "p.txt", text)).text


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("gb18030", "建议设立港口安全基金。三国应加强灯塔维护合作。"),
        ("big5", "建議設立港口安全基金。三國應加強燈塔維護合作。"),
        ("cp932", "灯台の保守を共同で行うべきだ。基金の設置を提案した。"),
        ("cp949", "등대 유지보수를 공동으로 해야 한다. 기금 설치를 제안했다."),
        ("utf-16", "Ports should share data. 항만."),
        ("utf-8-sig", "Ports should share data."),
    ],
)
def test_the_encodings_of_east_asia_are_read(tmp_path: Path, encoding: str, text: str) -> None:
    assert read_source(written(tmp_path, "r.txt", text.encode(encoding))).text == text


@given(st.text(max_size=300))
@settings(max_examples=60, deadline=None)
def test_paragraphs_cover_the_text_in_order(text: str) -> None:
    try:
        report = read_pasted(f"Words {text}")
    except Trouble:
        return
    assert "\n".join(report.of(p) for p in report.paragraphs) == report.text
    assert all(
        a.end < b.start for a, b in zip(report.paragraphs, report.paragraphs[1:], strict=False)
    )


def zipped(path: Path, parts: dict[str, str | bytes]) -> Path:
    memory = BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    path.write_bytes(memory.getvalue())
    return path


def test_a_table_that_says_who_and_when_holds_actions(tmp_path: Path) -> None:
    rows = "| Matter | Who | By |\n|---|---|---|\n| Buy two tugboats | Harbour board | May |\n"
    (tmp_path / "a.md").write_text(f"# Ports\n\n{rows}", "utf-8")
    cells = "<tr><th>項目</th><th>担当</th></tr><tr><td>曳船を二隻買う</td><td>港湾局</td></tr>"
    (tmp_path / "b.html").write_text(f"<html><table>{cells}</table></html>", "utf-8")
    assert of_kind(read_source(tmp_path / "a.md"), Kind.ACTION) == ["Buy two tugboats"]
    assert of_kind(read_source(tmp_path / "b.html"), Kind.ACTION) == ["曳船を二隻買う"]


def test_blocks_of_links_are_furniture_and_links_in_text_are_not(tmp_path: Path) -> None:
    body = "<p><a>Why ports should share tugs</a></p><p>The <a>ports</a> should share tugs.</p>"
    (tmp_path / "a.html").write_text(f"<html><body>{body}</body></html>", "utf-8")
    report = read_source(tmp_path / "a.html")
    assert of_kind(report, Kind.FURNITURE) == ["Why ports should share tugs"]
    assert of_kind(report, Kind.TEXT) == ["The ports should share tugs."]
