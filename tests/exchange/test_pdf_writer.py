"""The PDF of a brief."""

from __future__ import annotations

import subprocess
import unicodedata
from dataclasses import replace

import pikepdf
import pytest
from brief_samples import brief_of, checked, en, ja, ko, sample_brief, zh
from test_atomic import names, no_file_over

from dialogueprep.domain.briefs.blocks import (
    Contents,
    Facts,
    Heading,
    Numbered,
    PageBreak,
    Paper,
    Paragraph,
    Table,
    lines_of,
)
from dialogueprep.domain.errors import Cancelled, Trouble
from dialogueprep.exchange.pdf_writer import preview_pdf, write_pdf
from dialogueprep.exchange.read_pdf_library import pdfium
from dialogueprep.exchange.readback import body_text, differences, read_parts


@pytest.fixture
def sample(tmp_path):
    write_pdf(checked(sample_brief()), tmp_path / "brief.pdf")
    return tmp_path / "brief.pdf"


def page_texts(path) -> list[str]:
    pages = pdfium().PdfDocument(path)
    texts = [page.get_textpage().get_text_range() for page in pages]
    pages.close()
    return texts


def test_the_same_brief_gives_the_same_bytes(tmp_path, sample):
    write_pdf(checked(sample_brief()), tmp_path / "again.pdf")
    assert (tmp_path / "again.pdf").read_bytes() == sample.read_bytes()


def test_the_file_says_its_title_and_language_and_nothing_of_its_making(sample):
    with pikepdf.open(sample) as pdf:
        assert dict(pdf.trailer.Info) == {"/Title": pikepdf.String("Meeting brief")}
        assert str(pdf.Root.Lang) == "en-GB"
        assert "/Metadata" not in pdf.Root
    assert b"eportLab" not in sample.read_bytes()


def test_every_font_is_embedded_and_a_subset(sample):
    listed = subprocess.run(["pdffonts", sample], capture_output=True, text=True, check=True)
    rows = listed.stdout.splitlines()[2:]
    assert len(rows) == 5
    assert all(row[7:] and "+" in row.split()[0] for row in rows)
    assert all(row.split()[-5:-2] == ["yes", "yes", "yes"] for row in rows)


def test_qpdf_and_mat2_find_nothing(sample):
    subprocess.run(["qpdf", "--check", sample], capture_output=True, check=True)
    shown = subprocess.run(["mat2", "--show", sample], capture_output=True, text=True, check=True)
    told = [line.strip() for line in shown.stdout.splitlines()[1:] if ":" in line]
    assert told == ["creation-date: -1", "format: PDF-1.4", "mod-date: -1", "title: Meeting brief"]


def test_a_character_beyond_the_basic_plane_is_read_back_as_itself(tmp_path):
    write_pdf(checked(brief_of(Paragraph(ja("𠮷野家と𠮷田")))), tmp_path / "b.pdf")
    assert body_text(tmp_path / "b.pdf") == ["𠮷野家と𠮷田"]
    seen = subprocess.run(["pdftotext", tmp_path / "b.pdf", "-"], capture_output=True, check=True)
    assert "𠮷野家と𠮷田" in seen.stdout.decode()


def test_decomposed_hangul_is_drawn_as_syllables(tmp_path):
    text = unicodedata.normalize("NFD", "한강예시연구원")
    write_pdf(checked(brief_of(Paragraph(ko(text)))), tmp_path / "nfd.pdf")
    write_pdf(checked(brief_of(Paragraph(ko("한강예시연구원")))), tmp_path / "nfc.pdf")
    assert (tmp_path / "nfd.pdf").read_bytes() == (tmp_path / "nfc.pdf").read_bytes()


def test_bookmarks_follow_the_headings(tmp_path):
    brief = brief_of(Heading("1", zh("共识"), 1), Heading("1.1", ja("共通の基盤"), 2))
    write_pdf(checked(brief), tmp_path / "b.pdf")
    with pikepdf.open(tmp_path / "b.pdf") as pdf, pdf.open_outline() as outline:
        (top,) = outline.root
        assert (top.title, top.children[0].title) == ("1 共识", "1.1 共通の基盤")


LISTED = (
    Contents(en("Contents")),
    PageBreak(),
    *(
        block
        for n in range(1, 7)
        for block in (
            Heading(str(n), en(f"Part {n}"), 1),
            *(Numbered(str(k), en("A finding of some lines. " * 22)) for k in range(9)),
            Heading(f"{n}.1", ja(f"第{n}部の細目"), 2),
            Paragraph(en("Some words. " * 40)),
        )
    ),
)


def test_the_contents_name_the_page_of_each_heading_and_lead_there(tmp_path):
    brief = brief_of(*LISTED)
    write_pdf(checked(brief), tmp_path / "b.pdf")
    assert differences(tmp_path / "b.pdf", brief) == ()
    texts = page_texts(tmp_path / "b.pdf")
    entries = [one.split() for one in texts[0].splitlines() if one[:1].isdigit()]
    assert len(entries) == 12
    for number, *words, page in entries:
        sought = f"{number} {' '.join(words)}"
        assert sought in " ".join(texts[int(page) - 1].split())
    with pikepdf.open(tmp_path / "b.pdf") as pdf:
        links = [str(a.Dest if "/Dest" in a else a.A.D) for a in pdf.pages[0].Annots]
        assert len(set(links)) == 12


def test_letter_paper_has_the_same_lines_on_more_pages(tmp_path):
    seen = {}
    for paper in Paper:
        write_pdf(checked(replace(brief_of(*LISTED), paper=paper)), tmp_path / f"{paper}.pdf")
        with pikepdf.open(tmp_path / f"{paper}.pdf") as pdf:
            seen[paper] = ([float(n) for n in pdf.pages[0].MediaBox[2:]], len(pdf.pages))
    assert [round(n) for n in seen[Paper.A4][0]] == [595, 842]
    assert seen[Paper.LETTER][0] == [612, 792]
    assert seen[Paper.LETTER][1] >= seen[Paper.A4][1]
    lines = [body_text(tmp_path / f"{paper}.pdf") for paper in Paper]
    assert lines[0] == lines[1]


def test_a_password_locks_the_file_and_it_is_read_back_with_it(tmp_path):
    brief = sample_brief()
    write_pdf(checked(brief), tmp_path / "b.pdf", password="ホテル 12 한강")
    told = subprocess.run(
        ["qpdf", "--show-encryption", "--password=ホテル 12 한강", tmp_path / "b.pdf"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "R = 6" in told.stdout
    assert "file encryption method: AESv3" in told.stdout
    assert b"Meeting brief" not in (tmp_path / "b.pdf").read_bytes()
    assert differences(tmp_path / "b.pdf", brief, "ホテル 12 한강") == ()
    plain_parts = {p.name for p in read_parts(tmp_path / "b.pdf", "ホテル 12 한강")}
    assert {"page 1", "page 2", "info", "outline"} <= plain_parts
    for wrong in ("", "hotel"):
        with pytest.raises(Trouble, match="file-protected"):
            read_parts(tmp_path / "b.pdf", wrong)


def test_a_file_that_should_be_locked_and_is_not_is_refused(sample):
    with pytest.raises(Trouble, match="file-unlocked"):
        differences(sample, sample_brief(), "hotel")


def test_no_heading_stands_alone_at_the_foot_of_a_page(tmp_path):
    for fill in range(28, 40):
        blocks = [Paragraph(en(f"Line {n}.")) for n in range(fill)]
        blocks += [Heading("1", en("Alone"), 1), Heading("1.1", en("Not alone"), 2)]
        blocks.append(Numbered("1", en("A finding. " * 30)))
        write_pdf(checked(brief_of(*blocks)), tmp_path / "b.pdf")
        (page,) = [text for text in page_texts(tmp_path / "b.pdf") if "Alone" in text]
        assert "Not alone" in page
        assert "A finding." in page


def long_table(rows: int) -> Table:
    row = (en("09:00"), en("Opening words of the hosts " * 4), zh("开幕致辞"))
    return Table((en("Time"), en("Item"), en("Title")), (row,) * rows, (1, 3, 2), en("Table 1."))


def test_the_head_of_a_table_repeats_and_its_caption_stands_above_the_first(tmp_path):
    write_pdf(checked(brief_of(long_table(60))), tmp_path / "b.pdf")
    texts = page_texts(tmp_path / "b.pdf")
    assert len(texts) > 2
    assert all("Time" in text and "Item" in text for text in texts)
    assert "09:00" in texts[-1]
    assert texts[0].index("Table 1.") < texts[0].index("Time")


def test_a_tall_row_begins_where_there_is_room_and_goes_on_with_the_head(tmp_path):
    tall = (en("10:00"), en("Questions for the session, written at length. " * 90), zh("议题"))
    table = long_table(12)
    brief = brief_of(replace(table, rows=(*table.rows, tall, *table.rows[:1])))
    write_pdf(checked(brief), tmp_path / "b.pdf")
    assert differences(tmp_path / "b.pdf", brief) == ()
    first, second = page_texts(tmp_path / "b.pdf")[:2]
    assert first.count("Questions for the session") >= 3
    assert second.count("Questions for the session") >= 3
    assert "Time" in second


def test_a_row_higher_than_a_page_is_divided(tmp_path):
    brief = brief_of(Facts(((en("Long"), en("word " * 3000)),)), long_table(2))
    write_pdf(checked(brief), tmp_path / "b.pdf")
    assert len(page_texts(tmp_path / "b.pdf")) >= 2
    assert body_text(tmp_path / "b.pdf")[1] == ("word " * 3000).strip()


def test_a_missing_glyph_is_named_and_nothing_is_written(tmp_path):
    with pytest.raises(Trouble, match="missing-glyph"):
        write_pdf(checked(brief_of(Paragraph(en("Beppu 👍")))), tmp_path / "b.pdf")
    assert names(tmp_path) == []


def test_a_full_disk_leaves_the_older_file(tmp_path, sample):
    before = sample.read_bytes()
    with no_file_over(10_000), pytest.raises(Trouble, match="cannot-write"):
        write_pdf(checked(sample_brief()), sample)
    assert sample.read_bytes() == before
    assert names(tmp_path) == ["brief.pdf"]


def test_a_cancelled_writing_leaves_nothing(tmp_path):
    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        write_pdf(checked(sample_brief()), tmp_path / "b.pdf", stop)
    assert names(tmp_path) == []


def test_a_preview_is_the_file_and_knows_where_each_line_stands(sample):
    brief = sample_brief()
    preview = preview_pdf(brief)
    assert preview.pdf == sample.read_bytes()
    placed = {(p.block, p.line) for p in preview.places}
    said = {
        (n, m)
        for n, block in enumerate(brief.blocks)
        for m, one in enumerate(lines_of(block))
        if one
    }
    assert placed == said
    first = next(p for p in preview.places if (p.block, p.line) == (0, 0))
    assert (first.page, first.left) == (0, 62)
    assert 62 < first.top < first.bottom < 200


def test_a_wide_space_between_latin_words_is_not_set_in_a_latin_font(tmp_path):
    titles = (*en("Deterrence at sea"), *ja("\u3000"), *en("Sixth round"))
    brief = replace(brief_of(Paragraph(titles)), language="ja", footer=titles)
    write_pdf(checked(brief), tmp_path / "b.pdf")
    assert differences(tmp_path / "b.pdf", brief) == ()
