"""An institution is blocked where it has a view, and free where it hosts, prints or is visited."""

import pytest

INSTITUTION = {
    "en": "the Chao Phraya Centre",
    "zh": "洞庭政策中心",
    "ja": "青葉財団",
    "ko": "북방통상국",
}
SOURCE = {
    "en": [
        "{} pressed for an answer.",
        "{} alone voted against.",
        "The room sided with {}.",
        "{} had nothing to add.",
        "{} changed its mind.",
        "Doubts were expressed by {}.",
        "{} listed three risks.",
        "What {} wanted was a test.",
    ],
    "zh": [
        "{}改变了主意。",
        "{}始终保持沉默。",
        "与{}看法相反，多数人赞成。",
        "{}和其他人反对。",
        "应{}的要求，删去一句。",
    ],
    "ja": [
        "{}は納得しなかった。",
        "{}の見通しは暗い。",
        "{}から疑問が出された。",
        "{}いわく、時期が悪い。",
        "{}も黙っていた。",
    ],
    "ko": [
        "{}은 생각을 바꾸었다.",
        "{} 쪽에서 의문이 나왔다.",
        "{}으로부터 지적이 있었다.",
        "{}에는 너무 일렀다.",
    ],
}
FREE = {
    "en": [
        "{} moved to a new campus in 2001.",
        "Thanks go to {}.",
        "The yearbook of {} is on sale.",
        "{} and its counterparts should publish the figures.",
        "It was suggested that {} test the line.",
        "{} covered the travel costs.",
        "The seminar was led by the port, at {}.",
        "Papers are kept at {}.",
    ],
    "zh": [
        "{}成立于1990年。",
        "建议提交{}研究。",
        "{}已迁往新址。",
        "与{}的合同即将到期。",
        "向{}致谢。",
    ],
    "ja": [
        "{}が会場を提供した。",
        "提言の宛先は{}である。",
        "{}は新しい建物に移った。",
        "{}の年報は市販されている。",
    ],
    "ko": [
        "{}이 회의장을 제공했다.",
        "권고의 대상은 {}이다.",
        "{}은 새 건물로 옮겼다.",
        "{}에 감사한다.",
    ],
}


def _put(frames):
    for language, all_of in frames.items():
        for frame in all_of:
            text = frame.format(INSTITUTION[language])
            yield text[0].upper() + text[1:], INSTITUTION[language].removeprefix("the ")


@pytest.mark.parametrize(("text", "name"), list(_put(SOURCE)))
def test_an_institution_with_a_view_is_blocked(invented_roster, found_at, text, name):
    assert found_at(invented_roster, text, "D1", "block", name)


@pytest.mark.parametrize(("text", "name"), list(_put(FREE)))
def test_an_institution_that_does_what_institutions_do_is_free(
    invented_roster, exposures, text, name
):
    assert [
        e for e in exposures(invented_roster, text, "D1") if e[2] in ("affiliation", "acronym")
    ] == []


def test_a_part_of_a_name_is_read_with_the_whole_name(invented_roster, exposures):
    """The Bureau of Northern Trade deals in northern trade, and is asked as a whole."""
    asked = "The Bureau of Northern Trade is invited, with its counterparts, to keep a list."
    assert not exposures(invented_roster, asked, "D1")
    (found,) = exposures(invented_roster, "The Bureau of Northern Trade thinks it early.", "D1")
    assert found[2] == "affiliation"
