"""The texts of documents are kept while they are typed, in each language, without names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from opened import shown
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from dialogueprep.commands import dialogues as dialogue_commands
from dialogueprep.commands import document_texts as commands
from dialogueprep.commands import documents
from dialogueprep.commands import follow_ups as follow_up_commands
from dialogueprep.commands.document_texts import OwnText
from dialogueprep.domain.briefs.blocks import Product, Table, plain
from dialogueprep.domain.dialogue import Dialogue, Phase
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.texts import Language, Texts, TextState
from dialogueprep.store import dialogues, follow_ups, people
from dialogueprep.ui.dialogs.document_texts import DocumentTexts
from dialogueprep.ui.models.document_words import untranslated
from dialogueprep.ui.pages.documents import DocumentsPage
from dialogueprep.ui.session import Session
from dialogueprep.workflows.release import Wanted, gather, look_at


def now(session: Session) -> Dialogue:
    """Return the open dialogue as it is on disk."""
    assert session.dialogue
    return dialogues.read(session.store, session.dialogue)


def opened(qtbot: QtBot, session: Session, product: Product | None = None) -> DocumentTexts:
    return shown(qtbot, DocumentTexts(None, session, now(session), product), 720, 660)


def states(page: DocumentsPage) -> set[str]:
    """Return how far the follow-ups of the record in sight are."""
    blocks = page._look.examined.brief.blocks if page._look else ()
    cells = {plain(row[-1]) for b in blocks if isinstance(b, Table) for row in b.rows}
    return cells & {"Still to do", "Carried out"}


def test_a_text_is_on_disk_after_a_pause_and_its_translations_are_out_of_date(
    qtbot: QtBot, sample_session: Session
) -> None:
    dialog = opened(qtbot, sample_session)
    field = dialog.texts[OwnText.BACKGROUND].field
    assert field.hasFocus()
    qtbot.keyClicks(field, " More.")
    qtbot.waitUntil(lambda: (now(sample_session).backgrounds.get("en") or "").endswith(" More."))
    states = {t.language: t.state for t in now(sample_session).backgrounds.entries}
    assert states["en"] is TextState.ORIGINAL
    assert states["ja"] is TextState.STALE
    sample_session.undo()
    qtbot.waitUntil(lambda: not field.toPlainText().endswith(" More."))


def test_closing_hands_over_what_was_typed_last(qtbot: QtBot, sample_session: Session) -> None:
    dialog = opened(qtbot, sample_session)
    qtbot.keyClicks(dialog.texts[OwnText.BACKGROUND].field, " Last.")
    dialog.accept()
    assert (now(sample_session).backgrounds.get("en") or "").endswith(" Last.")


def test_each_language_has_its_words_and_what_is_typed_belongs_to_its_own(
    qtbot: QtBot, sample_session: Session
) -> None:
    dialog = opened(qtbot, sample_session)
    field = dialog.texts[OwnText.OBJECTIVES].field
    field.setFocus()
    qtbot.keyClicks(field, "Add. ")
    dialog.language.show_value("ko")
    dialog.language.chosen.emit("ko")
    assert field.toPlainText() == now(sample_session).objectives.get("ko")
    assert "Add. " in (now(sample_session).objectives.get("en") or "")
    assert "Add. " not in (now(sample_session).objectives.get("ko") or "")


def test_the_name_of_a_participant_reaches_the_disk_as_neutral_words(
    qtbot: QtBot, sample_session: Session
) -> None:
    name = people.participations(sample_session.store, now(sample_session).id)[0].person.name.latin
    dialog = opened(qtbot, sample_session, Product.PRESS_LINE)
    field = dialog.texts[OwnText.PRESS_LINE].field
    assert field.hasFocus()
    qtbot.keyClicks(field, f" {name} said that ports should wait.")
    dialog.flush()
    said = now(sample_session).press_lines.get("en") or ""
    assert "ports should wait." in said
    assert name not in said


def test_a_closed_dialogue_keeps_its_texts(qtbot: QtBot, sample_session: Session) -> None:
    dialogue_commands.move_to(sample_session.store, now(sample_session), Phase.CLOSED)
    dialog = opened(qtbot, sample_session)
    assert not dialog.texts[OwnText.BACKGROUND].field.isEnabled()
    with pytest.raises(Refused, match="dialogue-closed"):
        commands.write(
            sample_session.store, now(sample_session), OwnText.BACKGROUND, Texts.of(en="Late.")
        )


def test_every_text_has_a_field_that_says_its_name(qtbot: QtBot, sample_session: Session) -> None:
    dialog = opened(qtbot, sample_session)
    assert set(dialog.texts) == set(OwnText)
    names = [w.field.accessibleName() for w in dialog.texts.values()]
    assert all(names)
    assert len(set(names)) == len(names)
    assert not any(b.autoDefault() and b.isDefault() for b in dialog.findChildren(QPushButton))


def test_a_follow_up_that_is_done_is_seen_in_the_record_at_once(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = shown(qtbot, DocumentsPage(sample_session))
    page.products.list.choose("secretariat-record")
    qtbot.waitUntil(lambda: states(page) == {"Still to do"})
    (first, *_) = follow_ups.of_dialogue(sample_session.store, now(sample_session).id)
    sample_session.run(follow_up_commands.change, replace(first, done=True))
    qtbot.waitUntil(lambda: states(page) == {"Still to do", "Carried out"})


def test_a_text_that_is_not_translated_is_told_before_the_note_goes_out(
    sample_session: Session,
) -> None:
    def told(language: Language) -> str:
        of, day = now(sample_session).id, date(2026, 9, 1)
        wanted = Wanted(dialogue=of, product=Product.CONCEPT_NOTE, language=language, on=day)
        made = look_at(gather(sample_session.store, wanted))
        return untranslated(made.gathered.material, made.brief, language)

    assert told("ko") == ""
    only = Texts.of(en="Compare needs.")
    commands.write(sample_session.store, now(sample_session), OwnText.OBJECTIVES, only)
    assert told("en") == ""
    assert told("ko").startswith("1 text has no wording in 한국어")


def test_a_name_in_a_text_holds_the_note_back_until_it_is_rewritten_where_it_stands(
    sample_session: Session,
) -> None:
    store, of = sample_session.store, now(sample_session).id
    name = people.participations(store, of)[0].person.name.latin
    typed = Texts.of(en=f"{name} asked for small steps.")
    commands.write(store, now(sample_session), OwnText.OBJECTIVES, typed)
    wanted = Wanted(dialogue=of, product=Product.CONCEPT_NOTE, language="en", on=date(2026, 9, 1))
    (placed,) = look_at(gather(store, wanted)).open
    assert placed.exposure.text == name
    documents.rewrite(
        store,
        documents.Rewriting(
            dialogue=of, product=Product.CONCEPT_NOTE, language="en",
            passage_kind=placed.exposure.kind, origin=placed.origin or "", passage=name,
            words="Earlier rounds",
        ),
    )  # fmt: skip
    assert now(sample_session).objectives.get("en") == "Earlier rounds asked for small steps."
    assert look_at(gather(store, wanted)).open == ()
