"""What a reader reads in both files is what stands in the tree."""

from __future__ import annotations

import zipfile
from dataclasses import replace

import pikepdf
import pytest
from brief_samples import brief_of, checked, en, ja, ko, line, sample_brief, zh
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogueprep.domain.briefs.blocks import Bullets, Facts, Heading, Numbered, Paragraph, Table
from dialogueprep.exchange.docx_writer import write_docx
from dialogueprep.exchange.pdf_writer import write_pdf
from dialogueprep.exchange.readback import body_text, brief_text, differences, same_words

WRITERS = {".docx": write_docx, ".pdf": write_pdf}


def written(brief, folder, ending):
    target = folder / f"brief{ending}"
    WRITERS[ending](checked(brief), target)
    return target


@pytest.mark.parametrize("ending", WRITERS)
@pytest.mark.parametrize("language", ["en", "zh", "ja", "ko"])
def test_both_files_hold_exactly_the_words_of_the_brief(tmp_path, ending, language):
    brief = brief_of(*sample_brief().blocks, language=language, mark="INVENTED SAMPLE")
    assert differences(written(brief, tmp_path, ending), brief) == ()


def test_both_files_read_alike(tmp_path):
    brief = sample_brief()
    word, pdf = (body_text(written(brief, tmp_path, ending)) for ending in WRITERS)
    assert word == pdf == brief_text(brief)
    assert "2.1 Common ground" in word
    assert "Programme roles: Mori Aoi 森 葵 (chair) 10:00 in the main hall" in word


words = st.text(
    st.one_of(
        st.sampled_from("abc XYZ -/–—“”'.,;:()0123456789éōǐ\n\u00a0\u200b"),
        st.sampled_from("港湾閉鎖通知韧性のがー、。（）「」！𠮷"),
        st.sampled_from("한강예시 \u1112\u1161\u11ab"),
    ),
    min_size=1,
    max_size=160,
)


@settings(max_examples=40, deadline=None)
@given(st.data(), st.sampled_from(["en", "zh", "ja", "ko"]))
def test_any_words_come_back_as_they_went_in(tmp_path_factory, data, language):
    folder = tmp_path_factory.mktemp("any")
    one = [line(data.draw(words), language) for _ in range(6)]
    brief = brief_of(
        Heading("1", one[0], 1),
        Paragraph(one[1]),
        Numbered("3", one[2]),
        Bullets((one[3],)),
        Facts(((one[4], one[5]),)),
        Table((one[0], one[1]), ((one[2], one[3]),), (1, 2), one[4]),
    )
    for ending in WRITERS:
        assert differences(written(brief, folder, ending), brief) == ()


def test_spaces_survive_between_rare_characters(tmp_path):
    hangul = [chr(0xAC00 + n) for n in range(0, 6000, 9)]
    han = [chr(0x4E00 + n) for n in range(0, 6000, 11)]
    brief = brief_of(
        Paragraph(ko(" ".join(hangul))),
        Paragraph(ko(" ".join(reversed(hangul)))),
        Paragraph(zh("，".join(han))),
        Paragraph(en("zh " + " or ".join(han))),
    )
    assert differences(written(brief, tmp_path, ".pdf"), brief) == ()


@pytest.mark.parametrize("ending", WRITERS)
def test_a_word_more_or_less_is_seen(tmp_path, ending):
    brief = brief_of(Paragraph(en("Ports share notices.")), Paragraph(zh("共享通知。")))
    target = written(brief, tmp_path, ending)
    longer = brief_of(Paragraph(en("Ports share all notices.")), Paragraph(zh("共享通知。")))
    assert [d.place for d in differences(target, longer)] == ["line 1"]
    assert not same_words(target, brief_of(Paragraph(en("Ports share notices."))))


@pytest.mark.parametrize("ending", WRITERS)
@pytest.mark.parametrize("field", ["classification", "version", "footer"])
def test_another_head_or_foot_is_seen(tmp_path, ending, field):
    brief = brief_of(Paragraph(ja("共通の基盤")), Paragraph(ko("공통 기반")))
    target = written(brief, tmp_path, ending)
    assert same_words(target, brief)
    assert not same_words(target, replace(brief, **{field: en("Something else")}))


def test_heads_and_feet_that_need_two_lines_are_still_the_same(tmp_path):
    brief = replace(
        brief_of(Paragraph(en("Body."))),
        classification=en("For participants and their institutions. " * 3),
        version=en("Draft 3 of 24 November 2026, replaces draft 2 of 20 November 2026 " * 2),
        footer=en("Resilience through functional cooperation, the fourth round " * 3),
    )
    assert differences(written(brief, tmp_path, ".pdf"), brief) == ()


def test_a_part_that_the_program_does_not_write_is_seen(tmp_path):
    brief = brief_of(Paragraph(en("Body.")))
    target = written(brief, tmp_path, ".docx")
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr("word/comments.xml", "<x/>")
    assert [d.place for d in differences(target, brief)] == ["parts"]


def test_text_outside_of_the_marks_is_seen(tmp_path):
    brief = brief_of(Paragraph(en("Body.")))
    target = written(brief, tmp_path, ".pdf")
    with pikepdf.open(target, allow_overwriting_input=True) as pdf:
        name = next(iter(pdf.pages[0].Resources.Font.keys()))
        pdf.pages[0].contents_add(f"BT {name} 9 Tf 70 400 Td <0102> Tj ET".encode())
        pdf.save()
    assert "outside of lines" in [d.place for d in differences(target, brief)]
