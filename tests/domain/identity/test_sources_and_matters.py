"""Institutions, position titles and roles: blocked as the source of a view, free as the matter."""

import pytest
from planted import cases

from dialogueprep.domain.gate import ALL_PRESENT, Roster, examine_text
from dialogueprep.domain.people import (
    Affiliation,
    Attendee,
    Name,
    Participation,
    Person,
    Role,
    Sector,
)
from dialogueprep.domain.texts import Texts
from dialogueprep.exchange.lexicon_reader import read_lexicon

PEOPLE = (
    ("Shen", "Mulan", "CN", Role.CHAIR, Affiliation(
        name="Luming Institute for Ocean Policy", acronym="LIOP", native="鹿鸣海洋政策研究院",
        names=Texts.of(ja="鹿鳴海洋政策研究院", ko="루밍해양정책연구원"),
        position="Deputy Director",
        positions=Texts.of(zh="副院长", ja="副院長", ko="부원장"))),
    ("Aizawa", "Takuma", "JP", Role.MODERATOR, Affiliation(
        name="Ministry of Harbour Affairs", acronym="MOHA", native="港湾省",
        names=Texts.of(zh="港湾省", ko="항만성"),
        position="Deputy Director-General of the Coastal Bureau",
        positions=Texts.of(ja="外務審議官", zh="外务审议官"))),
    ("Pyo", "Ga-on", "KR", Role.PRESENTER, Affiliation(
        name="Haetsal Research Foundation", acronym="HRF", native="햇살연구재단",
        names=Texts.of(zh="阳光研究财团", ja="ヘッサル研究財団"), position="President")),
    ("Ostrowska", "Ewa", "PL", Role.DISCUSSANT, Affiliation(
        name="University of Grzybowo", acronym="UG", native="Uniwersytet w Grzybowie",
        position="Rector")),
    ("Quill", "Martin", "US", Role.RAPPORTEUR, Affiliation(
        name="The Palmetto Group", acronym="Palmetto", position="Senior Adviser")),
    ("Tran", "Minh", "VN", Role.INTERPRETER, Affiliation(
        name="Song Da Centre", acronym="SDC", native="Trung tâm Sông Đà")),
)  # fmt: skip
SOURCE = {
    "Luming Institute for Ocean Policy": ""
    "The Luming Institute for Ocean Policy argued that it was late. | "
    "According to the Luming Institute for Ocean Policy's participant, it was late. | "
    "A speaker from the Luming Institute for Ocean Policy disagreed. | "
    "In the view of the Luming Institute for Ocean Policy, it was late. | "
    "The Luming Institute for Ocean Policy has long held that it was late. | "
    "The Luming Institute for Ocean Policy's position was clear. | "
    "Researchers at the Luming Institute for Ocean Policy believe otherwise. | "
    "Somebody working at the Luming Institute for Ocean Policy objected. | "
    "Two colleagues of the Luming Institute for Ocean Policy agreed.",
    "Luming Institute": "The Luming Institute argued that it was late. | "
    "A fellow at the Luming Institute agreed.",
    "LIOP": "LIOP argued that it was late. | LIOP's participant asked. | "
    "A delegate (LIOP) asked. | "
    "According to LIOP, trade fell. | LIOP认为为时已晚。 | LIOP側は反対した。 | "
    "LIOP 측은 반대했다. | "
    "据LIOP介绍，贸易下降。 | LIOPの研究者は反対した。 | LIOP은 반대했다. | 来自LIOP的学者表示 | "
    "LIOP proposes a hotline. | the L.I.O.P. delegation objected | LIOPによると、貿易は減った。 | "
    "LIOP에 따르면 무역이 줄었다. | LIOP代表强调了这一点。 | LIOP: we need data. | "
    "LIOP方面表示反对。",
    "鹿鸣海洋政策研究院": "鹿鸣海洋政策研究院认为为时已晚。 | 鹿鸣海洋政策研究院的学者表示反对。 | "
    "来自鹿鸣海洋政策研究院的与会者指出 | 据鹿鸣海洋政策研究院介绍 | 鹿鸣海洋政策研究院方面强调 | "
    "鹿鸣海洋政策研究院代表询问 | 鹿鸣海洋政策研究院的一位研究员说 | 鹿鸣海洋政策研究院也表示支持",
    "鹿鳴海洋政策研究院": "鹿鳴海洋政策研究院側は反対した。 | 鹿鳴海洋政策研究院によれば、遅い。 | "
    "鹿鳴海洋政策研究院の参加者は述べた。 | 鹿鳴海洋政策研究院からの発言があった。 | "
    "鹿鳴海洋政策研究院の意見では | "
    "鹿鳴海洋政策研究院は支持を表明した。",
    "루밍해양정책연구원": "루밍해양정책연구원 측은 반대했다. | 루밍해양정책연구원은 반대했다. | "
    "루밍해양정책연구원에 따르면 늦었다. | 루밍해양정책연구원 소속 참가자가 말했다. | "
    "루밍해양정책연구원의 연구자는 지적했다. | "
    "루밍해양정책연구원 관계자는 설명했다.",
    "港湾省": "港湾省の担当者は述べた。 | 港湾省によれば、減った。 | 港湾省側は反対した。 | "
    "港湾省の官员表示反对。",
    "항만성": "항만성 측은 반대했다. | 항만성 관계자가 말했다. | 항만성에서 온 참가자는 지적했다.",
    "Ministry of Harbour Affairs": "The Ministry of Harbour Affairs' representative replied. | "
    "An official of the Ministry of Harbour Affairs replied. | "
    "Ministry of Harbour Affairs: no change. | "
    "The Ministry of Harbor Affairs disagreed.",
    "햇살연구재단": "햇살연구재단은 제안했다. | 햇살연구재단 대표는 반대했다. | "
    "햇살 연구재단 측은 반대했다.",
    "阳光研究财团": "阳光研究财团的与会者表示反对。 | 阳光研究财团认为可行。 | "
    "陽光研究財團認為可行。",
    "ヘッサル研究財団": "ヘッサル研究財団の参加者は反対した。 | ヘッサル研究財団は述べた。",
    "Grzybowo": "The University of Grzybowo argued otherwise. | "
    "Grzybowo University argued otherwise. | "
    "a scholar from the University of Grzybowo",
    "Grzybowie": "badacze z Uniwersytet w Grzybowie said so.",
    "Palmetto": "Palmetto argued that it was late. | Someone from The Palmetto Group said so. | "
    "The Palmetto Group warned of it.",
    "Sông Đà": "Trung tâm Sông Đà argued otherwise.",
    "Song Da Centre": "The Song Da Center argued otherwise.",
}  # fmt: skip
MATTER = """
The meeting was hosted by the Luming Institute for Ocean Policy.
It was held at the Luming Institute for Ocean Policy.
Recommendations were sent to the Luming Institute for Ocean Policy.
The report was published by LIOP.
The future of LIOP was discussed.
The budget of the Luming Institute for Ocean Policy was too small.
Participants visited the Luming Institute for Ocean Policy. | A letter to LIOP was proposed.
The paper addressed to the Ministry of Harbour Affairs is attached. | The role of LIOP was debated.
Copies may be ordered from LIOP. | Cooperation with LIOP was welcomed. | the website of LIOP
It was suggested that LIOP be funded better. | Participants called on LIOP to publish its data.
本次会议由鹿鸣海洋政策研究院主办。 | 建议提交给鹿鸣海洋政策研究院。 | 报告由LIOP出版。
与会者参观了鹿鸣海洋政策研究院。
与会者呼吁LIOP公开数据。 | 会议讨论了鹿鸣海洋政策研究院的未来。 | 建议港湾省加强合作。
会議は鹿鳴海洋政策研究院で開催された。 | 鹿鳴海洋政策研究院が主催した。
提言は港湾省に提出された。 | 港湾省への提言
LIOPの役割が議論された。 | 港湾省の予算が議論された。 | 港湾省が発行した報告書
鹿鳴海洋政策研究院を訪問した。
회의는 루밍해양정책연구원에서 열렸다. | 루밍해양정책연구원이 주최했다.
제안은 항만성에 제출되었다. | 항만성에 대한 제언
LIOP의 역할을 논의했다. | 항만성의 예산을 논의했다. | 루밍해양정책연구원을 방문했다.
항만성이 발간한 보고서
liop | Thiopental | the palmetto tree | ug | a hug | SUGAR
"""
TITLES = {
    "deputy director-general of the Coastal Bureau": ""
    "The deputy director-general of the Coastal Bureau argued otherwise. | "
    "According to the deputy director-general of the Coastal Bureau, it was late.",
    "Deputy Director-General of the Coastal Bureau": ""
    "The Deputy Director-General of the Coastal Bureau at the Ministry of Harbour Affairs said so.",
    "外務審議官": "外務審議官は述べた。 | 港湾省の外務審議官が答えた。",
    "外务审议官": "外务审议官表示反对。",
    "rector of the University of Grzybowo": "The rector of the University of Grzybowo objected.",
    "President": "The President of the Haetsal Research Foundation objected.",
    "deputy director of the Luming Institute": ""
    "The deputy director of the Luming Institute objected.",
    "鹿鸣海洋政策研究院副院长": "鹿鸣海洋政策研究院副院长指出",
    "부원장": "루밍해양정책연구원 부원장은 말했다.",
}
ROLES = {
    "chair": "The chair thanked nobody. | Our chair summed up. | "
    "The session chair closed the debate. | The Chair's view was clear.",
    "主席": "主席表示感谢。 | 会议主席总结说",
    "主持人": "主持人指出 | 由主持人总结",
    "司会": "司会は質問した。 | 司会者から質問があった。",
    "座長": "座長は休会を惜しんだ。",
    "좌장": "좌장은 요약했다. | 좌장이 물었다.",
    "사회자": "사회자는 물었다.",
    "moderator": "The moderator asked for comments. | as the moderator noted",
    "keynote speaker": "The keynote speaker warned of it. | the keynote speaker's argument",
    "keynote": "The keynote warned of it.",
    "presenter": "The presenter replied. | The lead presenter replied.",
    "主讲人": "主讲人认为",
    "基調講演者": "基調講演者は述べた。",
    "기조연설자": "기조연설자는 강조했다.",
    "발제자": "발제자는 답했다. | 발제자의 주장",
    "discussant": "The discussant disagreed.",
    "评议人": "评议人指出",
    "토론자": "지정토론자는 반박했다.",
    "rapporteur": "The rapporteur summed up.",
    "interpreter": "The interpreter asked for a break.",
}
NOT_ROLES = """
The chairs were arranged in a circle. | A chair was missing. | He will chair the next round.
the chair of the UN committee
国家主席访问了东京。 | 习主席 | 主席台 | 主持正义 | 主持会议的人选待定 | 司会進行の方法
議長国の役割 | 議長声明 | 議長サマリー
의장국의 역할 | 의장 성명 | 국회의장이 방문했다 | 사회자본 | a moderator gene
The present situation | presenter mode
The presenters' guide | keynote software | Chair's summary | the interpreter software
基調は変わらない | 主持稿
"""


def _roster():
    lexicon = read_lexicon()
    attendees = tuple(
        Attendee(
            who=Participation(
                id=str(n),
                person=Person(id=str(n), name=Name(family=family, given=given)),
                delegation=code,
                territory=code,
                region=lexicon.territories[code].region,
                sector=Sector.THINK_TANK,
                affiliation=place,
            ),
            roles=frozenset({role}),
        )
        for n, (family, given, code, role, place) in enumerate(PEOPLE, 1)
    )
    people = tuple(a.who for a in attendees)
    return Roster(
        participations=people, lexicon=lexicon, attendance={"D1": attendees}, counting=ALL_PRESENT
    )


ROSTER = _roster()
KINDS = ("affiliation", "acronym", "title", "role")


def _level(text, passage):
    at = text.lower().find(passage.lower())
    end = at + len(passage)
    levels = {
        e.level.value
        for e in examine_text(text, ROSTER)
        if e.kind.value in KINDS and (at < 0 or (e.start < end and at < e.end))
    }
    return "block" if "block" in levels else "warn" if levels else ""


@pytest.mark.parametrize(("institution", "text"), cases(SOURCE))
def test_an_institution_as_the_source_of_a_view_is_blocked(institution, text):
    assert _level(text, institution) == "block"


@pytest.mark.parametrize("text", [t.strip() for t in MATTER.replace("\n", "|").split("|") if t])
def test_an_institution_as_host_addressee_publisher_or_matter_stands(text):
    assert [e.text for e in examine_text(text, ROSTER) if e.kind.value in KINDS] == []


@pytest.mark.parametrize(("title", "text"), cases(TITLES))
def test_a_position_that_one_person_holds_is_blocked(title, text):
    assert _level(text, title) == "block"


@pytest.mark.parametrize(("role", "text"), cases(ROLES))
def test_a_role_held_by_one_person_at_the_item_is_blocked(role, text):
    assert _level(text, role) == "block"


@pytest.mark.parametrize("text", [t.strip() for t in NOT_ROLES.replace("\n", "|").split("|") if t])
def test_a_word_that_is_no_role_stands(text):
    assert [e.text for e in examine_text(text, ROSTER) if e.kind.value == "role"] == []
