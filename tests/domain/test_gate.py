"""The gate: what is examined, what may be decided, and who alone makes a checked brief."""

from dataclasses import dataclass, replace

import pytest

from dialogueprep.domain import gate
from dialogueprep.domain.briefs.blocks import (
    Audience,
    Brief,
    Bullets,
    Named,
    Paragraph,
    Product,
    Run,
    Table,
    Why,
    line,
    lines_of,
    plain,
)
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.gate import Ground, Keep, Level, Rewrite, Roster, check, examine
from dialogueprep.domain.people import (
    Affiliation,
    Attendee,
    Name,
    Participation,
    Person,
    Role,
    Sector,
)
from dialogueprep.domain.published import PublicKind
from dialogueprep.domain.verification import verify
from dialogueprep.exchange.lexicon_reader import read_lexicon


def _person(number, family, given, native, acronym, delegation):
    person = Person(id=number, name=Name(family=family, given=given, native=native))
    institution = Affiliation(name=f"{family} Research Academy", acronym=acronym)
    return Participation(
        id=f"p{number}", person=person, delegation=delegation, affiliation=institution
    )


PEOPLE = (
    _person("1", "Kuroda", "Aki", "黒田亜紀", "KRA", "JP"),
    _person("2", "Seong", "Ha-rin", "성하린", "LCD", "KR"),
    _person("3", "Wen", "Zhiyuan", "温志远", "WRA", "CN"),
)


@pytest.fixture(scope="module")
def roster():
    room = tuple(
        Attendee(who=p, roles=frozenset({Role.CHAIR} if p.person.id == "3" else ())) for p in PEOPLE
    )
    return Roster(
        participations=PEOPLE, attendance={"i": room}, lexicon=read_lexicon(), origins={"f": ("i",)}
    )


def _brief(*blocks, product=Product.MEETING_BRIEF, audience=Audience.PARTICIPANTS):
    return Brief(
        product=product, audience=audience, language="en", title="Talks", classification=(),
        version=(), footer=(), mark="", page_of="{page} / {pages}", blocks=blocks,
    )  # fmt: skip


def _said(text):
    return _brief(Paragraph(line(text, "en", "f")))


def _decide(brief, roster, decision):
    return {p.fingerprint: decision for p in examine(brief, roster)}


def test_a_name_split_over_runs_is_found_as_one(roster):
    brief = _brief(Paragraph((Run("Ku", "en"), Run("roda Aki agreed.", "en"))))
    assert [p.exposure.text for p in examine(brief, roster)] == ["Kuroda Aki"]


def test_a_brief_with_undecided_passages_is_refused_with_their_number(roster):
    with pytest.raises(Refused) as refused:
        check(_said("Kuroda Aki agreed. The chair smiled."), roster, {})
    assert (refused.value.code, refused.value.facts) == ("identity-in-brief", {"count": 2})


def test_a_rewritten_passage_is_gone_from_every_run_it_touched(roster):
    brief = _brief(Paragraph((Run("Ku", "en"), Run("roda Aki agreed.", "en"))))
    checked = check(brief, roster, _decide(brief, roster, Rewrite("A participant")))
    (paragraph,) = checked.brief.blocks
    assert plain(next(iter(lines_of(paragraph)))) == "A participant agreed."


def test_the_suggestion_itself_passes(roster):
    brief = _said("Kuroda Aki agreed with Dr Seong.")
    placed = examine(brief, roster)
    decisions = {p.fingerprint: Rewrite(p.exposure.suggestion) for p in placed}
    assert len(check(brief, roster, decisions).evidence.decided) == 1


def test_a_name_in_another_script_is_replaced_in_the_language_of_its_sentence(roster):
    (found,) = gate.examine_text("A remark by 黒田亜紀 when the meeting opened.", roster)
    assert found.suggestion.isascii()
    (found,) = gate.examine_text("会议由Kuroda Aki作了发言，大家表示赞同。", roster)
    assert not found.suggestion.isascii()


def test_a_rewrite_that_names_somebody_else_is_refused(roster):
    brief = _said("Kuroda Aki agreed.")
    with pytest.raises(Refused, match="identity-in-brief"):
        check(brief, roster, _decide(brief, roster, Rewrite("Seong Ha-rin")))


def test_a_full_name_is_kept_for_a_namesake_with_a_reason_and_not_otherwise(roster):
    brief = _said("Kuroda Aki agreed.")
    waived = (Keep("she does not mind"), Keep("she agreed", Ground.FIGURE), Keep("a", Ground.WORD))
    for keep in (*waived, Keep(" ", Ground.NAMESAKE), Keep("...", Ground.NAMESAKE)):
        with pytest.raises(Refused, match="identity-in-brief"):
            check(brief, roster, _decide(brief, roster, keep))
    kept = check(brief, roster, _decide(brief, roster, Keep("the author", Ground.NAMESAKE)))
    assert kept.evidence.decided == ((gate.ExposureKind.NAME, "namesake", 1),)


def test_a_name_alone_is_kept_as_a_public_figure_a_place_or_somebody_else(roster):
    brief = _said("Minister Kuroda signed the treaty of 1902.")
    (placed,) = examine(brief, roster)
    assert placed.exposure.people == ("1",) and not placed.exposure.whole
    with pytest.raises(Refused, match="identity-in-brief"):
        check(brief, roster, _decide(brief, roster, Keep("he is long dead")))
    for ground in (Ground.FIGURE, Ground.WORD):
        kept = check(brief, roster, _decide(brief, roster, Keep("", ground)))
        assert kept.evidence.decided == ((gate.ExposureKind.NAME, ground.value, 1),)


def test_a_descriptor_of_too_few_is_not_kept_whatever_the_reason(roster):
    brief = _said("The chair disagreed.")
    assert examine(brief, roster)
    with pytest.raises(Refused, match="identity-in-brief"):
        check(brief, roster, _decide(brief, roster, Keep("agreed with her", Ground.NAMESAKE)))


def test_a_warning_is_kept_with_a_reason_and_not_without(roster):
    brief = _said("The first speaker is told by lot.")
    (placed,) = examine(brief, roster)
    assert placed.exposure.level is Level.WARN
    checked = check(brief, roster, _decide(brief, roster, Keep("a rule of the game")))
    assert checked.evidence.decided == ((gate.ExposureKind.ORDER, "other", 1),)
    with pytest.raises(Refused):
        check(brief, roster, _decide(brief, roster, Keep(" ")))


def test_nobody_else_makes_a_checked_brief(roster):
    checked = check(_said("All agreed."), roster, {})
    with pytest.raises(TypeError):
        gate.CheckedBrief(checked.brief, (), checked.evidence, frozenset(), object())
    with pytest.raises((TypeError, ValueError)):
        replace(checked, named=())


def test_evidence_holds_no_word_of_the_document(roster):
    brief = _said("Kuroda Aki agreed.")
    evidence = check(brief, roster, _decide(brief, roster, Rewrite("A participant"))).evidence
    assert "Kuroda" not in repr(evidence)
    assert evidence.forms > 20


def test_title_summary_and_running_heads_are_examined_too(roster):
    table = Table((line("Point", "en"),), (), (1.0,), summary="Points by Kuroda Aki")
    brief = replace(_brief(table), title="Kuroda Aki", footer=line("Seong Ha-rin", "en"))
    assert len(examine(brief, roster)) == 3


# Names that may stand


def _list(person="1", text="KURODA Aki", why=Why.LISTED, **more):
    row = ((Named(text, "en", person, why),), line("Kuroda Research Academy", "en"))
    table = Table((line("Name", "en"), line("Institution", "en")), (row,), (0.5, 0.5))
    return _brief(table, product=Product.PARTICIPANT_LIST, **more)


def test_a_participant_list_names_who_agreed_with_the_institution(roster):
    checked = check(_list(), roster, {})
    assert [n.text for n in checked.named] == ["KURODA Aki"]


@pytest.mark.parametrize(
    ("brief", "code"),
    [
        (replace(_list(), product=Product.KEY_FINDINGS), "name-not-in-this-product"),
        (_list(why=Why.STATEMENT), "name-not-in-this-product"),
        (_list(audience=Audience.PUBLIC), "name-without-consent"),
        (_list(person="9"), "name-not-on-roster"),
        (_list(text="SEONG Ha-rin"), "name-of-another"),
    ],
)
def test_a_name_that_may_not_stand_is_refused_by_name(roster, brief, code):
    with pytest.raises(Refused) as refused:
        check(brief, roster, {})
    assert refused.value.code == code
    assert refused.value.facts["name"]


def test_another_institution_in_the_list_is_still_found(roster):
    brief = _list()
    (table,) = brief.blocks
    other = replace(brief, blocks=(table, Bullets((line("KRA argued for ports.", "en"),))))
    assert [p.exposure.text for p in examine(other, roster)] == ["KRA"]


# The finished file


@dataclass
class Part:
    name: str
    text: str


BODY = "Participants\nKURODA\nAki Kuroda Research Academy"


def test_a_file_with_exactly_its_names_has_no_leak(roster):
    checked = check(_list(), roster, {})
    assert verify(checked, [Part("word/document.xml", BODY), Part("page 1", BODY)], roster) == ()


@pytest.mark.parametrize(
    "part",
    [
        Part("docProps/core.xml", "Aki Kuroda"),
        Part("word/comments.xml", "黒田亜紀"),
        Part("word/document.xml", f"{BODY} KURODA Aki"),
        Part("word/header1.xml", "KURODA Aki"),
        Part("page 2", "Ha-rin Seong"),
        Part("info", "성하린"),
        Part("file name", "kuroda_aki.pdf"),
        Part("page 1", "According to WRA, trade fell."),
    ],
)
def test_a_name_anywhere_else_in_the_file_is_a_leak(roster, part):
    checked = check(_list(), roster, {})
    assert [leak.part for leak in verify(checked, [part], roster)] == [part.name]


def test_what_was_kept_may_stand_in_the_file(roster):
    brief = _said("LCD | 12 panels")
    checked = check(brief, roster, _decide(brief, roster, Keep("liquid crystals")))
    assert verify(checked, [Part("page 1", "LCD |\n12 panels")], roster) == ()
    assert verify(checked, [Part("xmp", "Kuroda LCD")], roster) != ()


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("As Prof. Wen Zhiyuan said, ports matter.", "Prof. Wen Zhiyuan"),
        ("Ambassador KURODA Aki opened the talks.", "Ambassador KURODA Aki"),
        ("Wen Zhiyuan agreed.", "Wen Zhiyuan"),
    ],
)
def test_the_title_before_a_full_name_goes_with_it(roster, text, passage):
    (found,) = gate.examine_text(text, roster, item="i")
    assert found.text == passage


# Descriptions that fit nobody who may speak


@pytest.fixture
def seven(roster):
    def one(number, country, sector, *roles):
        person = Person(id=number, name=Name(family=f"Fam{number}", given="Given"))
        who = Participation(id=number, person=person, delegation=country, sector=sector)
        return Attendee(who=who, roles=frozenset(roles))

    there = [one(str(n), "JP", Sector.ACADEMIA) for n in range(8)]
    there.append(one("chair", "NO", Sector.THINK_TANK, Role.MODERATOR))
    people = tuple(a.who for a in there)
    return Roster(participations=people, attendance={"i": tuple(there)}, lexicon=roster.lexicon)


@pytest.mark.parametrize(
    "text",
    [
        "A media participant from Japan asked for the figures.",
        "来自日本的一位媒体与会者要求提供数据。",
        "日本のある報道関係者は数値を求めた。",
        "일본의 한 언론인은 수치를 요청했다.",
    ],
)
def test_a_description_that_fits_nobody_present_warns(seven, text):
    (found,) = gate.examine_text(text, seven, item="i")
    assert (found.level, found.k, found.people) == (Level.WARN, 0, ())
    assert found.why.startswith("Nobody present")
    assert not gate.examine_text(text.replace(found.text, found.suggestion), seven, item="i")


@pytest.mark.parametrize(
    "text",
    [
        "A participant from Norway asked for the figures.",
        "一位挪威与会者要求提供数据。",
        "ノルウェーの参加者は数値を求めた。",
        "노르웨이의 한 참가자는 수치를 요청했다.",
    ],
)
def test_a_description_that_fits_only_somebody_who_is_not_counted_identifies(seven, text):
    (found,) = gate.examine_text(text, seven, item="i")
    assert (found.level, found.k, found.people) == (Level.BLOCK, 1, ("chair",))


@pytest.mark.parametrize(
    "text",
    [
        "A Thai newspaper reported it.",
        "An Italian senator said so in Rome last year.",
        "Norwegian fishermen avoid the strait.",
        "挪威渔民避开这一海域。",
        "ノルウェーの漁師はこの海域を避けている。",
        "노르웨이 어민들은 이 해역을 피한다.",
    ],
)
def test_who_is_not_of_the_meeting_stays_unmarked(seven, text):
    assert gate.examine_text(text, seven, item="i") == ()


def test_of_several_items_the_lowest_counts_and_without_an_item_the_lowest_of_all(seven):
    there = seven.attendance["i"]
    few = (*there[:2], *(replace(a, who=replace(a.who, delegation="KR")) for a in there[2:8]))
    both = replace(
        seven,
        attendance={"i": there, "j": few},
        origins={"one": ("i",), "two": ("i", "j"), "gone": ("i", "unknown")},
    )
    words = "A participant from Japan asked for the figures."

    def found(*runs):
        return [p.exposure.k for p in examine(_brief(Paragraph(runs)), both)]

    assert found(Run(words, "en", "one")) == []
    assert found(Run(words, "en", "two")) == [2]
    assert found(Run(words, "en")) == [2]
    assert found(Run(words, "en", "gone")) == [2]
    assert found(Run("Ports agreed. ", "en", "one"), Run(words, "en")) == [2]


@pytest.mark.parametrize("title", ["Opening remarks", "Closing remarks", "Keynote speech"])
def test_a_title_of_the_programme_is_no_order_of_speaking(roster, title):
    head = (line("Time", "en"), line("Item", "en"))
    rows = ((line("09:00", "en"), (Run(title, "en"), Run("\nMain hall", "en"))),)
    announced = Table(head, rows, (0.2, 0.8), (), "Programme")
    for public in (frozenset(), frozenset({PublicKind.PROGRAMME})):
        known = replace(roster, public=public)
        assert examine(_brief(announced, product=Product.PROGRAMME), known) == ()
        said = _brief(
            Paragraph(line(f"{title} were critical of the plan.", "en")), product=Product.PROGRAMME
        )
        assert examine(said, known) != ()


def test_a_finding_in_the_record_that_tells_the_order_is_found(roster):
    rows = ((line("1", "en"), line("The first speaker objected.", "en")),)
    table = Table(((), line("Finding", "en")), rows, (0.2, 0.8), (), "Findings")
    public = replace(roster, public=frozenset({PublicKind.PROGRAMME}))
    record = _brief(table, product=Product.SECRETARIAT_RECORD, audience=Audience.ORGANISERS)
    assert examine(record, public) != ()
