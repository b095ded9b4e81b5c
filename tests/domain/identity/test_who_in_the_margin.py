"""Who spoke, as notes put it before or behind a remark, parted by any sign."""

import pytest
from planted import exposed, person, room

from dialogueprep.domain.identity.reading.labels import labelled

PEOPLE = room(
    person("Tarrant", "Wilma", "", "NZ"),
    person("Sugawa", "Toru", "須川透", "JP"),
    person("Bok", "Haneul", "복하늘", "KR"),
    person("Frost", "Ina", "", "AU"),
)
SHAPES = (
    "{who}: {said}", "[{who}] {said}", "【{who}】{said}", "<{who}> {said}", "({who}) {said}",
    "{who} | {said}", "{who}\t{said}", "{who} — {said}", "{who} / {said}", "{who} > {said}",
    "@{who} {said}", "{who} “{said}”", "{said} ({who})", "{said} [{who}]", "{said} <- {who}",
    "“{said}” {who}", "▶ {who}: {said}", "(a) {who}: {said}", "[10:05] {who}: {said}",
    "10:05 – {who}: {said}", "→ {who}: {said}", "□ {who} | {said}",
)  # fmt: skip
WHO = (
    ("Tarrant", "too costly by far"),
    ("뉴질랜드 참석자", "기한이 필요"),
    ("新西兰与会者", "要有期限"),
    ("韓国の参加者", "期限が要る"),
)
CLEAN = (
    "Frost / ice: close the upper gates.", "frost - sensors fail below -10",
    "Registration desk (Korea Press Center)", "Japan | 12 | 14", "Korea / Japan / China",
    "Lunch - Japanese restaurant", "Fish catch (China) up 4 per cent", "事例（韓国・釜山）",
    "【参考】日本の統計", "[참고] 일본 통계", "会场（韩国国际会馆）", "日本「社会5.0」計画",
    "10:00 – 11:00 Round table", "a) Frost and ice",
)  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(("who", "said"), WHO)
def test_whoever_stands_in_the_margin_is_found(shape, who, said):
    note = shape.format(who=who, said=said)
    assert any(who in words or words in who for words, _ in exposed(PEOPLE, note)), note


@pytest.mark.parametrize("note", CLEAN)
def test_things_in_the_margin_are_left_alone(note):
    assert exposed(PEOPLE, note) == []


@pytest.mark.parametrize("shape", SHAPES[1:16])
def test_a_note_reads_as_with_a_colon_and_says_where_who_spoke_stands(shape):
    note = shape.format(who="Tarrant", said="too costly by far")
    ways = [w for w in labelled(note) if w.text.startswith("Tarrant: ")]
    assert [note[w.start : w.start + w.length] for w in ways] == ["Tarrant"]


@pytest.mark.parametrize(
    "note", ["日本側は「高すぎる」と述べた", "One, two - three\nfour", "Plain words."]
)
def test_a_sentence_is_no_label(note):
    assert list(labelled(note)) == []
