"""What is one idea and what is several: numbers, semicolons, slogans, names, goals, examples."""

from __future__ import annotations

import pytest

from dialogueprep.domain.splitting.splitter import split
from dialogueprep.exchange.source_reader import read_pasted
from dialogueprep.exchange.splitting_reader import read_cues

CUES = read_cues()


def passages(text: str) -> list[str]:
    return [p.passage for p in split(read_pasted(text), CUES)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("代表们建议，开通夜间渡轮；在两岸设立急救站；由渔会派人教授打捞；每季公布水深等。", 4),
        ("건의문은 ▲야간 도선 운항 ▲구급소 설치 ▲수심 공개 등의 과제를 담았다.", 3),
        ("The councils should (1) run a night ferry; (2) publish the depths every quarter.", 2),
        ("Steps could include running a night ferry, publishing depths, and training divers.", 3),
        ("参加者は救急所を設け、夜間の渡船を増やし、水深の公表を進めるべきだと述べた。", 3),
        ("두 도시는 야간 도선을 운항하고 구급소를 설치하기로 했다.", 2),
    ],
)
def test_ideas_that_the_author_told_apart_are_apart(text: str, count: int) -> None:
    assert len(passages(text)) == count


@pytest.mark.parametrize(
    "text",
    [
        "Agencies should join the Ports, Boats and Harbours (PBH) network.",
        "渔会应发挥各自优势，加强夜间救援。",
        "两岸应围绕水深、浮标、潮汐等议题，积极协商。",
        "两岸应加密渡轮班次，推动航运持续发展。",
        "자매도시는 단속 경험을 공유하고, 이를 조례에 반영해야 한다.",
    ],
)
def test_names_manners_topics_and_goals_stay_with_their_idea(text: str) -> None:
    assert passages(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "We appreciate the efforts of the town to host a forum that shall be remembered.",
        "出版社上月发行《夜间渡轮的八项建议》一书。",
        "提言した施策は以下の通りです。",
        "도선 이용객은 내년에 더 늘어날 것으로 예상됩니다.",
        "The report touches on doubts about the need for a night ferry.",
    ],
)
def test_thanks_titles_announcements_and_forecasts_propose_nothing(text: str) -> None:
    assert passages(text) == []


def test_a_sentence_that_begins_with_a_label_inside_a_paragraph_proposes() -> None:
    text = "报汛时间不统一，去年误报两次。对策：两地统一采用同一时区。"
    assert passages(text) == ["两地统一采用同一时区。"]


def test_points_that_name_new_things_are_proposals_beside_each_other() -> None:
    text = (
        "Wishes of the ferry towns\n\n"
        "- A booking line shared by all ports\n- One call sign for rescue on both coasts\n"
    )
    assert "A booking line shared by all ports" in passages(text)


def test_a_point_may_announce_a_list() -> None:
    text = (
        "1. The meeting was held in May.\n"
        "2. The following are recommendations for the ports of the strait:\n"
        "(a) Stick to one timetable\n(b) Share the tide gauges\n"
    )
    assert passages(text) == ["Stick to one timetable", "Share the tide gauges"]


def test_fields_that_a_line_announces_are_not_recommendations() -> None:
    text = (
        "The network submits recommendations in the following three areas:\n"
        "- Night ferries\n- Tide gauges\n- Harbour dogs\n"
    )
    assert not passages(text)


def test_the_work_tells_how_far_it_is_and_can_be_stopped() -> None:
    class StoppedError(Exception):
        """Raised by whoever is told."""

    seen: list[int] = []

    def told(done: int, total: int) -> None:
        assert done <= total
        seen.append(done)
        if len(seen) == 3:
            raise StoppedError

    report = read_pasted("\n\n".join(f"Ports should open line {n}." for n in range(9)))
    with pytest.raises(StoppedError):
        split(report, CUES, told)
    assert seen == sorted(seen)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("两市应在码头安装水尺，并对夜间靠岸的渡船减免费用。", 2),
        ("鼓励渔会开设夜校；对缺课三次的学员，可追偿部分学费。", 2),
        ("参加者は、水深を毎月測ること、浮標の色をそろえることを提案した。", 2),
        ("두 도시는 수심을 세 언어로 공개하고 부표의 색을 통일해야 한다.", 2),
        ("The group called for simplified pilot rules and support for small ferries.", 2),
        ("Harbours should share their charts, while ferries carry a second radio.", 2),
        ("We ask for two things. (a) Mark the reefs in both languages. (b) Train two pilots.", 2),
        ("Harbours should support open, fair and green shipping.", 1),
        ("参加者は事例を通じ、浮標の色をそろえるべきだと述べた。", 1),
        ("渔会应发挥各港的作用，着力把码头打造成为服务渔民、联系学校的平台。", 1),
    ],
)
def test_acts_are_parted_by_their_own_objects(text: str, count: int) -> None:
    assert len(passages(text)) == count


def test_a_lead_is_proposed_with_what_explains_it() -> None:
    text = "Ideas\n\n- Charts. Harbours could share one.\n- Pilots. Ferries could lend some."
    assert passages(text) == ["Harbours could share one.", "Ferries could lend some."]


def test_a_heading_that_only_begins_like_an_agenda_is_not_left_out() -> None:
    text = "# Ports\n\n## Agenda for pilots\n\nHarbours should train two pilots a year.\n"
    assert "Harbours should train two pilots a year." in passages(text)


def test_some_say_and_others_say_is_no_proposal() -> None:
    assert not passages("Some argued that fees should rise; others thought they should fall.")


@pytest.mark.parametrize(
    ("sentence", "ideas"),
    [
        ("The treaty should support mandatory, ambitious and binding control measures.", 1),
        ("The ports should share samples of ballast, readings of tides and lists of ships.", 1),
        ("The towns should set up a registry, a small fund and a school for pilots.", 3),
        ("They vowed to restore reefs, to mend nets, to count seals, and to ban lead weights.", 4),
        ("We encourage ferries to join the scheme and to actively participate in its tests.", 2),
        ("교수는 “지도를 함께 만들자”고 했다.", 1),
        ("각국은 기초 조사의 틀을 다지고, 현장 실습을 수행하며, 교재를 강화해야 한다.", 3),
        ("两国应修复湿地植被,开放观测数据,培训护林人员,增加巡护船只,统一鸟类编号。", 5),
        ("会议围绕航道、渔港、浮标等议题深入交流,一致认为双方应统一浮标的颜色。", 1),
        ("他提出三点建议:一是统一浮标颜色﹔二是共享潮位数据﹔三是互派引航人员。", 3),
    ],
)
def test_objects_stay_with_their_act_and_acts_stand_alone(sentence: str, ideas: int):
    assert len(passages(sentence)) == ideas


@pytest.mark.parametrize(
    "text",
    [
        "Ports should agree on a chart of the reef and print it on the ferry tickets.",
        "渔会应统一浮标颜色，并对由此产生的费用给予补偿。",
        "두 도시는 수심을 함께 조사하고 그 결과를 공개하기로 했다.",
        "研究会は共通の海図を作り、各港で使ってもらう予定である。",
        "Platforms such as the Harbour Forum, the Tide Group, and the Reef Council could be used "
        "to train divers.",
        "The towns should build on shared values, including openness, patience, and thrift.",
    ],
)
def test_a_part_that_cannot_be_read_by_itself_stays_with_its_idea(text: str) -> None:
    assert passages(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "They resolved that ferries must carry lamps and the harbours should pay the crews.",
        "They encouraged night patrols on the river, and pledged to publish the depths.",
        "We call upon all towns to light their piers and we will share the costs.",
        "The mayors called for joint training of the pilots and greater use of radio beacons.",
        "夜間の渡船を増やすことを双方の港に求め、救急所の設置を要請します。",
    ],
)
def test_two_clauses_that_each_propose_are_two_ideas(text: str) -> None:
    assert len(passages(text)) == 2


def test_prose_under_a_programme_is_read_and_times_and_names_are_not() -> None:
    said = "The towns of the strait should run a night ferry all through the winter, she said."
    told = f"# Harbour talks\n\n## Agenda\n\n### Ferries at night\n\n{said}\n"
    times = "# Harbour talks\n\n## Agenda\n\n- 10:00 We should row (A. Maas)\n- 11:00 Lunch\n"
    assert said in passages(told)
    assert passages(times) == []


def test_a_doubt_in_a_list_of_proposals_is_left_out_and_the_others_stay() -> None:
    text = (
        "- Open a night ferry between the towns\n- Publish the depths every month\n"
        "- Some doubted whether the buoys could be counted\n- Lamps for all piers\n"
    )
    assert passages(text)[-1] == "Lamps for all piers"
    assert not any("doubted" in p for p in passages(text))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("双方は貿易、投資、観光などの分野で協力を拡大すべきだ。", 1),
        ("양측은 무역, 투자, 관광 등의 분야에서 협력을 확대해야 한다.", 1),
        ("양측은 금융 협력, 산업 협력, 문화 협력과 의료 협력을 제안한다.", 1),
        ("The chair proposed that minutes be kept and that they be translated in May.", 2),
        ("The paper recommends a fund for old divers and a hotline for their crews.", 2),
        ("The plan is to open a school, print a newspaper and hire a nurse.", 3),
        ("代表们建议在二十国集团、金砖国家、上合组织等机制框架下开展救援合作。", 1),
    ],
)
def test_fields_are_one_idea_and_acts_are_several(text: str, count: int) -> None:
    assert len(passages(text)) == count
