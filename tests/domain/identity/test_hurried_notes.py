"""Notes without verbs, capitals or articles: who has a stance in them is found all the same."""

import pytest


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("Tan not convinced", "Tan"),
        ("Young (not for quoting): wait", "Young"),
        ("Choi -> three tiers; Lü -> two", "Lü"),
        ("Young doesn't like it.", "Young"),
        ("Young again: who pays?", "Young"),
        ("Young and others want a depot.", "Young"),
        ("Tan + Young agree", "Tan"),
        ("Owner: Young", "Young"),
        ("Echoing Young, two asked for a map.", "Young"),
        ("Contra Young, the room was calm.", "Young"),
        ("the Young-Choi exchange", "Young"),
        ("a Young-drafted text", "Young"),
        ("kobayashi not keen on it", "kobayashi"),
        ("mori-san nodded", "mori-san"),
        ("k. mori again", "k. mori"),
        ("Doctor Nguyen -- too late", "Doctor Nguyen"),
        ("Chief Tan asked who pays.", "Chief Tan"),
        ("Somchai S asked who pays.", "Somchai S"),
        ("Kobayashis point was money.", "Kobayashis"),
        ("Y.K. does the first draft", "Y.K."),
        ("曾：谁付钱", "曾"),
        ("大野三段階、小林二段階", "大野"),
        ("老欧阳觉得不行", "老欧阳"),
        ("欧阳提三级", "欧阳"),
        ("吕不肯松口", "吕"),
        ("按吕的说法，不行", "吕"),
        ("최 CTO가 반대", "최 CTO"),
        ("영희 또 반대", "영희"),
    ],
)
def test_somebody_with_a_stance_is_found(invented_roster, exposures, text, passage):
    found = [e[0] for e in exposures(invented_roster, text, "D1")]
    assert any(passage in it or it in passage for it in found), found


@pytest.mark.parametrize(
    "text",
    [
        "Young researchers not keen on it were rare.",
        "Long-standing disputes were noted.",
        "Price: up again",
        "A tan -> brown colour was chosen.",
        "the long-drafted text",
        "高要求不等于高标准",
        "小林业企业提出了方案",
        "大野生動物園",
        "영희망봉",
    ],
)
def test_words_in_notes_stay_words(invented_roster, exposures, text):
    assert not [e for e in exposures(invented_roster, text, "D1") if e[2] == "name"]


@pytest.mark.parametrize(
    "text",
    [
        "Hanseo University not convinced",
        "Per Hanseo University, one form is enough.",
        "Q from Hanseo University: who pays?",
        "Echoing Minato Gakuin, two asked for a map.",
        "To Minato Gakuin one form is enough.",
        "With Minato Gakuin dissenting, the text was kept.",
        "The idea is Minato Gakuin's.",
        "Minato Gakuin's figures were doubted, and figures from Minato Gakuin were wrong.",
        "the Minato Gakuin people want one form",
        "Minato Gakuin already logs it",
    ],
)
def test_an_institution_with_a_stance_is_a_source(invented_roster, exposures, text):
    assert ("block", "affiliation") in [e[1:] for e in exposures(invented_roster, text, "D1")]


@pytest.mark.parametrize(
    "text",
    [
        "Per Hanseo University rules the hall closes at nine.",
        "Thanks to Hanseo University for the hall.",
        "Hanseo University to host the next round.",
        "With Hanseo University as host, the round will be in May.",
        "Back to Hanseo University by bus.",
    ],
)
def test_a_host_is_no_source(invented_roster, exposures, text):
    assert not exposures(invented_roster, text, "D1")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Thailand: who pays?", "descriptor"),
        ("Thailand against, others in favour", "descriptor"),
        ("the Vietnamese question was left open", "descriptor"),
        ("the one who flew in from Jakarta said no", "descriptor"),
        ("same guy: no fees either", "order"),
        ("The former disagreed, the latter did not.", "order"),
        ("her again: no", "order"),
        ("the man next to the window laughed", "order"),
        ("四番目に話した人は笑った", "order"),
        ("창가에 앉은 분은 웃었다", "order"),
        ("又是他：不行", "order"),
    ],
)
def test_who_is_told_in_few_words_is_found(invented_roster, exposures, text, kind):
    assert kind in [e[2] for e in exposures(invented_roster, text, "D1")]


@pytest.mark.parametrize(
    "text",
    [
        "Thailand: two ships, Indonesia: three.",
        "The same form should be used by all ports.",
        "The latter is cheaper than the former proposal.",
        "The same experts' group may meet again.",
        "The window seat was taken.",
        "格兰特将军的回忆录放在大堂。",
    ],
)
def test_what_is_no_person_is_left(invented_roster, exposures, text):
    assert not exposures(invented_roster, text, "D1")


@pytest.mark.parametrize(
    "text", ["The same participant asked again.", "该与会者随后又表示同意。", "또 그 분: 반대"]
)
def test_one_person_told_twice_is_blocked(invented_roster, exposures, text):
    assert "block" in [e[1] for e in exposures(invented_roster, text, "D1")]
