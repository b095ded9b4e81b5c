"""The four products in four languages, from the built material and from the sample."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from built_material import DIALOGUE, MATERIAL, all_lines, text_of, with_terms

from dialogueprep import paths
from dialogueprep.domain.briefs.blocks import (
    Audience,
    Heading,
    Named,
    Notice,
    Numbered,
    Product,
    Run,
    Table,
    Title,
    Why,
    plain,
)
from dialogueprep.domain.briefs.catalogue_of_products import PRODUCTS, compose, may_name
from dialogueprep.domain.briefs.material import Material
from dialogueprep.domain.dialogue import Terms
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.texts import LANGUAGES, Language, Texts
from dialogueprep.domain.timetable import starts
from dialogueprep.exchange.sample_reader import read_sample

EACH = [(p, la) for p in Product for la in LANGUAGES]
INSIDE = {p for p, kind in PRODUCTS.items() if kind.audiences == (Audience.ORGANISERS,)}
OUTSIDE = [(p, la) for p, la in EACH if p not in INSIDE]


@pytest.fixture(scope="module")
def sample() -> Material:
    read = read_sample(paths.data() / "sample")
    return Material(
        dialogue=read.dialogue,
        series=read.series,
        slots=starts(read.items).slots,
        participations=read.participations,
        attendances=read.attendances,
        findings=read.findings,
        proposals=read.proposals,
    )


def headings(material: Material, product: Product, language: Language = "en") -> list[str]:
    blocks = compose(product, material, language).blocks
    return [f"{b.number} {plain(b.line)}".strip() for b in blocks if isinstance(b, Heading)]


def tables(material: Material, product: Product, language: Language = "en") -> list[Table]:
    return [b for b in compose(product, material, language).blocks if isinstance(b, Table)]


@pytest.mark.parametrize(("product", "language"), EACH)
def test_composing_twice_gives_the_same_brief(product, language, sample):
    for material in (MATERIAL, sample):
        assert compose(product, material, language) == compose(product, material, language)


@pytest.mark.parametrize(("product", "language"), EACH)
def test_no_line_has_two_empty_or_unfilled_parts(product, language, sample):
    for line in all_lines(compose(product, sample, language)):
        assert all(run.text for run in line)
        assert "{" not in plain(line)


@pytest.mark.parametrize(("product", "language"), OUTSIDE)
def test_nothing_internal_is_in_a_document(product, language, sample):
    for material in (MATERIAL, sample):
        text = text_of(compose(product, material, language))
        internal = ["note-one", "convergent", "divergent", "emerging", "unresolved", "ceiling"]
        internal += ["sensitivity", "operability", "no notes", "off the record", "listening"]
        assert [word for word in internal if word in text.casefold()] == []


@pytest.mark.parametrize(("product", "language"), EACH)
def test_full_names_stand_only_where_the_product_allows_them(product, language, sample):
    for material in (MATERIAL, sample):
        brief = compose(product, material, language)
        named = [r for line in all_lines(brief) for r in line if isinstance(r, Named)]
        known = material.participations if product in INSIDE else material.listed(brief.audience)
        assert {n.person for n in named} <= {p.person.id for p in known}
        assert all(may_name(product, n.why) for n in named)
        assert bool(named) == bool(PRODUCTS[product].names - {Why.STATEMENT})


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_did_not_agree_is_not_named_in_any_spelling(language):
    for product in set(Product) - INSIDE:
        text = text_of(compose(product, MATERIAL, language))
        assert not any(name in text for name in ("Bok", "BOK", "복도윤", "Do-yun"))


@pytest.mark.parametrize("product", [Product.KEY_FINDINGS, Product.MEETING_BRIEF])
def test_a_finding_can_be_traced_from_its_words(product):
    brief = compose(product, MATERIAL, "en")
    origins = [r.origin for line in all_lines(brief) for r in line if isinstance(r, Run)]
    assert {"f1", "f2", "f3", "f4", "r1"} <= set(origins)


def test_a_text_missing_in_the_language_keeps_its_own_language_tag():
    brief = compose(Product.MEETING_BRIEF, MATERIAL, "ko")
    found = [r for line in all_lines(brief) for r in line if isinstance(r, Run)]
    assert {r.language for r in found if r.origin == "f3"} == {"en"}
    assert {r.language for r in found if r.text == "공통 인식"} == {"ko"}


def test_a_product_refuses_readers_that_it_is_not_made_for():
    with pytest.raises(Refused) as refusal:
        compose(Product.PARTICIPANT_LIST, MATERIAL, "en", Audience.PUBLIC)
    assert refusal.value.code == "product-not-for-audience"


def test_a_public_brief_says_that_it_is_public():
    brief = compose(Product.MEETING_BRIEF, MATERIAL, "en", Audience.PUBLIC)
    assert plain(brief.classification) == "Public. Chatham House Rule"
    assert "Do not cite" not in text_of(brief)


def test_the_meeting_brief_is_always_called_a_rapporteurs_summary():
    titles = {
        language: next(
            block
            for block in compose(Product.MEETING_BRIEF, MATERIAL, language).blocks
            if isinstance(block, Title)
        )
        for language in LANGUAGES
    }
    kinds = {la: (plain(t.kind), plain(t.beneath)) for la, t in titles.items()}
    assert kinds == {
        "en": ("Meeting brief", "Rapporteur’s summary"),
        "zh": ("会议综述", "报告员整理"),
        "ja": ("議事概要", "報告者による取りまとめ"),
        "ko": ("논의 요지", "보고자 정리"),
    }


def test_the_sections_of_a_meeting_brief_are_numbered():
    assert headings(MATERIAL, Product.MEETING_BRIEF) == [
        "1 Context",
        "2 What the discussion showed",
        "2.1 Common ground",
        "2.2 Gaining ground",
        "2.3 Where views differed",
        "2.4 Open questions",
        "3 Recommendations",
        "4 Next steps",
    ]


def test_what_is_empty_is_left_out_and_the_numbers_close_up():
    dialogue = replace(DIALOGUE, contexts=Texts(), next_steps=Texts())
    bare = replace(MATERIAL, dialogue=dialogue, findings=MATERIAL.findings[:1], proposals=())
    assert headings(bare, Product.MEETING_BRIEF) == [
        "1 What the discussion showed",
        "1.1 Common ground",
    ]


def test_a_column_that_is_empty_in_every_row_is_left_out():
    anytime = replace(MATERIAL.proposals[0], horizons=Texts())
    material = replace(MATERIAL, proposals=(anytime,))
    (table,) = tables(material, Product.KEY_FINDINGS)
    assert [plain(line) for line in table.head] == ["", "To", "Recommendation"]
    assert sum(table.widths) == pytest.approx(1)
    later = replace(MATERIAL, proposals=(anytime, MATERIAL.proposals[0]))
    (whole,) = tables(later, Product.KEY_FINDINGS)
    assert len(whole.head) == 4


def test_the_tables_of_a_list_keep_the_same_columns():
    unplaced = replace(MATERIAL.participations[0].affiliation, position="")
    people = [replace(p, affiliation=unplaced) for p in MATERIAL.participations]
    nowhere = replace(MATERIAL, participations=tuple(people))
    one = replace(nowhere, participations=(*people[:1], *MATERIAL.participations[1:]))
    for material, heads in ((nowhere, 2), (one, 3)):
        found = tables(material, Product.PARTICIPANT_LIST)
        assert {len(table.head) for table in found} == {heads}


def test_every_document_names_the_columns_of_the_board_alike():
    shared = ["Common ground", "Gaining ground", "Where views differed", "Open questions"]
    for product in (
        Product.MEETING_BRIEF, Product.CHAIRS_SUMMARY, Product.SECRETARIAT_RECORD,
        Product.DEBRIEF_MEMO,
    ):  # fmt: skip
        text = text_of(compose(product, MATERIAL, "en"))
        assert all(name in text for name in shared), product


def test_a_brief_of_nothing_composes_in_every_product_and_language():
    empty = Material(dialogue=replace(DIALOGUE, hosts=(), delegations=()))
    for product, language in EACH:
        assert compose(product, empty, language).blocks


def test_support_is_in_words_and_never_said_twice():
    blocks = compose(Product.KEY_FINDINGS, MATERIAL, "en").blocks
    said = [plain(b.line) for b in blocks if isinstance(b, Numbered)]
    assert said == [
        "It was widely held that ports should warn early.",
        "Some participants saw a place for cities.",
        "Whether data travel with care.",
        "Who pays.",
    ]


def test_a_name_at_the_start_of_a_finding_keeps_its_capital():
    finding = replace(MATERIAL.findings[0], texts=Texts.of(en="Otaru could begin."))
    blocks = compose(Product.KEY_FINDINGS, replace(MATERIAL, findings=(finding,)), "en").blocks
    said = next(plain(b.line) for b in blocks if isinstance(b, Numbered))
    assert said == "It was widely held that Otaru could begin."


def test_the_opening_formula_stands_in_its_order():
    blocks = compose(Product.KEY_FINDINGS, MATERIAL, "en").blocks
    opening = plain(next(b.line for b in blocks if type(b).__name__ == "Paragraph"))
    assert opening == (
        "Minami Institute and Yuanfan Institute held round 2 of the Harbour Dialogue, "
        "“Ports and care”, on 12 and 13 November 2026 in Otaru. "
        "Those present were 9 participants from China, Japan and the Republic of Korea: "
        "researchers, and current and former officials. "
        "Participants took part in a personal capacity. "
        "The meeting was held under the Chatham House Rule. "
        "The discussion covered “Ports in storms”, “Care across borders”, “Data for care” "
        "and “Green goods”. The key findings follow."
    )


def test_the_rule_is_quoted_in_english_and_described_elsewhere():
    official = (
        "When a meeting, or part thereof, is held under the Chatham House Rule, participants are "
        "free to use the information received, but neither the identity nor the affiliation of "
        "the speaker(s), nor that of any other participant, may be revealed."
    )
    described = {"zh": "并非官方译文", "ja": "公式訳ではない", "ko": "공식 번역문이 아니다"}
    for product, language in EACH:
        text = text_of(compose(product, MATERIAL, language))
        assert (official in text) == (language == "en")
        assert language == "en" or described[language] in text


def test_a_meeting_on_the_record_carries_no_notice_of_the_rule():
    open_ = with_terms(Terms.ON_RECORD, "ports", "care", "data", "goods")
    for product in Product:
        text = text_of(compose(product, open_, "en"))
        assert "Chatham House Rule" not in text
        assert "on the record" in text.casefold()


def test_an_item_without_notes_is_not_a_topic_and_still_one_of_the_sessions():
    quiet = with_terms(Terms.NO_NOTES, "goods")
    assert "Green goods" not in text_of(compose(Product.KEY_FINDINGS, quiet, "en"))
    assert "Three sessions in two days" in text_of(compose(Product.MEETING_BRIEF, quiet, "en"))


def test_a_day_of_the_programme_is_a_table_of_times_and_numbered_items():
    first, second = tables(MATERIAL, Product.PROGRAMME)
    cells = [(plain(time), plain(entry).split("\n")) for time, entry in first.rows]
    assert [time for time, _ in cells] == [
        "09:00–10:00",
        "10:00–11:00",
        "11:00–12:00",
        "11:00–12:00",
    ]
    assert [entry[0] for _, entry in cells] == [
        "Session 1. Ports in storms",
        "Tea",
        "Session 2A. Care across borders",
        "Session 2B. Data for care",
    ]
    assert plain(second.rows[0][1]).startswith("Session 3. Green goods\n")


def test_the_programme_gives_titles_in_other_languages_questions_and_roles():
    entry = plain(tables(MATERIAL, Product.PROGRAMME)[0].rows[0][1]).split("\n")
    assert entry[1:] == [
        "ports议题 / portsの議題 / ports 의제",
        "• What of ports?",
        "Moderator: REN Haoyu (China)",
        "Presenter: OCHI Rin (Japan)",
    ]


def test_names_in_a_document_stand_in_its_script_with_latin_beside():
    names = {
        language: [
            plain(row[0]) for row in tables(MATERIAL, Product.PARTICIPANT_LIST, language)[1].rows
        ]
        for language in LANGUAGES
    }
    assert names["en"] == ["GOTO Mio (後藤澪)", "HIDA Sota (飛田颯太)", "OCHI Rin (越智凛)"]
    assert names["ja"] == ["越智凛（OCHI Rin）", "後藤澪（GOTO Mio）", "飛田颯太（HIDA Sota）"]
    assert names["ko"] == ["GOTO Mio(後藤澪)", "HIDA Sota(飛田颯太)", "OCHI Rin(越智凛)"]


def test_a_kept_name_says_why_it_may_stand():
    brief = compose(Product.PARTICIPANT_LIST, MATERIAL, "en")
    runs = [r for line in all_lines(brief) for r in line if isinstance(r, Named)]
    assert {r.why for r in runs} == {Why.LISTED}
    assert {r.language for r in runs if r.text == "毕若兰"} == {"zh"}


def test_every_language_writes_the_date_of_its_round_in_its_own_form():
    occasions = {
        language: plain(
            next(
                block.occasion
                for block in compose(Product.MEETING_BRIEF, MATERIAL, language).blocks
                if isinstance(block, Title)
            )
        )
        for language in LANGUAGES
    }
    assert occasions == {
        "en": "Round 2 of the Harbour Dialogue, held in Otaru on 12 and 13 November 2026",
        "zh": "港湾对话第二轮会议　2026年11月12日至13日　小樽",
        "ja": "港対話第2回会合　2026年11月12日・13日　小樽",
        "ko": "항구 대화 제2차 회의, 2026년 11월 12~13일, 오타루",
    }


def test_authorship_is_the_rapporteurs_in_every_brief():
    for language, word in {"en": "reading", "zh": "报告员", "ja": "報告者", "ko": "보고자"}.items():
        for product in (Product.MEETING_BRIEF, Product.KEY_FINDINGS):
            blocks = compose(product, MATERIAL, language).blocks  # type: ignore[arg-type]
            notice = next(block for block in blocks if isinstance(block, Notice))
            assert word in plain(notice.lines[-1])


def test_the_sample_is_marked_as_invented_on_every_page(sample):
    for product, language in EACH:
        assert "INVENTED SAMPLE" in compose(product, sample, language).mark
        assert compose(product, MATERIAL, language).mark == ""


@pytest.mark.parametrize("language", [la for la in LANGUAGES if la != "en"])
def test_no_english_is_left_in_the_words_of_other_languages(language, sample):
    material = replace(sample, inside=replace(sample.inside, zones=((0, "UTC+9"),)))
    for product in Product:
        runs = [r for line in all_lines(compose(product, material, language)) for r in line]
        own = "\n".join(r.text for r in runs if isinstance(r, Run) and r.language == language)
        beside_mail = re.sub(r"[\w.-]+@[\w.-]+", "", own, flags=re.ASCII)
        assert set(re.findall("[A-Za-z]{2,}", beside_mail)) <= {"ASEAN", "UTC"}


def test_a_round_without_title_or_place_reads_well():
    early = replace(MATERIAL, dialogue=replace(DIALOGUE, titles=Texts(), place=Texts()))
    text = text_of(compose(Product.KEY_FINDINGS, early, "en"))
    assert "Round 2 of the Harbour Dialogue, held on 12 and 13 November 2026\n" in text
    assert "“Round 2, Otaru”, on 12 and 13 November 2026. Those" in text
    assert plain(compose(Product.PROGRAMME, early, "en").footer) == "Round 2, Otaru"
