"""Posts told without a name, institutions without a verb, finer regions."""

from dataclasses import replace

import pytest
from planted import exposed, person, room

from dialogueprep.domain.gate import examine_text
from dialogueprep.domain.people import Sector

POSTS = (
    "a retired ambassador said so.", "ret. ambassador: too slow", "日本的前大使反对",
    "日の元大使は反対した。",
    "director-general: no raw data", "局長は速報値NG", "국장은 원자료 불가",
    "前大使认为不行。", "한 전직 대사는 반대했다.", "退役少将：不行", "An ex-ambassador: too slow",
)  # fmt: skip
SOURCES = (
    "Hanseo + Minato both want the number first", "first HUS then BNT on the index",
    "One university, the Hanseo University of Studies, has already built one.",
    "HUS same as BNT", "HUS, who pays for it?",
    "BNT案に乗る。異論なし", "BNT안에 동의", "HUS方案可以", "青葉、費用は誰持ち？",
)  # fmt: skip
CLEAN = (
    "记者会不开", "记者会说不开", "議長あいさつ、携帯オフ、9:05開始",
    "主席致辞，9:05开始", "의장 인사말, 9:05 시작",
    "director-general: tbc",
    "元大使館の建物は使われていない。", "各国次官将于下周会面。", "다음 주 각국 차관이 만난다.",
    "BNT案内図は受付にある。", "First HUS, then lunch.", "BNT 안에 식당이 있다.",
    "One body, the Aoba Foundation, has hosted us twice.",
)  # fmt: skip
POSTHOLDERS = room(
    person("Tarrant", "Wilma", "", "NZ", position="Commodore"),
    person("Quillan", "Odhran", "", "AU", position="Deputy Director"),
    person("Sugawa", "Toru", "須川透", "JP", position="課長補佐"),
    person("Bok", "Haneul", "복하늘", "KR", position="심의관"),
    person("Qiao", "Lanxi", "乔岚溪", "CN", position="副处长"),
    person("Vreeland", "Ingmar", "", "NO", position="Director"),
)
ANY_POSTHOLDER = (
    "A commodore asked who would pay.", "Another deputy director doubted it.",
    "One participant, a commodore, doubted the figures.",
    "The draft was read by one participant, a director.", "A director disagreed.",
    "有副处长认为为时已晚。", "据一名副处长介绍，试点已经开始。",
    "課長補佐の一人が反対した。", "出席した課長補佐は難しいと述べた。",
    "In response to the deputy director, it was noted that costs vary.",
    "Others, among them the commodore, preferred a shorter text.",
    "对副处长来说，真正的成本是时间。", "在副处长看来，期限太短。", "只有副处长不同意。",
    "最後に課長補佐が忍耐を呼びかけた。", "費用を問われた課長補佐は数字を挙げなかった。",
    "끝으로 심의관이 인내를 당부했다.", "비용을 묻자 심의관은 숫자를 대지 않았다.",
    "심의관 한 명이 반대했다.", "다른 심의관은 어렵다고 했다.",
)  # fmt: skip
POSTS_AS_SUCH = (
    "A commodore commands a squadron.", "A commodore was killed in the raid of 1942.",
    "Each delegation may send a director or a deputy director.",
    "A director of the port authority was dismissed last year.",
    "Nobody below the rank of a director may sign.", "A deputy director usually signs the permit.",
    "Another director was appointed in July.", "A director should be named by spring.",
    "外務省課長補佐が昨年逮捕された。", "对副处长以上的干部，规定另有说明。",
    "有副处长曾在期刊上发表过类似的估算。", "該当する課長補佐の一人分の予算がない。",
)  # fmt: skip


@pytest.mark.parametrize("text", ANY_POSTHOLDER)
def test_one_of_a_post_is_told_though_the_words_say_any(text):
    assert exposed(POSTHOLDERS, text)


@pytest.mark.parametrize("text", POSTS_AS_SUCH)
def test_a_post_as_such_is_nobody(text):
    assert not exposed(POSTHOLDERS, text)


@pytest.mark.parametrize("text", POSTS)
def test_a_post_without_a_name_is_found(invented_roster, exposures, text):
    assert exposures(invented_roster, text, "D1")


@pytest.mark.parametrize("text", SOURCES)
def test_an_institution_without_a_verb_of_saying_is_found(invented_roster, exposures, text):
    found = [e[2] for e in exposures(invented_roster, text, "D1")]
    assert set(found) & {"affiliation", "acronym"}, found


@pytest.mark.parametrize("text", CLEAN)
def test_how_a_meeting_is_run_and_things_stay_clean(invented_roster, exposures, text):
    assert not exposures(invented_roster, text, "D1")


def test_a_finer_region_counts_its_own_people(invented_roster, exposures):
    assert not exposures(invented_roster, "Nordic designs and 北欧风格 were mentioned.", "D1")


# 秋元教授 is Professor Akimoto; 元教授 is a former professor, also beside somebody called 秋.
@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("秋元教授は反対した。", ["秋元教授"]),
        ("秋元教授の提案に元教授が賛成した。", ["秋元教授", "元教授"]),
        ("元教授が反対した。", ["元教授"]),
        ("秋さん、元教授が反対した。", ["秋さん", "元教授"]),
    ],
)
def test_letters_of_a_name_describe_nobody(text, marked):
    akimoto = replace(person("Akimoto", "Reiko", "秋元玲子", "JP"), sector=Sector.ACADEMIA)
    roster = room(akimoto, person("Aki", "Toru", "秋透", "JP"))
    assert [e.text for e in examine_text(text, roster, item="D1")] == marked
