"""Drafts that come back: each edit at its text, comments beside it, nobody's name with them."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from dialogueprep.commands import findings as finding_commands
from dialogueprep.commands import translations as commands
from dialogueprep.domain.briefs.blocks import Product
from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.drafts import Return
from dialogueprep.domain.errors import Refused, Trouble
from dialogueprep.domain.notes import Column, Finding, Support
from dialogueprep.domain.returned import ReturnEdit, ReturnKind
from dialogueprep.domain.returned_lines import Deed
from dialogueprep.domain.text_places import TextKind
from dialogueprep.domain.texts import LANGUAGES, Language, Texts, TextState
from dialogueprep.domain.translating import state_in
from dialogueprep.store import dialogues, drafts, findings
from dialogueprep.store.workspace import Store
from dialogueprep.workflows.release import Wanted, gather, prepare, produce
from dialogueprep.workflows.returned_draft import edits_in, present

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WHO = 'w:id="9" w:author="Ms Secret" w:initials="MS" w:date="2026-01-01T00:00:00Z"'
OLD = "Ports should share closure notices before a storm."
CAME = Return(
    product=Product.KEY_FINDINGS, language="en", on=date(2026, 11, 9), accepted=1, noted=2
)
Change = Callable[[str], str]


def _wanted(of: Dialogue, product: Product, language: Language = "en") -> Wanted:
    return Wanted(dialogue=of.id, product=product, language=language, on=date(2026, 11, 2))


def _draft(store: Store, wanted: Wanted, folder: Path) -> Path:
    released = produce(prepare(gather(store, wanted)), folder, ["docx"])
    return folder / released[0].file_name


def _back(path: Path, change: Change, comments: str = "") -> Path:
    """Return the file as a reader sends it back."""
    held, back = BytesIO(path.read_bytes()), path.with_name("back.docx")
    with zipfile.ZipFile(held) as old, zipfile.ZipFile(back, "w") as new:
        for entry in old.infolist():
            data = old.read(entry)
            if entry.filename == "word/document.xml":
                data = change(data.decode()).encode()
            new.writestr(entry.filename, data)
        if comments:
            new.writestr("word/comments.xml", f'<w:comments xmlns:w="{W}">{comments}</w:comments>')
    return back


def _tracked(words: str, instead: str, comment: str = "") -> Change:
    """Return what replaces words by a tracked change, and refers to a comment after them."""

    def change(body: str) -> str:
        found = re.search(
            f'<w:t xml:space="preserve">([^<]*?){re.escape(words)}([^<]*)</w:t>', body
        )
        assert found
        open_, close = '<w:r><w:t xml:space="preserve">', "</w:t></w:r>"
        note = f'<w:r><w:commentReference w:id="{comment}"/></w:r>' if comment else ""
        made = (
            f'<w:t xml:space="preserve">{found[1]}{close}'
            f"<w:del {WHO}><w:r><w:delText>{words}</w:delText></w:r></w:del>"
            f"<w:ins {WHO}>{open_}{instead}{close}</w:ins>{note}"
            f'<w:r><w:t xml:space="preserve">{found[2]}</w:t>'
        )
        return body.replace(found[0], made, 1)

    return change


def _edits(store: Store, wanted: Wanted, path: Path) -> tuple[ReturnEdit, ...]:
    return edits_in(path, *present(gather(store, wanted)))


@pytest.fixture
def finding(store: Store, sample: Dialogue) -> Finding:
    """Return a finding on common ground, whose support stands in front of it in documents."""
    first = findings.of_dialogue(store, sample.id)[0]
    texts = Texts.of(en=OLD, ja="港湾は嵐の前に閉鎖を知らせ合うべきである。")
    made = replace(first, texts=texts, column=Column.CONVERGENT, support=Support.MANY)
    finding_commands.change(store, made)
    return made


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("product", [Product.MEETING_BRIEF, Product.CHAIRS_SUMMARY])
def test_a_draft_in_which_nobody_wrote_comes_back_without_an_edit(
    store: Store, sample: Dialogue, tmp_path: Path, language: Language, product: Product
) -> None:
    wanted = _wanted(sample, product, language)
    assert _edits(store, wanted, _draft(store, wanted, tmp_path)) == ()


def test_a_tracked_change_is_found_at_its_finding_behind_the_words_of_its_support(
    store: Store, sample: Dialogue, finding: Finding, tmp_path: Path
) -> None:
    wanted = _wanted(sample, Product.KEY_FINDINGS)
    path = _draft(store, wanted, tmp_path)
    (edit,) = _edits(store, wanted, _back(path, _tracked("before a storm", "before storms")))
    assert edit.place
    assert (edit.kind, edit.place.owner) == (ReturnKind.REWORDED, finding.id)
    assert (edit.mine, edit.theirs) == (OLD, OLD.replace("before a storm", "before storms"))
    assert [(t.what.value, t.text) for t in edit.tracked] == [
        ("deleted", "before a storm"), ("inserted", "before storms"),
    ]  # fmt: skip
    assert commands.take_over(store, sample.id, [(edit, edit.theirs)], CAME) == 1
    now = findings.of_dialogue(store, sample.id)[0].texts
    assert now.get("en") == "Ports should share closure notices before storms."
    assert state_in(now, "ja") is TextState.STALE
    assert drafts.returns(store, sample.id) == (CAME,)
    store.undo()
    assert findings.of_dialogue(store, sample.id)[0].texts == finding.texts
    assert drafts.returns(store, sample.id) == ()


def test_comments_stand_beside_the_text_and_nothing_says_whose_they_are(
    store: Store, sample: Dialogue, finding: Finding, tmp_path: Path
) -> None:
    wanted = _wanted(sample, Product.KEY_FINDINGS)
    path = _draft(store, wanted, tmp_path)
    words = "<w:p><w:r><w:t>Is this agreed?</w:t></w:r></w:p>"
    comments = f"<w:comment {WHO.replace('9', '7', 1)}>{words}</w:comment>"
    with_edit = _back(path, _tracked("before a storm", "before storms", "7"), comments)
    (edit,) = _edits(store, wanted, with_edit)
    assert (edit.kind, edit.comments) == (ReturnKind.REWORDED, ("Is this agreed?",))
    alone = _back(
        path,
        lambda b: b.replace(
            "before a storm.</w:t>", 'before a storm.</w:t><w:commentReference w:id="7"/>'
        ),
        comments,
    )
    (comment,) = _edits(store, wanted, alone)
    assert comment.place
    assert (comment.kind, comment.place.owner) == (ReturnKind.COMMENT, finding.id)
    assert (comment.can_be_taken, comment.can_be_edited) == (False, True)
    for each in (edit, comment):
        assert "Secret" not in repr(each)
        assert "2026-01-01" not in repr(each)
        assert not {"author", "by", "initials", "date", "at"} & set(each.__slots__)


def test_edits_of_context_and_recommendations_are_found_at_theirs(
    store: Store, sample: Dialogue, tmp_path: Path
) -> None:
    wanted = _wanted(sample, Product.MEETING_BRIEF)
    proposal = findings.proposals(store, sample.id)[0]
    words = proposal.texts.best("en")
    addressee = proposal.addressees.best("en")

    def change(body: str) -> str:
        assert words in body
        body = body.replace(words, f"{words} Report on it after a year.", 1)
        body = body.replace(f">{addressee}<", ">Another ministry of transport<", 1)
        return body.replace("everyday matters", "matters of daily life")

    edits = _edits(store, wanted, _back(_draft(store, wanted, tmp_path), change))
    kinds = {e.place.kind: e for e in edits if e.place}
    assert kinds[TextKind.RECOMMENDATION].theirs.endswith("Report on it after a year.")
    assert kinds[TextKind.CONTEXT].can_be_taken
    commands.take_over(store, sample.id, [(kinds[TextKind.CONTEXT], "Another line.")], CAME)
    assert dialogues.read(store, sample.id).contexts.get("en") == "Another line."


def test_what_the_program_says_itself_can_only_be_noted(
    store: Store, sample: Dialogue, finding: Finding, tmp_path: Path
) -> None:
    wanted = _wanted(sample, Product.MEETING_BRIEF)
    path = _draft(store, wanted, tmp_path)

    def change(body: str) -> str:
        body = body.replace("Six sessions", "Seven sessions", 1)
        new = "<w:p><w:r><w:t>Fisheries were not spoken of at all.</w:t></w:r></w:p>"
        at = body.index("<w:sectPr")
        return body[:at] + new + body[at:]

    edits = _edits(store, wanted, _back(path, change))
    assert [e.kind for e in edits] == [ReturnKind.COMPOSED, ReturnKind.NEW]
    assert not any(e.can_be_taken or e.can_be_edited for e in edits)
    assert commands.take_over(store, sample.id, [(e, "Words") for e in edits], CAME) == 0


def _without(body: str, words: str) -> str:
    """Return the body without the paragraph in which words stand."""
    at = body.index(words)
    start, end = body.rindex("<w:p>", 0, at), body.index("</w:p>", at) + len("</w:p>")
    return body[:start] + body[end:]


def _after(body: str, words: str, *new: str) -> str:
    """Return the body with new paragraphs behind the one in which words stand."""
    end = body.index("</w:p>", body.index(words)) + len("</w:p>")
    made = "".join(f"<w:p><w:r><w:t>{each}</w:t></w:r></w:p>" for each in new)
    return body[:end] + made + body[end:]


def test_a_finding_that_is_left_out_is_removed_if_that_is_accepted(
    store: Store, sample: Dialogue, finding: Finding, tmp_path: Path
) -> None:
    wanted = _wanted(sample, Product.KEY_FINDINGS)
    path = _draft(store, wanted, tmp_path)
    (edit,) = _edits(store, wanted, _back(path, lambda body: _without(body, "before a storm.")))
    assert edit.place
    assert (edit.kind, edit.place.owner) == (ReturnKind.LEFT_OUT, finding.id)
    other = "Ports should share notices."
    assert commands.take_over(store, sample.id, [(edit, other)], CAME) == 1
    assert findings.of_dialogue(store, sample.id)[0].texts.get("en") == other
    assert commands.take_over(store, sample.id, [(edit, edit.theirs)], CAME) == 1
    assert finding.id not in [f.id for f in findings.of_dialogue(store, sample.id)]
    store.undo()
    assert finding.id in [f.id for f in findings.of_dialogue(store, sample.id)]


def test_new_paragraphs_among_findings_become_findings_in_their_order(
    store: Store, sample: Dialogue, finding: Finding, tmp_path: Path
) -> None:
    wanted = _wanted(sample, Product.MEETING_BRIEF)
    path = _draft(store, wanted, tmp_path)
    new = ("Fishing ports should be told as well.", "One view was that ferries come first.")
    edits = _edits(store, wanted, _back(path, lambda body: _after(body, "before a storm.", *new)))
    assert [e.deed for e in edits] == [Deed.FINDING_AFTER] * 2
    assert commands.take_over(store, sample.id, [(e, e.theirs) for e in edits], CAME) == 2
    first, second, third, *_ = findings.of_dialogue(store, sample.id)
    assert first == finding
    assert [f.texts.get("en") for f in (second, third)] == list(new)
    assert {(f.column, f.theme) for f in (second, third)} == {(finding.column, finding.theme)}
    assert not second.notes
    assert second.support is None
    store.undo()
    assert findings.of_dialogue(store, sample.id)[0] == finding


def test_lines_of_a_text_are_put_in_and_taken_out(
    store: Store, sample: Dialogue, tmp_path: Path
) -> None:
    steps = Texts.of(en="The hosts ask for comments.\nA group drafts the notice.\nPorts try it.")
    with store.step("Steps") as step:
        dialogues.put(step, replace(sample, next_steps=steps))
    wanted = _wanted(sample, Product.KEY_FINDINGS)
    path = _draft(store, wanted, tmp_path)

    def change(body: str) -> str:
        new = ("The secretariat collects them.", "Nobody is quoted.")
        return _without(_after(body, "The hosts ask", *new), "A group drafts")

    edits = _edits(store, wanted, _back(path, change))
    assert [e.deed for e in edits] == [Deed.LINE_AFTER, Deed.LINE_AFTER, Deed.DROP_LINE]
    assert commands.take_over(store, sample.id, [(e, e.theirs) for e in edits], CAME) == 1
    assert (dialogues.read(store, sample.id).next_steps.get("en") or "").split("\n") == [
        "The hosts ask for comments.",
        "The secretariat collects them.",
        "Nobody is quoted.",
        "Ports try it.",
    ]


def test_a_text_that_is_left_out_whole_stays_until_it_is_removed_by_hand(
    store: Store, sample: Dialogue, tmp_path: Path
) -> None:
    with store.step("Steps") as step:
        dialogues.put(step, replace(sample, next_steps=Texts.of(en="The hosts ask for comments.")))
    wanted = _wanted(sample, Product.KEY_FINDINGS)
    path = _draft(store, wanted, tmp_path)
    (edit,) = _edits(store, wanted, _back(path, lambda body: _without(body, "The hosts ask")))
    assert (edit.kind, edit.can_be_taken) == (ReturnKind.LEFT_OUT, False)


def test_other_files_are_refused_in_words(store: Store, sample: Dialogue, tmp_path: Path) -> None:
    wanted = _wanted(sample, Product.KEY_FINDINGS)
    programme = _draft(store, _wanted(sample, Product.PROGRAMME), tmp_path)
    with pytest.raises(Refused, match="draft-is-another"):
        _edits(store, wanted, programme)
    text = tmp_path / "draft.txt"
    text.write_text("nothing")
    with pytest.raises(Trouble, match="draft-not-word"):
        _edits(store, wanted, text)


def test_in_a_draft_of_two_languages_each_wording_is_found_in_its_own(
    store: Store, sample: Dialogue, finding: Finding, tmp_path: Path
) -> None:
    wanted = replace(_wanted(sample, Product.KEY_FINDINGS), second="ja")
    path = _draft(store, wanted, tmp_path)
    assert _edits(store, wanted, path) == ()
    back = _back(path, lambda body: body.replace("嵐の前に", "嵐の二日前に", 1))
    (edit,) = _edits(store, wanted, back)
    assert edit.place
    assert (edit.place.owner, edit.language) == (finding.id, "ja")
    assert commands.take_over(store, sample.id, [(edit, edit.theirs)], CAME) == 1
    now = findings.of_dialogue(store, sample.id)[0].texts
    assert now.get("ja") == "港湾は嵐の二日前に閉鎖を知らせ合うべきである。"
    assert state_in(now, "ja") is TextState.TRANSLATED


def test_a_sentence_of_several_texts_is_the_programs_own(
    store: Store, sample: Dialogue, tmp_path: Path
) -> None:
    wanted = _wanted(sample, Product.KEY_FINDINGS)
    path = _draft(store, wanted, tmp_path)
    back = _back(path, lambda body: body.replace("The discussion covered", "We discussed", 1))
    (edit,) = _edits(store, wanted, back)
    assert (edit.kind, edit.place) == (ReturnKind.COMPOSED, None)
