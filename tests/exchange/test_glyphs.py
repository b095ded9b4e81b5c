"""Characters that no font has."""

from __future__ import annotations

from dataclasses import replace

import pytest
from brief_samples import brief_of, checked, en, ja, sample_brief, zh

from dialogueprep.domain.briefs.blocks import (
    Contents,
    Heading,
    Missing,
    Named,
    Numbered,
    Paragraph,
    Why,
    plain,
)
from dialogueprep.domain.errors import Trouble
from dialogueprep.domain.people import PersonId
from dialogueprep.exchange.docx_writer import write_docx
from dialogueprep.exchange.glyphs import refuse_unset, unset_in, with_signs
from dialogueprep.exchange.pdf_writer import write_pdf
from dialogueprep.exchange.readback import differences

ODD = brief_of(
    Heading("2", en("What the discussion showed"), 1),
    Paragraph(en("All is well.")),
    Numbered("1", zh("港口👍关闭通知应当共享。")),
    Numbered("2", ja("別府\U0001d5d4の会合")),
)


def test_every_missing_character_is_found_with_its_block_heading_and_words():
    assert [(u.named, u.block, u.heading, u.around) for u in unset_in(ODD)] == [
        ("👍 (U+1F44D)", 2, "2 What the discussion showed", "港口👍关闭通知应当共享。"),
        ("\U0001d5d4 (U+1D5D4)", 3, "2 What the discussion showed", "別府\U0001d5d4の会合"),
    ]


def test_what_can_be_set_is_found_nowhere():
    assert unset_in(sample_brief()) == ()
    refuse_unset(sample_brief())


def test_the_refusal_names_all_characters_and_the_first_place():
    with pytest.raises(Trouble) as raised:
        refuse_unset(ODD)
    assert raised.value.code == "missing-glyph"
    assert raised.value.facts == {
        "characters": "👍 (U+1F44D), \U0001d5d4 (U+1D5D4)",
        "place": "2 What the discussion showed: 港口👍关闭通知应当共享。",
    }


@pytest.mark.parametrize(("missing", "sign"), [(Missing.SIGN, "〓"), (Missing.CODE, "[U+1F44D]")])
def test_a_sign_stands_for_it_where_that_is_chosen_and_both_files_hold_it(tmp_path, missing, sign):
    brief = with_signs(ODD, missing)
    assert plain(brief.blocks[2].line) == f"港口{sign}关闭通知应当共享。"
    for write, name in ((write_docx, "b.docx"), (write_pdf, "b.pdf")):
        write(checked(brief), tmp_path / name)
        assert differences(tmp_path / name, brief) == ()


def test_nothing_is_replaced_by_itself():
    assert with_signs(ODD, Missing.REFUSE) is ODD
    whole = sample_brief()
    assert with_signs(whole, Missing.SIGN) is whole


def test_a_name_is_never_changed():
    name = Named("Kim 👍", "en", PersonId("p1"), Why.ROLE)
    brief = with_signs(brief_of(Paragraph((name,))), Missing.SIGN)
    assert brief.blocks[0].line == (name,)


def test_word_can_still_be_written_with_contents_and_a_missing_character(tmp_path):
    brief = replace(ODD, blocks=(Contents(en("Contents")), *ODD.blocks))
    write_docx(checked(brief), tmp_path / "b.docx")
    assert differences(tmp_path / "b.docx", brief) == ()
